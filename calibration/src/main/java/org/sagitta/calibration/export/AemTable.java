package org.sagitta.calibration.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.LossMomentum;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.SparseVector;

/**
 * A correction as one A, one e and one M in each bin of eta, k' = k (1 + A - e k) + q M, with the covariance of all of them:
 * what other programs take. Where the correction is not of that form the numbers are means:
 *
 * <ul>
 *   <li>over phi, which leaves the constants of the harmonics;
 *   <li>over eta within a bin, all eta counting alike;
 *   <li>of a loss that rises with momentum, its value at the reference momentum;
 *   <li>of a field ratio R before A/e/M: (1 + A) / R - 1 and e / R^2 with the mean R of the bin, to first order; of one that
 *       depends on the momentum, at a pT of 45 GeV.
 * </ul>
 *
 * <p>Immutable.
 */
final class AemTable {
    /** Points within a bin of which means are taken, at the middle of equal parts. */
    private static final int POINTS = 20;

    private static final int PHI_POINTS = 72;

    /**
     * Added to all variances, relative to them. More bins than parameters make a covariance without full rank, whose zero
     * eigenvalues come out negative when computed in double precision, and programs that take their square roots get NaN.
     */
    private static final double RIDGE = 1e-6;

    private static final int KINDS = 3;

    /** 1/pT [1/GeV] of the legs of W and Z, for which such tables are made. */
    private static final double RATIO_AT_K = 1 / 45.0;

    /** Edges that are closer than this are the same, rounded otherwise. */
    private static final double SAME_EDGE = 1e-9;

    private final double[] values;
    private final double[][] covariance;

    AemTable(Correction correction, EtaBinning bins) {
        AemModel model = correction.aem().model();
        double[] parameters = correction.aem().values();
        double[][] gradients = new double[KINDS * bins.size()][];
        values = new double[gradients.length];
        for (int bin = 0; bin < bins.size(); bin++) {
            double ratio = correction.fieldRatio().map(meanIn(bins, bin)).orElse(1.0);
            int first = KINDS * bin;
            gradients[first] = mean(model, bins, bin, 1 / ratio, model::fieldGradient);
            gradients[first + 1] = mean(model, bins, bin, 1 / (ratio * ratio), eta -> loss(model, eta));
            gradients[first + 2] = mean(model, bins, bin, 1, model::misalignmentGradient);
            for (int kind = 0; kind < KINDS; kind++) {
                values[first + kind] = dot(gradients[first + kind], parameters);
            }
            values[first] += 1 / ratio - 1;
        }
        covariance = propagated(gradients, correction.covariance());
    }

    private static Function<FieldRatio, Double> meanIn(EtaBinning bins, int bin) {
        return ratio -> {
            double sum = 0;
            for (int i = 0; i < POINTS; i++) {
                for (int j = 0; j < PHI_POINTS; j++) {
                    sum += ratio.at(RATIO_AT_K, point(bins, bin, i), -Math.PI + 2 * Math.PI * (j + 0.5) / PHI_POINTS);
                }
            }
            return sum / (POINTS * PHI_POINTS);
        };
    }

    private static double point(EtaBinning bins, int bin, int i) {
        double part = (i + 0.5) / POINTS;
        return bins.low(bin) * (1 - part) + bins.high(bin) * part;
    }

    /** de/dp at the reference momentum: of a loss of total momentum, 1 / cosh(eta) of it. */
    private static SparseVector loss(AemModel model, double eta) {
        double scale = model.loss().momentum() == LossMomentum.TOTAL ? 1 / Math.cosh(eta) : 1;
        SparseVector scaled = new SparseVector(model.legEntries());
        scaled.addScaled(scale, model.lossGradient(eta));
        return scaled;
    }

    private static double[] mean(
            AemModel model, EtaBinning bins, int bin, double scale, DoubleFunction<SparseVector> gradient) {
        double[] sum = new double[model.size()];
        for (int i = 0; i < POINTS; i++) {
            double[] at = gradient.apply(point(bins, bin, i)).toDense(model.size());
            for (int j = 0; j < sum.length; j++) {
                sum[j] += at[j];
            }
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] *= scale;
            sum[j] /= POINTS;
        }
        return sum;
    }

    private static double[][] propagated(double[][] gradients, Covariance covariance) {
        double[][] result = new double[gradients.length][gradients.length];
        for (int i = 0; i < gradients.length; i++) {
            double[] row = new double[covariance.dimension()];
            for (int a = 0; a < row.length; a++) {
                for (int b = 0; b < row.length; b++) {
                    row[a] += gradients[i][b] == 0 ? 0 : covariance.at(a, b) * gradients[i][b];
                }
            }
            for (int j = 0; j <= i; j++) {
                result[i][j] = dot(row, gradients[j]) * (i == j ? 1 + RIDGE : 1);
                result[j][i] = result[i][j];
            }
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Values of A (kind 0), e (1) or M (2) in all bins. */
    double[] values(int kind) {
        return everyThird(kind, values);
    }

    /** Variances of A, e or M in all bins: the diagonal of {@link #covariance}, to the bit. */
    double[] variances(int kind) {
        double[] diagonal = new double[values.length];
        Arrays.setAll(diagonal, i -> covariance[i][i]);
        return everyThird(kind, diagonal);
    }

    private static double[] everyThird(int kind, double[] all) {
        double[] some = new double[all.length / KINDS];
        Arrays.setAll(some, bin -> all[KINDS * bin + kind]);
        return some;
    }

    /** Rows and columns A, e, M of the first bin, then of the second, and so on. Not to be changed. */
    double[][] covariance() {
        return covariance;
    }

    /** What of a correction a table of these bins cannot hold but as a mean; empty if it is exact. */
    static List<String> approximations(Correction correction, EtaBinning bins) {
        AemModel model = correction.aem().model();
        List<String> found = new ArrayList<>();
        if (correction.fieldRatio().isPresent()) {
            found.add("a field ratio");
        }
        if (model.field().order() > 0) {
            found.add("A depends on phi");
        }
        if (!isConstantIn(model.field().basis(), bins)) {
            found.add("A is not constant in the eta bins");
        }
        LossShape loss = model.loss();
        if (loss.size() > 0 && (loss.rise().perEFold() > 0 || loss.momentum() == LossMomentum.TOTAL)) {
            found.add("the energy loss depends on the total momentum");
        }
        if (!isConstantIn(model.lossBins(), bins)) {
            found.add("e is not constant in the eta bins");
        }
        if (model.misalignment().order() > 0) {
            found.add("M depends on phi");
        }
        if (!isConstantIn(model.misalignmentBasis(), bins)) {
            found.add("M is not constant in the eta bins");
        }
        return found;
    }

    private static boolean isConstantIn(EtaBasis basis, EtaBinning bins) {
        for (int i = 0; i < basis.size(); i++) {
            for (int bin = 0; bin < bins.size(); bin++) {
                double[] c = basis.polynomial(i, 0.5 * (bins.low(bin) + bins.high(bin)));
                if (c[1] != 0 || c[2] != 0 || c[3] != 0) {
                    return false;
                }
            }
        }
        NavigableSet<Double> edges = new TreeSet<>();
        Arrays.stream(bins.edges()).forEach(edges::add);
        for (double at : basis.breaks()) {
            if (at > edges.first() && at < edges.last() && !hasNear(edges, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNear(NavigableSet<Double> edges, double at) {
        return !edges.subSet(at - SAME_EDGE, true, at + SAME_EDGE, true).isEmpty();
    }
}
