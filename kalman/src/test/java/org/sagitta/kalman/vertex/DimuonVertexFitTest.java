package org.sagitta.kalman.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTruth;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.MomentumState;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix3;
import org.sagitta.kalman.state.SymMatrix5;

class DimuonVertexFitTest {
    private static final FieldCursor FIELD = TestConditions.UNIFORM.field().cursor();
    private static final double BZ = 3.8;

    /** In standard deviations, and relative for covariances: the fits stop at 1e-4 sigma, the other derivatives are numerical. */
    private static final double SAME_MINIMUM = 1e-3;

    private static final SymMatrix5 COVARIANCE = SymMatrix5.diagonal(4e-4, 1e-3, 4e-7, 9e-7, 2e-6)
            .transformedBy(Matrix5.ofColumns(
                    new LocalVector(1, 0.1, 0.002, 0, 0),
                    new LocalVector(0, 1, 0, 0.002, 0),
                    new LocalVector(3, 0, 1, 0.1, 0.3),
                    new LocalVector(0, 4, 0.2, 1, -0.2),
                    new LocalVector(0, 0, 0.4, -0.3, 1)));

    private static final BeamSpot BEAM_SPOT = new BeamSpot(Vec3.ZERO, new Vec3(0.02, 0.02, 50));

    /** Two muons of about the J/psi from one point. */
    private record TruePair(Vec3 vertex, PairKinematics.Leg first, PairKinematics.Leg second) {
        static TruePair draw(Random random, Vec3 vertex) {
            double phi = Math.PI * (2 * random.nextDouble() - 1);
            double theta = 0.5 + 2 * random.nextDouble();
            return new TruePair(
                    vertex,
                    new PairKinematics.Leg(phi, theta, 0.1 + 0.1 * random.nextDouble()),
                    new PairKinematics.Leg(
                            phi + 0.2 + random.nextDouble(), theta + 0.2, -0.1 - 0.1 * random.nextDouble()));
        }

        double mass() {
            return PairKinematics.mass(first, second);
        }

        PerigeeState measured(PairKinematics.Leg leg, Random random) {
            LocalVector exact = new HelixAtPoint(BZ, vertex, leg.phi(), leg.theta(), leg.qOverP()).perigee();
            return new PerigeeState(exact.plus(noise(random)), COVARIANCE);
        }
    }

    private static LocalVector noise(Random random) {
        RealMatrix lower = new CholeskyDecomposition(matrix(COVARIANCE)).getL();
        double[] e = new double[Param.SIZE];
        for (int i = 0; i < e.length; i++) {
            e[i] = random.nextGaussian();
        }
        double[] x = lower.operate(e);
        return new LocalVector(x[0], x[1], x[2], x[3], x[4]);
    }

