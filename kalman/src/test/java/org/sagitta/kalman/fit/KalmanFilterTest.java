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
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.SymMatrix5;

/** The filter and the smoother against a fit of the same track as a broken line, at every plane and at the beam line. */
class KalmanFilterTest {
    /** Parameters, in units of their sigma. */
    private static final double PARAMETERS = 1e-3;

    /** Covariances, relative to the sigmas. */
    private static final double COVARIANCE = 1e-6;

    /**
     * The same below 1 GeV: there the prior is so wide, and the matter so important, that the covariance after the first
     * hits takes up ten of the sixteen digits.
     */
    private static final double COVARIANCE_BELOW_1_GEV = 5e-6;

    /**
     * What the knowledge in the filter's prior may do to the covariance of a track without pixel hits, whose polar angle
     * is known to some mrad only. With two pixel hits it is 2e-6.
     */
    private static final double PRIOR = 1e-4;

    private static final double PRIOR_WITH_PIXELS = 2e-6;

    /** chi2, absolute: what the prior adds, (deviation/sigma)^2, for a reference some 20 mm off at the outermost plane. */
    private static final double CHI2 = 1e-3;

    private static final double[][] PT_RANGES_GEV = {{0.7, 1.5}, {2, 5}, {5, 100}, {100, 1000}};
    private static final double[][] WIDE_PT_RANGES_GEV = {{0.5, 1}, {1, 5}, {5, 100}, {100, 2000}};
    private static final int TRACKS_PER_RANGE = 75;

    private record Sample(ToyTrack toy, FittedTrack fit) {
        /** Hits behind the place where a curling track turns back are not used. */
        List<Hit> hits() {
            return toy.hits().subList(0, fit.filtered().size());
        }

        BrokenLineFit brokenLine() {
            return new BrokenLineFit(fit.reference(), hits());
        }

        BrokenLineFit brokenLineWithPrior() {
            List<ReferencePlane> planes = fit.reference().planes();
            double qOverP = planes.get(planes.size() - 1).arriving().qOverP();
            return new BrokenLineFit(
                    fit.reference(),
                    hits(),
                    new KalmanFilter().nothingKnown(qOverP).sigmas());
        }

        String name() {
            return toy.truth().toString();
        }
    }

    /** Prompt muons with all their hits. */
    private static final List<Sample> PROMPT = new ArrayList<>();

    /** From 0.5 GeV to 2 TeV, from up to 10 cm beside the beam, one hit in twenty missing. */
    private static final List<Sample> ANYWHERE = new ArrayList<>();

