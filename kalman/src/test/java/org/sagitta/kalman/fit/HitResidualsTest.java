package org.sagitta.kalman.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTrack;
import org.sagitta.kalman.ToyTruth;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.Param;

class HitResidualsTest {
    /** Relative to sigma and sigma^2 of a residual: what smoother and broken line differ by, times up to 1000. */
    private static final double NUMERICAL = 1e-4;

    private static final double LIMIT = 5;

    private final TrackFitter fitter = new TrackFitter(TestConditions.TOSCA, FitSettings.standard());
    private final HitResiduals residuals = new HitResiduals();

    @Test
    void aResidualIsThatOfTheTrackFittedWithoutTheHit() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 31);
        int tested = 0;
        for (int i = 0; i < 40; i++) {
            ToyTrack track = toy.inefficient(toy.simulate(toy.displaced(0.9, 500, 2.4, 50)), 0.1);
            FittedTrack fit = assertInstanceOf(FittedTrack.class, fitter.fit(track.hits()));
            double chi2 = new BrokenLineFit(fit.reference(), track.hits()).chi2();
            for (HitResidual residual : residuals.of(fit)) {
                int k = residual.hitIndex();
                BrokenLineFit others = BrokenLineFit.without(k, fit.reference(), track.hits());
                List<ScalarMeasurement> measured = fit.filtered().get(k).measurements();
                for (int j = 0; j < measured.size(); j++) {
                    assertIsResidual(
                            measured.get(j),
                            others.at(k),
                            residual.coordinates().get(j));
                }
                assertEquals(chi2 - others.chi2(), residual.chi2(), NUMERICAL * (1 + residual.chi2()));
                tested++;
            }
        }
        assertTrue(tested > 400, "residuals: " + tested);
    }

    private static void assertIsResidual(ScalarMeasurement m, BrokenLineFit.State track, UnbiasedResidual actual) {
        double u = m.slopeU();
        double v = m.slopeV();
        int i = Param.LOC_U.index();
        int j = Param.LOC_V.index();
        double value = m.residual()
                - u * track.deviation().get(i)
                - v * track.deviation().get(j);
        double variance = m.variance()
                + u * u * track.covariance().get(i, i)
                + 2 * u * v * track.covariance().get(i, j)
                + v * v * track.covariance().get(j, j);
        assertEquals(1, actual.variance() / variance, NUMERICAL);
        assertEquals(value / Math.sqrt(variance), actual.pull(), NUMERICAL);
    }

    /**
     * Statistical: 1000 tracks, some 5000 pixel and 13000 strip hits; limits of five standard deviations of independent
     * Gaussians on means and mean squares of pulls of strips, pixel u, pixel v. Residuals of one track are correlated;
     * the sums spread 1.2 to 1.4 times wider (measured), so that the limits are 3.6 real standard deviations.
     * False-alarm rate 2e-3.
     */
    @Test
    void pullsAreUnitGaussians() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 32);
        double[] n = new double[3];
        double[] sum = new double[3];
        double[] square = new double[3];
        double chi2 = 0;
        for (int i = 0; i < 1000; i++) {
            ToyTrack track = toy.simulate(toy.muon(1, 100, 2.3));
            FittedTrack fit = assertInstanceOf(FittedTrack.class, fitter.fit(track.hits()));
            for (HitResidual residual : residuals.of(fit)) {
                boolean pixel = track.hits().get(residual.hitIndex()) instanceof PixelHit;
                chi2 += residual.chi2() - residual.coordinates().size();
                for (int j = 0; j < residual.coordinates().size(); j++) {
                    double pull = residual.coordinates().get(j).pull();
                    int kind = pixel ? j : 2;
                    n[kind]++;
                    sum[kind] += pull;
                    square[kind] += pull * pull;
                }
            }
        }
        for (int kind : IntStream.range(0, 3).toArray()) {
            assertTrue(n[kind] > 3000, kind + ": " + n[kind]);
            assertEquals(0, sum[kind] / n[kind], LIMIT / Math.sqrt(n[kind]), "mean of kind " + kind);
            assertEquals(1, square[kind] / n[kind], LIMIT * Math.sqrt(2 / n[kind]), "square of kind " + kind);
        }
        double all = n[0] + n[1] + n[2];
        assertEquals(0, chi2 / all, LIMIT * Math.sqrt(2 / all));
    }

    @Test
    void aHitThatTheTrackNeedsIsNotTested() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 33);
        ToyTrack track = toy.simulate(new ToyTruth(Vec3.ZERO, 0.3, 1.25, 0.1));
        // Three pixel points have six coordinates: without one of them the track has four.
        List<Hit> three = track.hits().stream()
                .filter(h -> h instanceof PixelHit)
                .limit(3)
                .toList();
        assertEquals(3, three.size());
        FittedTrack fit = assertInstanceOf(FittedTrack.class, fitter.fit(three));
        assertEquals(List.of(), residuals.of(fit));
    }
}
