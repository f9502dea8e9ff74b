package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * Decay of Z/gamma* with angular coefficients that depend on its momentum.
 *
 * @param coefficients in the Collins-Soper frame
 */
public record ZDecay(ZAngularModel coefficients) implements DecayAngles {
    @Override
    public Vec3 axis(Boson boson, Vec3 isotropic, EventRandom more) {
        return coefficients
                .at(boson)
                .sample(DecayFrame.collinsSoper(boson), more)
                .times(-1);
    }

    @Override
    public double density(Boson boson, Vec3 axis) {
        DecayFrame frame = DecayFrame.collinsSoper(boson);
        Vec3 negative = axis.times(-1);
        return 3 / (16 * Math.PI) * coefficients.at(boson).density(frame.cosTheta(negative), frame.phi(negative));
    }
}
