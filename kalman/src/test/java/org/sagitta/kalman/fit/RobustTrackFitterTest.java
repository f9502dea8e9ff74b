package org.sagitta.kalman.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTrack;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.state.Param;

@Execution(ExecutionMode.CONCURRENT)
class RobustTrackFitterTest {
    /** Pulls beyond are counted, not averaged: of good tracks there are none, some in 10000 end on a wrong set of hits. */
    private static final double TAIL = 5;

    /** A wrong hit is anywhere on its sensor, but not nearer to the track than this many standard deviations. */
    private static final double FAR = 20;

    private final TrackFitter plain = new TrackFitter(TestConditions.TOSCA, FitSettings.standard());
    private final RobustTrackFitter robust = new RobustTrackFitter(plain, OutlierSettings.standard());

    /** Sums over a sample of tracks some of whose hits are wrong. */
    static final class Performance {
        private int tracks;
        private int fitted;
        private int plainFitted;
        private int wrong;
        private int rejected;
        private int found;
        private int tail;
        private double pull;
        private double pull2;
        private double relative;

        void add(ToyTrack track, List<Integer> wrongHits, RobustFit fit, FitResult withoutStage) {
            tracks++;
            plainFitted += withoutStage instanceof FittedTrack ? 1 : 0;
            if (fit.result() instanceof FittedTrack f) {
                fitted++;
                wrong += wrongHits.size();
                rejected += fit.rejectedHits().size();
                found += (int)
                        fit.rejectedHits().stream().filter(wrongHits::contains).count();
                double difference = f.perigee().qOverP() - track.truth().qOverP();
                double p = difference / f.perigee().covariance().sigma(Param.Q_OVER_P);
                if (Math.abs(p) > TAIL) {
                    tail++;
                } else {
                    pull += p;
                    pull2 += p * p;
                    relative += difference / track.truth().qOverP();
                }
            }
        }

        double failed() {
            return 1 - fitted / (double) tracks;
        }

        double failedWithoutStage() {
            return 1 - plainFitted / (double) tracks;
        }

        double efficiency() {
            return found / (double) wrong;
        }

        double purity() {
            return found / (double) rejected;
        }

        double meanPull() {
            return pull / fitted;
        }

