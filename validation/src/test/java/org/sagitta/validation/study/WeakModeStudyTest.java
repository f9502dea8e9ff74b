package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

/** Muons that answer to a mode exactly as its closed form says. */
class WeakModeStudyTest {
    /** Relative, of numbers that a linear fit gives exactly. */
    private static final double EXACT = 1e-9;

    /** Of the mass after a calibration that can absorb the mode [relative]: what the priors hold back. */
    private static final double ABSORBED = 1e-8;

    private static final double AMPLITUDE = 0.1;

    /** A muon: charge, pT [GeV], eta, phi. */
    private record Truth(int charge, double pt, double eta, double phi) {
        LocalVector state() {
            double theta = 2 * Math.atan(Math.exp(-eta));
            return new LocalVector(0, 0, phi, theta, charge * Math.sin(theta) / pt);
        }
    }

    /** Adds a muon with its true state and a state as measured. */
    private static void add(ExactTracks tracks, Truth truth, UnaryOperator<LocalVector> measured) {
        SymMatrix5 covariance = SymMatrix5.diagonal(1e-4, 1e-4, 1e-8, 1e-8, 1e-8);
        PerigeeState fitted = new PerigeeState(measured.apply(truth.state()), covariance);
        tracks.addFitted(truth.eta(), truth.pt(), fitted, truth.state(), 1, 20);
    }

    private static ExactTracks muons(UnaryOperator<LocalVector> measured) {
        Random random = new Random(4);
        ExactTracks tracks = new ExactTracks();
        for (int i = 0; i < 2000; i++) {
            int charge = random.nextBoolean() ? 1 : -1;
            double pt = 3 * Math.pow(30, random.nextDouble());
            add(tracks, new Truth(charge, pt, random.nextDouble(-2.4, 2.4), random.nextDouble(-3, 3)), measured);
        }
        return tracks;
    }

    /** Pairs of muons near each other, or opposite to each other, as of a light and a heavy resonance. */
    private static ExactTracks pairs(double pt, double opening, UnaryOperator<LocalVector> measured) {
        Random random = new Random(5);
        ExactTracks tracks = new ExactTracks();
        for (int i = 0; i < 3000; i++) {
            double eta = random.nextDouble(-2.2, 2.2);
            double phi = random.nextDouble(-3, 3);
            add(tracks, new Truth(1, pt * random.nextDouble(0.7, 2), eta, phi), measured);
            double other = Math.IEEEremainder(phi + opening * random.nextDouble(0.8, 1), 2 * Math.PI);
            add(tracks, new Truth(-1, pt * random.nextDouble(0.7, 2), eta + 0.2, other), measured);
        }
        return tracks;
    }

    /** k' = k (1 + a) + q m, with the angles as they are. */
    private static UnaryOperator<LocalVector> offset(double a, double m) {
        return truth -> new LocalVector(
                0.002, 0.003, truth.phi(), truth.theta(), truth.qOverP() * (1 + a) + m * Math.sin(truth.theta()));
    }

    private static WeakModeResponse response(WeakMode mode, double a, double m) {
        UnaryOperator<LocalVector> same = UnaryOperator.identity();
        WeakModeStudy study = new WeakModeStudy(mode, AMPLITUDE, 50);
        study.addMuons(muons(same), muons(offset(a, m)));
        study.addPairs("JPSI", pairs(5, 0.5, same), pairs(5, 0.5, offset(a, m)));
        study.addPairs("Z", pairs(40, 3, same), pairs(40, 3, offset(a, m)));
        return study.result("JPSI");
    }

    @Test
    void aScaleIsFoundAndAbsorbed() {
        double eps = AMPLITUDE * 5e-4;
        WeakModeResponse r = response(WeakMode.RADIAL, eps, 0);
        assertEquals(1, r.found(), 1e-6);
        assertEquals("A", r.term());
        WeakModeLegs bin = r.legs().get(3);
        assertEquals(eps, bin.a().values().get(0), EXACT);
        assertEquals(0, bin.a().rotating(), EXACT);
        assertEquals(0, bin.m().values().get(0), EXACT);
        assertEquals(eps, bin.predictedA().values().get(0), EXACT);
        assertEquals(2, bin.d0().values().get(0), 1e-9, "um");
        assertEquals(3, bin.z0().values().get(0), 1e-9, "um");
        MassShift z = r.masses().get(1).inclusive();
        assertEquals(-eps, z.shift(), 1e-8);
        assertEquals(0, z.after(), ABSORBED);
        assertTrue(z.afterError() < ABSORBED, z.toString());
    }

    @Test
    void aRotationOfLayersIsFoundAndAbsorbed() {
        double m = ClosedForm.of(WeakMode.LAYER_ROTATION, AMPLITUDE).size();
        assertEquals(1.65e-4, m, 0.01e-4, "eps / c0 of section 5 of the references, a tenth of it");
        WeakModeResponse r = response(WeakMode.LAYER_ROTATION, 0, m);
        assertEquals(1, r.found(), 1e-6);
        assertEquals(m, r.legs().get(7).m().values().get(0), EXACT);
        MassShift z = r.masses().get(1).inclusive();
        assertEquals(z.predicted(), z.shift(), 1e-9);
        assertEquals(0, z.after(), ABSORBED);
    }

    @Test
    void whatIsNotSeenNeedsInfinitelyManyTracks() {
        WeakModeResponse r = response(WeakMode.TELESCOPE, 0, 0);
        assertEquals(0, r.chi2());
        assertEquals(Double.POSITIVE_INFINITY, r.tracksToSee());
        assertTrue(Double.isNaN(r.found()));
    }
}
