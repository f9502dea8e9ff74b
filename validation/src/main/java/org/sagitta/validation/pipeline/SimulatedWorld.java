package org.sagitta.validation.pipeline;

import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.passive.PassiveMaterial;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * The truth of a scenario, made and ready: immutable, shared by all threads.
 *
 * @param conditions sensors with the matter that is in them, and the field
 * @param passive the rest of the matter, of which the fit never knows
 * @param index of the sensors of {@code conditions}
 */
record SimulatedWorld(Conditions conditions, PassiveMaterial passive, SensorIndex index, SimulationEffects effects) {
    /** A simulator for one thread. */
    TrackSimulator simulator() {
        return new TrackSimulator(conditions, passive, index, CmsMaterialEffects.muon(), effects);
    }
}
