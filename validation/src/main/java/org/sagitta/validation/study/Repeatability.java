package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.CurvatureCorrection;

/**
 * The statistical error of a calibration, whatever its method: it is made again on each of n disjoint parts of its sample,
 * and what the n corrections do to the same pairs is compared. With the spread s of a quantity between the parts, its error
 * in the whole sample is s / sqrt(n), itself known to 1 / sqrt(2 (n - 1)): a third for six parts.
 *
 * @param massScale error of the mean of ln(m'/m) of the probe pairs
 * @param odd error of half the difference of k'/k of both charges at 45 GeV, quadratic mean over 12 bins of eta
 */
public record Repeatability(double massScale, double odd) {
    /** Of a calibration that cannot be made on parts. */
    public static final Repeatability UNKNOWN = new Repeatability(Double.NaN, Double.NaN);

    /** Curvature of a leg of 45 GeV [1/GeV]. */
    private static final double K = 1 / 45.0;

    /** Directions in phi at which a correction is probed. */
    private static final int PHIS = 24;

    /** Pairs read. */
    private static final int MOST = 20_000;

    /**
     * Compares corrections of equal standing.
     *
     * @param parts corrections, at least two, made on as many disjoint parts of a sample
     * @param probe pairs on which the mass is compared; at most the first 20 000 are read
     */
    public static Repeatability of(List<CurvatureCorrection> parts, DimuonSource probe) {
        DimuonSample pairs = probe.block(0, Math.min(MOST, probe.size()));
        List<Double> masses = new ArrayList<>();
        parts.forEach(part -> masses.add(meanLogMass(part, pairs)));
        double square = 0;
        for (int b = 0; b < Binning.LEG_ETA.bins(); b++) {
            double eta = 0.5 * (Binning.LEG_ETA.lowEdge(b) + Binning.LEG_ETA.highEdge(b));
            List<Double> odd = new ArrayList<>();
            parts.forEach(part -> odd.add(odd(part, eta)));
            square += varianceOfMean(odd);
        }
        return new Repeatability(Math.sqrt(varianceOfMean(masses)), Math.sqrt(square / Binning.LEG_ETA.bins()));
    }

    private static double varianceOfMean(List<Double> values) {
        Moments moments = new Moments();
        values.forEach(moments::add);
        return moments.varianceOfMean();
    }

    private static double meanLogMass(CurvatureCorrection correction, DimuonSample pairs) {
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Dimuon pair = pairs.get(i);
            PairMass mass = pair.pairMass();
            double before = mass.mass();
            mass.setCurvatures(corrected(correction, pair.plus()), corrected(correction, pair.minus()));
            sum += Math.log(mass.mass() / before);
        }
        return sum / pairs.size();
    }

    private static double corrected(CurvatureCorrection correction, Muon leg) {
        return Math.abs(correction.correct(leg.k(), leg.eta(), leg.phi(), leg.charge()));
    }

    private static double odd(CurvatureCorrection correction, double eta) {
        double sum = 0;
        for (int p = 0; p < PHIS; p++) {
            double phi = -Math.PI + 2 * Math.PI * (p + 0.5) / PHIS;
            sum += correction.correct(K, eta, phi, Charge.POSITIVE) - correction.correct(K, eta, phi, Charge.NEGATIVE);
        }
        return 0.5 * sum / (PHIS * K);
    }

    /** How many times the sample an error of {@code wanted} on the mass scale needs. */
    public double timesTheSample(double wanted) {
        return (massScale / wanted) * (massScale / wanted);
    }
}
