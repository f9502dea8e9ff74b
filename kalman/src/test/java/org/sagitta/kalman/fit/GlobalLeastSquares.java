package org.sagitta.kalman.fit;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The same linear problem without a filter: all residuals at once, with their full covariance from measurement errors,
 * scattering and straggling, fitted for the state on one plane.
 *
 * <p>With x the state on the chosen plane, the states on the others are x_j = T_j x + (sum of the noises in between), so
 * that r = D x + S n + epsilon with V = S Q S^T + R; x = (D^T V^-1 D)^-1 D^T V^-1 r.
 */
final class GlobalLeastSquares {
    private static final int N = Param.SIZE;

    private final ReferenceTrajectory reference;
    private final int noises;
    private final List<double[]> design = new ArrayList<>();
    private final List<double[]> noiseRows = new ArrayList<>();
    private final List<ScalarMeasurement> measurements = new ArrayList<>();

    private DMatrixRMaj estimate = new DMatrixRMaj(N, 1);
    private DMatrixRMaj covariance = new DMatrixRMaj(N, N);
    private double chi2;

    /** Solves for the state on the plane of index {@code base}. */
    GlobalLeastSquares(ReferenceTrajectory reference, List<Hit> hits, int base) {
        this.reference = reference;
        this.noises = N * reference.legs().size();
        walkInwards(hits, base);
        walkOutwards(hits, base);
        solve();
    }

    double estimate(Param p) {
        return estimate.get(p.index());
    }

    double covariance(Param i, Param j) {
        return covariance.get(i.index(), j.index());
    }

    double chi2() {
        return chi2;
    }

    /** x_k = G_k x_(k+1) + n_k, from the base inwards; the base itself included. */
    private void walkInwards(List<Hit> hits, int base) {
        DMatrixRMaj transfer = CommonOps_DDRM.identity(N);
        DMatrixRMaj noise = new DMatrixRMaj(N, noises);
        measure(hits, base, transfer, noise);
        for (int k = base - 1; k >= 0; k--) {
            DMatrixRMaj g = matrix(reference.legs().get(k).inwards());
            transfer = product(g, transfer);
            noise = product(g, noise);
            addUnit(noise, k, 1);
            measure(hits, k, transfer, noise);
        }
    }

    /** x_(k+1) = G_k^-1 (x_k - n_k), from the base outwards. */
    private void walkOutwards(List<Hit> hits, int base) {
        DMatrixRMaj transfer = CommonOps_DDRM.identity(N);
        DMatrixRMaj noise = new DMatrixRMaj(N, noises);
        for (int k = base; k < reference.legs().size(); k++) {
            DMatrixRMaj inverse = new DMatrixRMaj(N, N);
            CommonOps_DDRM.invert(matrix(reference.legs().get(k).inwards()), inverse);
            addUnit(noise, k, -1);
            transfer = product(inverse, transfer);
            noise = product(inverse, noise);
            measure(hits, k + 1, transfer, noise);
        }
    }

    private static void addUnit(DMatrixRMaj noise, int leg, double value) {
        for (int i = 0; i < N; i++) {
            noise.add(i, N * leg + i, value);
        }
    }

    private void measure(List<Hit> hits, int k, DMatrixRMaj transfer, DMatrixRMaj noise) {
        ReferencePlane plane = reference.planes().get(k);
        for (ScalarMeasurement m : HitProjection.project(
                hits.get(k), plane.sensor(), plane.local().x(), plane.local().y())) {
            measurements.add(m);
            design.add(row(m, transfer));
            noiseRows.add(row(m, noise));
        }
    }

    private static double[] row(ScalarMeasurement m, DMatrixRMaj states) {
        double[] row = new double[states.numCols];
        for (int j = 0; j < row.length; j++) {
            row[j] = m.slopeU() * states.get(0, j) + m.slopeV() * states.get(1, j);
        }
        return row;
    }

    private void solve() {
        int m = measurements.size();
        DMatrixRMaj d = new DMatrixRMaj(design.toArray(double[][]::new));
        DMatrixRMaj s = new DMatrixRMaj(noiseRows.toArray(double[][]::new));
        DMatrixRMaj v = product(product(s, noiseCovariance()), transposed(s));
        DMatrixRMaj r = new DMatrixRMaj(m, 1);
        for (int i = 0; i < m; i++) {
            v.add(i, i, measurements.get(i).variance());
            r.set(i, measurements.get(i).residual());
        }
        DMatrixRMaj weight = inverted(v);
        double[] scale = new double[N];
        DMatrixRMaj normal = product(transposed(d), product(weight, d));
        for (int i = 0; i < N; i++) {
            scale[i] = 1 / Math.sqrt(normal.get(i, i));
        }
        scale(normal, scale);
        covariance = inverted(normal);
        scale(covariance, scale);
        estimate = product(covariance, product(transposed(d), product(weight, r)));
        DMatrixRMaj left = r.copy();
        CommonOps_DDRM.subtractEquals(left, product(d, estimate));
        chi2 = product(transposed(left), product(weight, left)).get(0);
    }

    private static void scale(DMatrixRMaj m, double[] scale) {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                m.set(i, j, m.get(i, j) * scale[i] * scale[j]);
            }
        }
    }

    private DMatrixRMaj noiseCovariance() {
        DMatrixRMaj q = new DMatrixRMaj(noises, noises);
        for (int k = 0; k < reference.legs().size(); k++) {
            SymMatrix5 noise = reference.legs().get(k).noise();
            for (Param i : Param.values()) {
                for (Param j : Param.values()) {
                    q.set(N * k + i.index(), N * k + j.index(), noise.at(i, j));
                }
            }
        }
        return q;
    }

    private static DMatrixRMaj matrix(Matrix5 m) {
        DMatrixRMaj result = new DMatrixRMaj(N, N);
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                result.set(i.index(), j.index(), m.at(i, j));
            }
        }
        return result;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj c = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, c);
        return c;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj a) {
        DMatrixRMaj t = new DMatrixRMaj(a.numCols, a.numRows);
        CommonOps_DDRM.transpose(a, t);
        return t;
    }

    private static DMatrixRMaj inverted(DMatrixRMaj a) {
        DMatrixRMaj inverse = new DMatrixRMaj(a.numRows, a.numCols);
        if (!CommonOps_DDRM.invert(a, inverse)) {
            throw new IllegalStateException("singular matrix in the global least squares");
        }
        return inverse;
    }

    /** The largest deviation of an estimate from this one, in units of sigma. */
    double largestPull(LocalVector other) {
        double worst = 0;
        for (Param p : Param.values()) {
            worst = Math.max(worst, Math.abs(other.get(p) - estimate(p)) / Math.sqrt(covariance(p, p)));
        }
        return worst;
    }

    /** The largest deviation of a covariance from this one, relative to the two sigmas concerned. */
    double largestDeviation(SymMatrix5 other) {
        double worst = 0;
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                double scale = Math.sqrt(covariance(i, i) * covariance(j, j));
                worst = Math.max(worst, Math.abs(other.at(i, j) - covariance(i, j)) / scale);
            }
        }
        return worst;
    }
}
