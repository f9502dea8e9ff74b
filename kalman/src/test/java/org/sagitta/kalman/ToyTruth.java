package org.sagitta.kalman;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.FreeState;

/** A toy muon at its vertex. */
public record ToyTruth(Vec3 vertex, double phi, double theta, double qOverP) {
    public FreeState state() {
        return new FreeState(vertex, Vec3.direction(phi, theta), qOverP);
    }

    public double pt() {
        return Math.sin(theta) / Math.abs(qOverP);
    }
}
