package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.CurvatureCorrection;

/**
 * Independent toy experiments with one injected bias, each calibrated by one method. What is left of the bias is probed
 * on a grid of directions at one pT, and the mean over the experiments is compared with its own error.
 *
 * <p>With n experiments the mean over its error follows Student's t with n - 1 degrees of freedom; for n = 8 it exceeds
 * {@value #LIMIT} in 0.1 % of all cases.
 */
final class Experiments {
    static final int COUNT = 8;
    static final double LIMIT = 5.41;

    /** What is looked at: a number made of k'/k_true - 1. */
    enum Probe {
        /** Mean over charges and directions. */
        EVEN,
        /** The mean beyond |eta| of 1.6 minus that below. */
        EVEN_ETA,
        /** Mean of q times it. */
        ODD,
        /** Mean of q times it for phi above 0, minus that below. */
        ODD_PHI,
        /** Mean of q times it for eta above 0, minus that below. */
        ODD_ETA
    }

    private final CurvatureCorrection injected;
    private final List<CurvatureCorrection> fitted = new ArrayList<>();

    private Experiments(CurvatureCorrection injected) {
        this.injected = injected;
    }

    static Experiments of(CalibrationMethod method, CurvatureCorrection injected, int pairs, long seed) {
        Experiments experiments = new Experiments(injected);
        for (int e = 0; e < COUNT; e++) {
            experiments.fitted.add(
                    method.calibrate(ToyResonance.input(method.calibratesOn(), pairs, injected, seed + e))
                            .correction());
        }
        return experiments;
    }

    /** The value of the bias before any calibration. */
    double before(Probe probe, double pt) {
        return probe(probe, pt, injected, ToyResonance.NOTHING);
    }

    double mean(Probe probe, double pt) {
        return average(f -> probe(probe, pt, injected, f));
    }

    double sigma(Probe probe, double pt) {
        double mean = mean(probe, pt);
        double square = average(f -> Math.pow(probe(probe, pt, injected, f) - mean, 2));
        return Math.sqrt(square / (COUNT - 1));
    }

    private double average(ToDoubleFunction<CurvatureCorrection> value) {
        return fitted.stream().mapToDouble(value).sum() / COUNT;
    }

    /** The bias was many times what the experiments can see, and nothing of it is left. */
    void assertRecovered(Probe probe, double pt) {
        String found = text(probe, pt);
        assertTrue(Math.abs(before(probe, pt)) > 3 * sigma(probe, pt) * Math.sqrt(COUNT), "too small a test: " + found);
        assertTrue(Math.abs(mean(probe, pt)) < LIMIT * sigma(probe, pt), found);
    }

    /** There was no such bias, and there is none now. */
    void assertNone(Probe probe, double pt) {
        assertTrue(Math.abs(mean(probe, pt)) < LIMIT * sigma(probe, pt), text(probe, pt));
    }

    /** What is left is the given part of what was there. */
    void assertLeft(double part, Probe probe, double pt) {
        double deviation = mean(probe, pt) - part * before(probe, pt);
        assertTrue(Math.abs(before(probe, pt)) > 3 * LIMIT * sigma(probe, pt), "too small a test: " + text(probe, pt));
        assertTrue(Math.abs(deviation) < LIMIT * sigma(probe, pt), text(probe, pt) + ", expected part " + part);
    }

    String text(Probe probe, double pt) {
        return String.format(
                Locale.ROOT,
                "%s at %.0f GeV: before %.3g, after %.3g +- %.2g",
                probe,
                pt,
                before(probe, pt),
                mean(probe, pt),
                sigma(probe, pt));
    }

    private static double probe(Probe probe, double pt, CurvatureCorrection injected, CurvatureCorrection fitted) {
        int etas = 24;
        int phis = 16;
        double sum = 0;
        for (int e = 0; e < etas; e++) {
            double eta = -2.4 + 4.8 * (e + 0.5) / etas;
            for (int p = 0; p < phis; p++) {
                double phi = -Math.PI + 2 * Math.PI * (p + 0.5) / phis;
                for (Charge q : Charge.values()) {
                    sum += weight(probe, eta, phi, q)
                            * ToyResonance.residual(injected, fitted, pt, eta, phi, q)
                            / (2 * etas * phis);
                }
            }
        }
        return sum;
    }

    private static double weight(Probe probe, double eta, double phi, Charge q) {
        return switch (probe) {
            case EVEN -> 1;
            // a third of the range and two thirds
            case EVEN_ETA -> Math.abs(eta) > 1.6 ? 3 : -1.5;
            case ODD -> q.sign();
            case ODD_PHI -> 2 * q.sign() * Math.signum(phi);
            case ODD_ETA -> 2 * q.sign() * Math.signum(eta);
        };
    }
}
