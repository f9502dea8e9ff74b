package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/** Decay of a polarised quarkonium, whose parameters in the helicity frame do not depend on its momentum. */
public record PolarisedDecay(QuarkoniumPolarisation polarisation) implements DecayAngles {
    @Override
    public Vec3 axis(Boson boson, Vec3 isotropic, EventRandom more) {
        return polarisation.sample(DecayFrame.helicity(boson), more);
    }

    @Override
    public double density(Boson boson, Vec3 axis) {
        DecayFrame frame = DecayFrame.helicity(boson);
        double norm = 0.75 / (Math.PI * (3 + polarisation.lambdaTheta()));
        return norm * polarisation.density(frame.cosTheta(axis), frame.phi(axis));
    }
}
