package org.sagitta.data.generation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Right-handed axes in the rest frame of a resonance, for decay angles: cos theta = direction . z, phi = atan2(direction .
 * y, direction . x). Components are those in the rest frame that one boost without rotation reaches from the laboratory.
 * The y axis is the normal of the production plane, along P1 x P2 in the rest frame, where P1 is the proton in whose
 * direction the resonance goes (along +z of the laboratory if its rapidity is not negative) and P2 the other one.
 */
record DecayFrame(Vec3 x, Vec3 y, Vec3 z) {
    private static final Vec3 BEAM = new Vec3(0, 0, 1);

    /**
     * The helicity frame: z along the flight of the resonance in the laboratory (Faccioli, Lourenco, Seixas, Wohri, Eur.
     * Phys. J. C 69 (2010) 657, arXiv:1006.2738).
     */
    static DecayFrame helicity(Boson boson) {
        Vec3 flight = boson.momentum().momentum();
        Vec3 z = flight.norm() > 0 ? flight.unit() : BEAM;
        return of(z, normal(boson));
    }

    /**
     * The Collins-Soper frame: z bisects P1 and -P2 (Collins, Soper, Phys. Rev. D 16 (1977) 2219).
     */
    static DecayFrame collinsSoper(Boson boson) {
        FourMomentum frame = boson.momentum();
        double side = side(boson);
        Vec3 first = proton(side, frame);
        Vec3 second = proton(-side, frame);
        return of(first.minus(second).unit(), normal(boson));
    }

    private static double side(Boson boson) {
        return boson.y() < 0 ? -1 : 1;
    }

    /** Direction of a proton, as good as massless, in the rest frame. */
    private static Vec3 proton(double side, FourMomentum frame) {
        return new FourMomentum(0, 0, side, 1)
                .boostedIntoRestFrameOf(frame)
                .momentum()
                .unit();
    }

    /**
     * Both protons get the transverse part of the boost, against the transverse momentum t: P1 x P2 is along t x P1.
     */
    private static Vec3 normal(Boson boson) {
        Vec3 transverse = new Vec3(Math.cos(boson.phi()), Math.sin(boson.phi()), 0);
        return transverse.cross(BEAM.times(side(boson)));
    }

    private static DecayFrame of(Vec3 z, Vec3 y) {
        return new DecayFrame(y.cross(z), y, z);
    }

    /** The direction of given angles in these axes. */
    Vec3 direction(double cosTheta, double phi) {
        double sinTheta = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
        return z.times(cosTheta).plus(sinTheta * Math.cos(phi), x).plus(sinTheta * Math.sin(phi), y);
    }

    /** Between -1 and 1 in spite of rounding. */
    double cosTheta(Vec3 direction) {
        return Math.max(-1, Math.min(1, direction.dot(z)));
    }

    double phi(Vec3 direction) {
        return Math.atan2(direction.dot(y), direction.dot(x));
    }

    /**
     * Direction of the positive muon, undone of radiation: seen from the rest frame of the resonance, then from that of
     * both muons, which is exact for all {@link Radiation}.
     */
    static Vec3 positiveAxis(GeneratedPair pair) {
        FourMomentum frame = pair.boson().momentum();
        FourMomentum plus = muon(pair.plus()).boostedIntoRestFrameOf(frame);
        FourMomentum minus = muon(pair.minus()).boostedIntoRestFrameOf(frame);
        return plus.boostedIntoRestFrameOf(plus.plus(minus)).momentum().unit();
    }

    private static FourMomentum muon(GeneratedMuon muon) {
        return FourMomentum.of(muon.momentum(), Units.MUON_MASS);
    }
}
