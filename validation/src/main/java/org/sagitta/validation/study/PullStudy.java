package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/**
 * Collects pulls of the five parameters at the beam line, chi2 probabilities and failures. It keeps sums only. Two of them
 * can be merged; parts that are merged in a fixed order give the same to the bit.
 */
public final class PullStudy implements TrackStudy<PullStudy> {
    private static final int PROBABILITY_BINS = 20;

    private final PullBinning binning;
    private final PullMoments all = new PullMoments();
    private final PullMoments[] bins = new PullMoments[PullBinning.BINS];
    private final long[] failed = new long[PullBinning.BINS];
    private final long[] probability = new long[PROBABILITY_BINS];
    private final Map<String, Long> failures = new TreeMap<>();
    private final Map<String, Long> others = new TreeMap<>();
    private final Map<Flaw, Long> flaws = new EnumMap<>(Flaw.class);

    /** What may be wrong with a fitted state; such states are counted and take no part in the pulls. */
    private enum Flaw {
        NOT_A_NUMBER,
        NOT_POSITIVE
    }

    public PullStudy(PullBinning binning) {
        this.binning = binning;
        Arrays.setAll(bins, i -> new PullMoments());
    }

    @Override
    public void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
        if (!isFinite(fitted, chi2)) {
            flaws.merge(Flaw.NOT_A_NUMBER, 1L, Long::sum);
            return;
        }
        if (!fitted.covariance().isPositiveDefinite()) {
            flaws.merge(Flaw.NOT_POSITIVE, 1L, Long::sum);
            return;
        }
        double[] pulls = pulls(fitted, truth);
        all.add(pulls);
        int bin = binning.indexOf(eta, pt);
        if (bin >= 0) {
            bins[bin].add(pulls);
        }
        double probable = ndof > 0 ? Gamma.regularizedGammaQ(0.5 * ndof, 0.5 * chi2) : Double.NaN;
        if (!Double.isNaN(probable)) {
            probability[Math.min(PROBABILITY_BINS - 1, (int) (probable * PROBABILITY_BINS))]++;
        }
    }

    @Override
    public void addFailure(double eta, double pt, String reason) {
        failures.merge(reason, 1L, Long::sum);
        int bin = binning.indexOf(eta, pt);
        if (bin >= 0) {
            failed[bin]++;
        }
    }

    /** Such a track is counted only. */
    @Override
    public void addOther(String fitStatus) {
        others.merge(fitStatus, 1L, Long::sum);
    }

    /** The later part must have the same bins. */
    @Override
    public void merge(PullStudy later) {
        if (!binning.equals(later.binning)) {
            throw new IllegalArgumentException("pulls in the bins of " + binning + " and of " + later.binning);
        }
        all.merge(later.all);
        for (int i = 0; i < bins.length; i++) {
            bins[i].merge(later.bins[i]);
            failed[i] += later.failed[i];
        }
        for (int i = 0; i < probability.length; i++) {
            probability[i] += later.probability[i];
        }
        later.failures.forEach((reason, count) -> failures.merge(reason, count, Long::sum));
        later.others.forEach((status, count) -> others.merge(status, count, Long::sum));
        later.flaws.forEach((flaw, count) -> flaws.merge(flaw, count, Long::sum));
    }

    @Override
    public long muons() {
        return fitted() + sum(failures) + sum(others);
    }

    private long fitted() {
        return all.count() + sum(flaws);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public PullResult result() {
        return new PullResult(
                muons(),
                fitted(),
                flaws.getOrDefault(Flaw.NOT_A_NUMBER, 0L),
                flaws.getOrDefault(Flaw.NOT_POSITIVE, 0L),
                all.statistics(),
                resultBins(),
                Arrays.stream(probability).boxed().toList(),
                flatnessChi2(),
                failures,
                others);
    }

    private static boolean isFinite(PerigeeState fitted, double chi2) {
        double sum = chi2 + Arrays.stream(fitted.covariance().lowerTriangle()).sum();
        for (Param param : Param.values()) {
            sum += fitted.parameters().get(param);
        }
        return Double.isFinite(sum);
    }

    /** (fitted - true) / sigma of the parameters in the order of the state. */
    static double[] pulls(PerigeeState fitted, LocalVector truth) {
        double[] pulls = new double[PullMoments.SIZE];
        for (Param param : Param.values()) {
            double residual = fitted.parameters().get(param) - truth.get(param);
            double nearest = param == Param.PHI ? Math.IEEEremainder(residual, 2 * Math.PI) : residual;
            pulls[param.index()] = nearest / fitted.covariance().sigma(param);
        }
        return pulls;
    }

    private List<PullBin> resultBins() {
        List<PullBin> result = new ArrayList<>(bins.length);
        for (int eta = 0; eta < PullBinning.ETA_BINS; eta++) {
            for (int pt = 0; pt < PullBinning.PT_BINS; pt++) {
                int bin = eta * PullBinning.PT_BINS + pt;
                result.add(new PullBin(
                        binning.etaEdge(eta),
                        binning.etaEdge(eta + 1),
                        binning.ptEdge(pt),
                        binning.ptEdge(pt + 1),
                        bins[bin].count(),
                        failed[bin],
                        bins[bin].statistics()));
            }
        }
        return result;
    }

    private double flatnessChi2() {
        double expected = (double) Arrays.stream(probability).sum() / PROBABILITY_BINS;
        double sum = 0;
        for (long entries : probability) {
            sum += (entries - expected) * (entries - expected) / expected;
        }
        return sum;
    }
}