        double meanSquarePull() {
            return pull2 / fitted;
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "tracks %d, failed %.4f (without %.4f), wrong hits %d, efficiency %.4f, purity %.4f, pull %.3f, square %.3f, tail %d, relative %.1e",
                    tracks,
                    failed(),
                    failedWithoutStage(),
                    wrong,
                    efficiency(),
                    purity(),
                    meanPull(),
                    meanSquarePull(),
                    tail,
                    relative / fitted);
        }
    }

    private Performance measured(double ptMin, double ptMax, double wrongHits, int tracks) {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 41);
        Random random = new Random(42);
        Performance performance = new Performance();
        for (int i = 0; i < tracks; i++) {
            ToyTrack track = toy.simulate(toy.muon(ptMin, ptMax, 2.4));
            List<Hit> hits = new ArrayList<>(track.hits());
            List<Integer> wrong = new ArrayList<>();
            for (int k = 0; k < hits.size(); k++) {
                if (random.nextDouble() < wrongHits) {
                    wrong.add(k);
                    hits.set(k, displaced(hits.get(k), random));
                }
            }
            performance.add(track, wrong, robust.fit(hits), plain.fit(hits));
        }
        return performance;
    }

    private static Hit displaced(Hit hit, Random random) {
        Sensor sensor = TestConditions.TOSCA.tracker().sensor(hit.sensor());
        Outline outline = sensor.outline();
        double sigma = sensor.resolution().sigmaU();
        if (hit instanceof PixelHit pixel) {
            double v = outline.halfLength() * (2 * random.nextDouble() - 1);
            return new PixelHit(hit.sensor(), farFrom(pixel.u(), sigma, outline, random), v);
        }
        return new StripHit(hit.sensor(), farFrom(((StripHit) hit).coordinate(), sigma, outline, random));
    }

    private static double farFrom(double u, double sigma, Outline outline, Random random) {
        double other = u;
        while (Math.abs(other - u) < FAR * sigma) {
            other = outline.halfWidthAt(0) * (2 * random.nextDouble() - 1);
        }
        return other;
    }

    /**
     * Statistical: 1500 tracks each. Measured with 5000: efficiency and purity 0.999 (0.994 below 3 GeV), failures 0.0002 to
     * 0.0008 with 1 % wrong hits and 0.005 to 0.006 with 5 % (0.05 and 0.2 without this stage). The mean and the mean square of the
     * q/p pull are those of tracks without wrong hits, within four standard deviations; one or no track is in the tails where
     * 0.3 are expected at most. False-alarm rate 4 %, nearly all of it from the tails with 5 %.
     */
    @ParameterizedTest
    @CsvSource({
        "3, 50, 0.01, 0.99, 0.99, 0.004",
        "3, 50, 0.05, 0.99, 0.99, 0.012",
        "50, 1000, 0.05, 0.99, 0.99, 0.012",
        "0.8, 3, 0.05, 0.985, 0.985, 0.012"
    })
    void wrongHitsAreFoundAndDoNoHarm(
            double ptMin, double ptMax, double wrong, double efficiency, double purity, double failed) {
        int tracks = 1500;
        Performance p = measured(ptMin, ptMax, wrong, tracks);
        assertTrue(p.efficiency() > efficiency, p.toString());
        assertTrue(p.purity() > purity, p.toString());
        assertTrue(p.failed() < failed, p.toString());
        assertTrue(p.failed() < 0.1 * p.failedWithoutStage(), p.toString());
        assertTrue(p.tail <= 1, p.toString());
        assertEquals(0, p.meanPull(), 4 / Math.sqrt(tracks), p.toString());
        assertEquals(1, p.meanSquarePull(), 4 * Math.sqrt(2.0 / tracks), p.toString());
    }

    @Test
    void goodTracksKeepTheirHits() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 43);
        int rejected = 0;
        for (int i = 0; i < 1500; i++) {
            List<Hit> hits = toy.simulate(toy.muon(0.8, 500, 2.4)).hits();
            RobustFit fit = robust.fit(hits);
            rejected += fit.rejectedHits().size();
            if (fit.rejectedHits().isEmpty() && plain.fit(hits) instanceof FittedTrack expected) {
                FittedTrack actual = assertInstanceOf(FittedTrack.class, fit.result());
                assertEquals(expected.perigee().parameters(), actual.perigee().parameters());
            }
        }
        // 27000 hits, each with the probability 1e-6 of being over the limit: two have the probability 4e-4.
        assertTrue(rejected <= 1, "rejected: " + rejected);
    }

    @Test
    void aRejectedHitLeavesItsMatterBehind() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 44);
        ToyTrack track = toy.simulate(toy.muon(5, 5, 0.5));
        List<Hit> hits = new ArrayList<>(track.hits());
        int k = hits.size() / 2;
        hits.set(k, displaced(hits.get(k), new Random(45)));
        RobustFit fit = robust.fit(hits);
        assertEquals(List.of(k), fit.rejectedHits());
        FittedTrack fitted = assertInstanceOf(FittedTrack.class, fit.result());
        assertEquals(hits.size(), fitted.filtered().size());
        assertTrue(fitted.filtered().get(k).measurements().isEmpty());
    }

    /** The fit is begun without every third hit, holes among them, and a wrong hit is rejected all the same. */
    @Test
    void holesAreNeitherRejectedNorCounted() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 48);
        Random random = new Random(49);
        int found = 0;
        for (int i = 0; i < 50; i++) {
            List<Hit> hits = new ArrayList<>(toy.simulate(toy.muon(3, 50, 2)).hits());
            int k = hits.size() / 2;
            for (int other : List.of(3, 4, hits.size() - 2)) {
                hits.set(other, new Hole(hits.get(other).sensor()));
            }
            List<Integer> wrong = List.of(5, k + 1, k + 2);
            wrong.forEach(w -> hits.set(w, displaced(hits.get(w), random)));
            found += robust.fit(hits).rejectedHits().equals(wrong) ? 1 : 0;
        }
        assertTrue(found >= 48, "found: " + found);
    }

    @Test
    void tooManyWrongHitsAreNoTrack() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 46);
        Random random = new Random(47);
        ToyTrack track = toy.simulate(toy.muon(5, 5, 0.5));
        List<Hit> hits = new ArrayList<>(track.hits());
        for (int k = 0; k < hits.size(); k += 2) {
            hits.set(k, displaced(hits.get(k), random));
        }
        assertInstanceOf(FitFailure.class, robust.fit(hits).result());
        RobustTrackFitter strict = new RobustTrackFitter(plain, new OutlierSettings(23.9, 27.6, 0));
        List<Hit> one = new ArrayList<>(track.hits());
        one.set(5, displaced(one.get(5), random));
        FitFailure failure = assertInstanceOf(FitFailure.class, strict.fit(one).result());
        assertEquals(FitFailure.Reason.OUTLIERS, failure.reason());
        assertThrows(IllegalArgumentException.class, () -> new OutlierSettings(0, 1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new OutlierSettings(1, 1, 1));
    }
}
