package org.sagitta.kalman.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTrack;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;

/** The filter and the smoother against a global least-squares fit of the same linear problem. */
class KalmanFilterTest {
    /** Parameters, in units of their sigma. */
    private static final double PARAMETERS = 1e-3;

    /** Covariances, relative to the sigmas; the information in the prior is smaller than this. */
    private static final double COVARIANCE = 1e-6;

    /** chi2, absolute: what the prior adds, (deviation/sigma)^2, for a reference some 20 mm off at the outermost plane. */
    private static final double CHI2 = 1e-3;

    private static final double[][] PT_RANGES_GEV = {{0.7, 1.5}, {2, 5}, {5, 100}, {100, 1000}};
    private static final int TRACKS_PER_RANGE = 75;

    private record Sample(ToyTrack toy, FittedTrack fit) {
        GlobalLeastSquares globalFit(int plane) {
            return new GlobalLeastSquares(fit.reference(), toy.hits(), plane);
        }
    }

    private static final List<Sample> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void fitToys() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 20261122);
        TrackFitter fitter = new TrackFitter(TestConditions.TOSCA, FitSettings.standard());
        for (double[] range : PT_RANGES_GEV) {
            for (int i = 0; i < TRACKS_PER_RANGE; i++) {
                ToyTrack track = toy.simulate(toy.muon(range[0], range[1], 2.5));
                if (fitter.fit(track.hits()) instanceof FittedTrack fit) {
                    SAMPLES.add(new Sample(track, fit));
                }
            }
        }
        assertTrue(SAMPLES.size() > 0.95 * PT_RANGES_GEV.length * TRACKS_PER_RANGE, "fitted: " + SAMPLES.size());
    }

    @Test
    void filterAtTheInnermostPlaneIsTheGlobalFit() {
        for (Sample s : SAMPLES) {
            GlobalLeastSquares global = s.globalFit(0);
            Filtered first = s.fit().filtered().get(0);
            assertEquals(
                    0,
                    global.largestPull(first.deviation()),
                    PARAMETERS,
                    s.toy().truth().toString());
            assertEquals(
                    0,
                    global.largestDeviation(first.covariance()),
                    COVARIANCE,
                    s.toy().truth().toString());
            assertEquals(global.chi2(), s.fit().chi2(), CHI2);
        }
    }

    @Test
    void smootherIsTheGlobalFitAtEveryPlane() {
        Smoother smoother = new Smoother();
        for (int i = 0; i < SAMPLES.size(); i += 5) {
            Sample s = SAMPLES.get(i);
            List<Smoothed> smoothed = smoother.smooth(s.fit());
            for (int k = 0; k < smoothed.size(); k++) {
                GlobalLeastSquares global = s.globalFit(k);
                String where =
                        "plane " + k + " of " + smoothed.size() + ", " + s.toy().truth();
                assertEquals(0, global.largestPull(smoothed.get(k).deviation()), PARAMETERS, where);
                assertEquals(0, global.largestDeviation(smoothed.get(k).covariance()), COVARIANCE, where);
            }
        }
    }

    @Test
    void statesAreReferencePlusDeviation() {
        FittedTrack fit = SAMPLES.get(0).fit();
        Smoothed last = new Smoother().smooth(fit).get(fit.filtered().size() - 1);
        LocalVector reference = last.filtered().predicted().plane().parameters();
        assertEquals(reference.plus(last.deviation()), last.state().parameters());
        assertEquals(
                reference.plus(last.filtered().deviation()),
                last.filtered().state().parameters());
        Predicted predicted = last.filtered().predicted();
        assertEquals(LocalVector.ZERO, predicted.deviation());
        assertEquals(reference, predicted.state().parameters());
    }

    @Test
    void nothingDependsOnThePrior() {
        // Nine times the information, and it still does not show.
        KalmanFilter narrower = new KalmanFilter(1.0 / 3);
        KalmanFilter standard = new KalmanFilter();
        for (Sample s : SAMPLES) {
            Filtered a = standard.filter(s.fit().reference(), s.toy().hits()).get(0);
            Filtered b = narrower.filter(s.fit().reference(), s.toy().hits()).get(0);
            for (Param p : Param.values()) {
                double sigma = a.covariance().sigma(p);
                assertEquals(0, (a.deviation().get(p) - b.deviation().get(p)) / sigma, PARAMETERS, p.name());
                assertEquals(1, b.covariance().sigma(p) / sigma, 10 * COVARIANCE, p.name());
            }
        }
    }
}