    private static RealMatrix matrix(SymMatrix5 c) {
        RealMatrix m = new Array2DRowRealMatrix(Param.SIZE, Param.SIZE);
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                m.setEntry(i.index(), j.index(), c.at(i, j));
            }
        }
        return m;
    }

    private static DimuonVertex fit(Optional<BeamSpot> spot, PerigeeState a, PerigeeState b) {
        return assertInstanceOf(DimuonVertex.class, new DimuonVertexFit(FIELD, spot).fit(a, b));
    }

    private static double[] pulls(TruePair truth, DimuonVertex v) {
        Vec3 d = v.position().minus(truth.vertex());
        return new double[] {
            d.x() / v.covariance().sigma(0),
            d.y() / v.covariance().sigma(1),
            d.z() / v.covariance().sigma(2),
            (v.mass().mass() - truth.mass()) / v.mass().sigma(),
            (v.first().qOverP() - truth.first().qOverP())
                    / v.first().covariance().sigma(MomentumState.Q_OVER_P),
            (v.second().theta() - truth.second().theta())
                    / v.second().covariance().sigma(MomentumState.LAMBDA)
        };
    }

    /**
     * Statistical: 3000 pairs, four standard deviations on means and mean squares of six pulls and on the mean chi2, with
     * beam spot and without, on the beam line and up to 10 cm away; false-alarm rate 2e-3.
     */
    @Test
    void pullsAreUnitGaussians() {
        Random random = new Random(51);
        int pairs = 3000;
        for (double distance : new double[] {0, 100}) {
            for (Optional<BeamSpot> spot : List.of(Optional.<BeamSpot>empty(), Optional.of(BEAM_SPOT))) {
                if (distance > 0 && spot.isPresent()) {
                    continue;
                }
                double[] sum = new double[6];
                double[] square = new double[6];
                double chi2 = 0;
                int ndof = 0;
                for (int i = 0; i < pairs; i++) {
                    Vec3 vertex = new Vec3(
                            0.02 * random.nextGaussian() + 0.7 * distance * random.nextDouble(),
                            0.02 * random.nextGaussian() + 0.7 * distance * random.nextDouble(),
                            50 * random.nextGaussian());
                    TruePair truth = TruePair.draw(random, vertex);
                    DimuonVertex v =
                            fit(spot, truth.measured(truth.first(), random), truth.measured(truth.second(), random));
                    double[] pulls = pulls(truth, v);
                    for (int k = 0; k < pulls.length; k++) {
                        sum[k] += pulls[k];
                        square[k] += pulls[k] * pulls[k];
                    }
                    chi2 += v.chi2();
                    ndof = v.ndof();
                }
                for (int k = 0; k < sum.length; k++) {
                    assertEquals(0, sum[k] / pairs, 4 / Math.sqrt(pairs), "mean of pull " + k);
                    assertEquals(1, square[k] / pairs, 4 * Math.sqrt(2.0 / pairs), "square of pull " + k);
                }
                assertEquals(spot.isPresent() ? 4 : 1, ndof);
                assertEquals(ndof, chi2 / pairs, 4 * Math.sqrt(2.0 * ndof / pairs));
            }
        }
    }

    @Test
    void itIsTheLeastSquaresSolution() {
        Random random = new Random(52);
        for (int i = 0; i < 20; i++) {
            TruePair truth = TruePair.draw(random, new Vec3(3 * random.nextGaussian(), 2, 20));
            PerigeeState a = truth.measured(truth.first(), random);
            PerigeeState b = truth.measured(truth.second(), random);
            DimuonVertex v = fit(Optional.empty(), a, b);
            LeastSquaresOptimizer.Optimum best = levenbergMarquardt(truth, a, b);
            RealMatrix covariance = best.getCovariances(1e-30);
            double[] x = best.getPoint().toArray();
            double[] actual = {
                v.position().x(), v.position().y(), v.position().z(),
                v.first().phi(), v.first().theta(), v.first().qOverP(),
                v.second().phi(), v.second().theta(), v.second().qOverP()
            };
            for (int k = 0; k < x.length; k++) {
                double difference = Math.IEEEremainder(actual[k] - x[k], 2 * Math.PI);
                assertEquals(0, difference / Math.sqrt(covariance.getEntry(k, k)), SAME_MINIMUM, "unknown " + k);
            }
            assertEquals(best.getCost() * best.getCost(), v.chi2(), SAME_MINIMUM);
            assertEquals(1, v.covariance().sigma(2) / Math.sqrt(covariance.getEntry(2, 2)), SAME_MINIMUM);
            assertEquals(
                    -covariance.getEntry(5, 4),
                    v.first().covariance().at(MomentumState.Q_OVER_P, MomentumState.LAMBDA),
                    SAME_MINIMUM * Math.sqrt(covariance.getEntry(5, 5) * covariance.getEntry(4, 4)));
        }
    }

    /** The same chi2, written once more and minimised by a library with numerical derivatives. */
    private static LeastSquaresOptimizer.Optimum levenbergMarquardt(TruePair truth, PerigeeState a, PerigeeState b) {
        RealMatrix whitening = new CholeskyDecomposition(new CholeskyDecomposition(matrix(COVARIANCE))
                        .getSolver()
                        .getInverse())
                .getLT();
        double[] start = {
            truth.vertex().x(), truth.vertex().y(), truth.vertex().z(),
            truth.first().phi(), truth.first().theta(), truth.first().qOverP(),
            truth.second().phi(), truth.second().theta(), truth.second().qOverP()
        };
        return new LevenbergMarquardtOptimizer()
                .withParameterRelativeTolerance(1e-14)
                .withCostRelativeTolerance(1e-14)
                .optimize(new LeastSquaresBuilder()
                        .model(point -> {
                            double[] x = point.toArray();
                            double[] r = residuals(x, a, b, whitening);
                            RealMatrix j = new Array2DRowRealMatrix(r.length, x.length);
                            for (int k = 0; k < x.length; k++) {
                                double h = k < 3 ? 1e-3 : 1e-6;
                                double[] up = x.clone();
                                double[] down = x.clone();
                                up[k] += h;
                                down[k] -= h;
                                RealVector d = new ArrayRealVector(residuals(up, a, b, whitening))
                                        .subtract(new ArrayRealVector(residuals(down, a, b, whitening)));
                                j.setColumnVector(k, d.mapMultiply(0.5 / h));
                            }
                            return new Pair<>(new ArrayRealVector(r), j);
                        })
                        .target(new double[2 * Param.SIZE])
                        .start(start)
                        .lazyEvaluation(false)
                        .maxEvaluations(100)
                        .maxIterations(100)
                        .build());
    }

    private static double[] residuals(double[] x, PerigeeState a, PerigeeState b, RealMatrix whitening) {
        double[] r = new double[2 * Param.SIZE];
        for (int leg = 0; leg < 2; leg++) {
            int k = 3 + 3 * leg;
            LocalVector p = new HelixAtPoint(BZ, new Vec3(x[0], x[1], x[2]), x[k], x[k + 1], x[k + 2]).perigee();
            LocalVector d = (leg == 0 ? a : b).parameters().minus(p);
            double phi = Math.IEEEremainder(d.phi(), 2 * Math.PI);
            double[] white = whitening.operate(new double[] {d.u(), d.v(), phi, d.theta(), d.qOverP()});
            System.arraycopy(white, 0, r, Param.SIZE * leg, Param.SIZE);
        }
        return r;
    }

    @Test
    void theCommonPointSharpensTheMass() {
        Random random = new Random(53);
        for (int i = 0; i < 100; i++) {
            TruePair truth = TruePair.draw(random, Vec3.ZERO);
            PerigeeState a = truth.measured(truth.first(), random);
            PerigeeState b = truth.measured(truth.second(), random);
            double alone = new DimuonFit().fit(a, b).sigma();
            double joined = fit(Optional.empty(), a, b).mass().sigma();
            double withSpot = fit(Optional.of(BEAM_SPOT), a, b).mass().sigma();
            // The errors are taken at slightly different momenta.
            assertTrue(joined < 1.01 * alone, joined + " and " + alone);
            assertTrue(withSpot < 1.01 * joined, withSpot + " and " + joined);
        }
    }

    @Test
    void theOrderDoesNotMatter() {
        Random random = new Random(54);
        TruePair truth = TruePair.draw(random, Vec3.ZERO);
        PerigeeState a = truth.measured(truth.first(), random);
        PerigeeState b = truth.measured(truth.second(), random);
        DimuonVertex ab = fit(Optional.of(BEAM_SPOT), a, b);
        DimuonVertex ba = fit(Optional.of(BEAM_SPOT), b, a);
        assertEquals(ab.mass().mass(), ba.mass().mass(), 1e-9);
        assertEquals(ab.first().qOverP(), ba.second().qOverP(), 1e-9);
    }

    /** Statistical: 300 pairs through hits and track fit; four standard deviations, false-alarm rate 1e-3. */
    @Test
    void fittedTracksComeFromTheirVertex() {
        ToySimulation toy = new ToySimulation(TestConditions.UNIFORM, 55);
        TrackFitter fitter = new TrackFitter(TestConditions.UNIFORM, FitSettings.standard());
        Random random = new Random(56);
        double[] square = new double[6];
        int pairs = 300;
        for (int i = 0; i < pairs; i++) {
            Vec3 vertex = new Vec3(random.nextGaussian(), random.nextGaussian(), 30 * random.nextGaussian());
            TruePair truth = TruePair.draw(random, vertex);
            double[] pulls = pulls(
                    truth,
                    fit(
                            Optional.empty(),
                            fitted(toy, fitter, vertex, truth.first()),
                            fitted(toy, fitter, vertex, truth.second())));
            for (int k = 0; k < pulls.length; k++) {
                square[k] += pulls[k] * pulls[k];
            }
        }
        for (int k = 0; k < square.length; k++) {
            assertEquals(1, square[k] / pairs, 4 * Math.sqrt(2.0 / pairs), "square of pull " + k);
        }
    }

    private static PerigeeState fitted(ToySimulation toy, TrackFitter fitter, Vec3 vertex, PairKinematics.Leg leg) {
        ToyTruth truth = new ToyTruth(vertex, leg.phi(), leg.theta(), leg.qOverP());
        return assertInstanceOf(
                        FittedTrack.class, fitter.fit(toy.simulate(truth).hits()))
                .perigee();
    }

    @Test
    void tracksThatMakeNoPointAreNoVertex() {
        PerigeeState track = new PerigeeState(new LocalVector(0.1, 2, 0.3, 1.2, 0.1), COVARIANCE);
        SymMatrix5 broken = SymMatrix5.diagonal(1e-4, 1e-4, -1e-6, 1e-6, 1e-6);
        NoVertex none = assertInstanceOf(
                NoVertex.class,
                new DimuonVertexFit(FIELD, Optional.empty()).fit(track, new PerigeeState(track.parameters(), broken)));
        assertEquals(NoVertex.Reason.SINGULAR, none.reason());
        assertThrows(IllegalArgumentException.class, () -> new BeamSpot(Vec3.ZERO, Vec3.ZERO));
        assertEquals(0, new BeamSpot(Vec3.ZERO, new Vec3(1 / 0.0, 1 / 0.0, 1 / 0.0)).dimension());
    }

    @Test
    void covarianceOfTheMomentumIsThatOfTheState() {
        MomentumState m = MomentumState.of(new PerigeeState(new LocalVector(0.1, 2, 0.3, 1.2, -0.1), COVARIANCE));
        assertEquals(0.5 * Math.PI - 1.2, m.lambda());
        assertEquals(1.2, m.theta());
        assertEquals(0.3, m.phi());
        assertEquals(10 * Math.sin(1.2), m.pt(), 1e-12);
        assertEquals(
                COVARIANCE.at(Param.Q_OVER_P, Param.Q_OVER_P), m.covariance().at(0, 0));
        assertEquals(-COVARIANCE.at(Param.THETA, Param.Q_OVER_P), m.covariance().at(0, 1));
        assertEquals(-COVARIANCE.at(Param.THETA, Param.PHI), m.covariance().at(MomentumState.PHI, 1));
        assertEquals(COVARIANCE.at(Param.PHI, Param.Q_OVER_P), m.covariance().at(2, 0));
        assertEquals(COVARIANCE.sigma(Param.THETA), m.covariance().sigma(MomentumState.LAMBDA));
        assertThrows(IllegalArgumentException.class, () -> SymMatrix3.ofLowerTriangle(1, 2));
    }
}