    @BeforeAll
    static void fitToys() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 20261122);
        TrackFitter fitter = new TrackFitter(TestConditions.TOSCA, FitSettings.standard());
        for (int i = 0; i < PT_RANGES_GEV.length * TRACKS_PER_RANGE; i++) {
            double[] range = PT_RANGES_GEV[i / TRACKS_PER_RANGE];
            ToyTrack prompt = toy.simulate(toy.muon(range[0], range[1], 2.5));
            if (fitter.fit(prompt.hits()) instanceof FittedTrack fit) {
                PROMPT.add(new Sample(prompt, fit));
            }
            double[] wide = WIDE_PT_RANGES_GEV[i / TRACKS_PER_RANGE];
            ToyTrack displaced = toy.inefficient(toy.simulate(toy.displaced(wide[0], wide[1], 2.5, 100)), 0.05);
            if (fitter.fit(displaced.hits()) instanceof FittedTrack fit) {
                ANYWHERE.add(new Sample(displaced, fit));
            }
        }
        assertTrue(PROMPT.size() > 0.98 * PT_RANGES_GEV.length * TRACKS_PER_RANGE, "fitted: " + PROMPT.size());
        assertTrue(ANYWHERE.size() > 0.98 * PT_RANGES_GEV.length * TRACKS_PER_RANGE, "fitted: " + ANYWHERE.size());
    }

    @Test
    void filterAtTheInnermostPlaneIsTheBrokenLine() {
        for (Sample s : PROMPT) {
            BrokenLineFit line = s.brokenLine();
            Filtered first = s.fit().filtered().get(0);
            assertEquals(0, line.at(0).largestPull(first.deviation()), PARAMETERS, s.name());
            assertEquals(0, line.at(0).largestDeviation(first.covariance()), COVARIANCE, s.name());
            assertEquals(line.chi2(), s.fit().chi2(), CHI2);
        }
    }

    @Test
    void smootherIsTheBrokenLineAtEveryPlane() {
        for (Sample s : PROMPT) {
            assertEqualAtEveryPlane(s, s.brokenLine(), COVARIANCE);
        }
    }

    @Test
    void withTheSamePriorTheyAreEqualForAnyTrack() {
        for (Sample s : ANYWHERE) {
            double tolerance = s.toy().truth().pt() < 1 ? COVARIANCE_BELOW_1_GEV : COVARIANCE;
            assertEqualAtEveryPlane(s, s.brokenLineWithPrior(), tolerance);
        }
    }

    @Test
    void withoutPriorTheyAreEqualForAnyTrack() {
        for (Sample s : ANYWHERE) {
            boolean pixels =
                    s.hits().stream().mapToInt(HitProjection::dimension).sum()
                                    - s.hits().size()
                            >= 2;
            double prior = pixels ? PRIOR_WITH_PIXELS : PRIOR;
            assertEqualAtEveryPlane(
                    s, s.brokenLine(), s.toy().truth().pt() < 1 ? Math.max(prior, COVARIANCE_BELOW_1_GEV) : prior);
        }
    }

    private static void assertEqualAtEveryPlane(Sample s, BrokenLineFit line, double covariance) {
        List<Smoothed> smoothed = new Smoother().smooth(s.fit());
        for (int k = 0; k < smoothed.size(); k++) {
            String where = "plane " + k + " of " + smoothed.size() + ", " + s.name();
            assertEquals(0, line.at(k).largestPull(smoothed.get(k).deviation()), PARAMETERS, where);
            assertEquals(0, line.at(k).largestDeviation(smoothed.get(k).covariance()), covariance, where);
        }
    }

    @Test
    void atTheBeamLineTheyAreEqualAsWell() {
        Propagator propagator = new Propagator(TestConditions.TOSCA.field());
        for (Sample s : PROMPT) {
            BrokenLineFit line = s.brokenLine();
            ReferencePlane first = s.fit().reference().planes().get(0);
            LocalVector onFirst = first.parameters().plus(line.at(0).vector());
            Transported flight = (Transported) propagator.toBeamLine(
                    onFirst.on(first.sensor().plane()), first.sensor().plane());
            LocalVector difference = s.fit().perigee().parameters().minus(flight.parameters());
            SymMatrix5 covariance = s.fit().perigee().covariance();
            for (Param p : Param.values()) {
                assertEquals(0, difference.get(p) / covariance.sigma(p), PARAMETERS, p + ", " + s.name());
            }
            assertEquals(0, line.transported(flight.jacobian()).largestDeviation(covariance), COVARIANCE, s.name());
        }
    }

    @Test
    void statesAreReferencePlusDeviation() {
        FittedTrack fit = PROMPT.get(0).fit();
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
        for (Sample s : PROMPT) {
            Filtered a = standard.filter(s.fit().reference(), s.hits()).get(0);
            Filtered b = narrower.filter(s.fit().reference(), s.hits()).get(0);
            for (Param p : Param.values()) {
                double sigma = a.covariance().sigma(p);
                assertEquals(0, (a.deviation().get(p) - b.deviation().get(p)) / sigma, PARAMETERS, p.name());
                assertEquals(1, b.covariance().sigma(p) / sigma, 10 * COVARIANCE, p.name());
            }
        }
    }
}
