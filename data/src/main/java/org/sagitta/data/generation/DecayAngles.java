package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/** In which directions the two muons of a resonance fly. */
public sealed interface DecayAngles permits DecayAngles.Flat, PolarisedDecay, ZDecay {
    /** Isotropic in the rest frame. */
    DecayAngles FLAT = new Flat();

    /**
     * Direction of the positive muon before radiation, in the rest frame of the boson that one boost without rotation
     * reaches from the laboratory.
     *
     * @param isotropic a direction that has been drawn isotropically
     * @param more drawn from if that does not do
     */
    Vec3 axis(Boson boson, Vec3 isotropic, EventRandom more);

    /**
     * Probability per solid angle of a direction of the positive muon, in the same frame.
     *
     * @param axis of unit length
     */
    double density(Boson boson, Vec3 axis);

    /** All directions alike. */
    record Flat() implements DecayAngles {
        @Override
        public Vec3 axis(Boson boson, Vec3 isotropic, EventRandom more) {
            return isotropic;
        }

        @Override
        public double density(Boson boson, Vec3 axis) {
            return 0.25 / Math.PI;
        }
    }
}
