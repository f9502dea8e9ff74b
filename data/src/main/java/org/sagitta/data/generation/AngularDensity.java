package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/** A density in the decay angles of one muon, in the axes of a {@link DecayFrame}. */
interface AngularDensity {
    /** Number per cos theta and phi, up to a constant that does not depend on either. */
    double density(double cosTheta, double phi);

    /** A number that the density nowhere exceeds. */
    double bound();

    /** Draws a direction by acceptance against the isotropic one. */
    default Vec3 sample(DecayFrame frame, EventRandom random) {
        while (true) {
            double cosTheta = random.uniform(-1, 1);
            double phi = random.uniform(-Math.PI, Math.PI);
            if (random.uniform() * bound() < density(cosTheta, phi)) {
                return frame.direction(cosTheta, phi);
            }
        }
    }
}
