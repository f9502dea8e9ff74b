package org.sagitta.data.simulation;

import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Topology;
import org.sagitta.geometry.material.MaterialSlab;

/** What many sensors have in common: all but their place. */
record SensorType(Outline outline, Topology topology, Resolution resolution, MaterialSlab material) {
    static SensorType of(Sensor sensor) {
        return new SensorType(sensor.outline(), sensor.topology(), sensor.resolution(), sensor.material());
    }
}
