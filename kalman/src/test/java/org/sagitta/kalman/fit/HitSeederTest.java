package org.sagitta.kalman.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTrack;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.StripHit;

class HitSeederTest {
    private final HitSeeder seeder = new HitSeeder(
            TestConditions.TOSCA.tracker(), TestConditions.TOSCA.field().cursor());

    /**
     * Half width of the central 68 % of the seed's curvature over the true one, and the part of the tracks that get a
     * seed. The limits are twice what scattering allows at J/psi momenta, and what the hits allow at 100 GeV.
     */
    @ParameterizedTest
    @CsvSource({"0.7, 1.5, 0.03", "3, 20, 0.03", "50, 100, 0.10"})
    void curvatureIsGoodEnoughToStartFrom(double ptMin, double ptMax, double halfWidth) {
        int tracks = 2000;
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 11);
        double[] deviation = new double[tracks];
        int n = 0;
        for (int i = 0; i < tracks; i++) {
            ToyTrack track = toy.simulate(toy.muon(ptMin, ptMax, 2.3));
            if (seeder.seed(track.hits()) instanceof Seed seed) {
                deviation[n++] = Math.abs(seed.state().qOverP() / track.truth().qOverP() - 1);
            }
        }
        assertEquals(tracks, n);
        double[] sorted = Arrays.copyOf(deviation, n);
        Arrays.sort(sorted);
        assertEquals(0, sorted[(int) (0.68 * n)], halfWidth);
    }

    /** Without pixels the polar angle is rough, and the curvature of stiff tracks with it. */
    @ParameterizedTest
    @CsvSource({"0.7, 1.5, 0.06", "3, 20, 0.10"})
    void stripsAloneAreEnoughToStartFrom(double ptMin, double ptMax, double halfWidth) {
        int tracks = 1000;
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 12);
        double[] deviation = new double[tracks];
        double[] cotDeviation = new double[tracks];
        int n = 0;
        for (int i = 0; i < tracks; i++) {
            ToyTrack track = toy.simulate(toy.muon(ptMin, ptMax, 2.3));
            List<Hit> strips =
                    track.hits().stream().filter(h -> h instanceof StripHit).toList();
            Seed seed = assertInstanceOf(Seed.class, seeder.seed(strips));
            assertEquals(Seed.Basis.STRIPS, seed.basis());
            deviation[n] = Math.abs(seed.state().qOverP() / track.truth().qOverP() - 1);
            double theta = seed.state().direction().theta();
            cotDeviation[n++] =
                    Math.abs(1 / Math.tan(theta) - 1 / Math.tan(track.truth().theta()));
        }
        Arrays.sort(deviation);
        Arrays.sort(cotDeviation);
        assertEquals(0, deviation[(int) (0.68 * n)], halfWidth);
        assertEquals(0, cotDeviation[(int) (0.68 * n)], 0.1);
    }

    /** At 0.5 to 0.7 GeV a track turns by up to half a circle inside the tracker; its sense is never in doubt. */
    @Test
    void curlingTracksTurnTheRightWay() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 13);
        for (int i = 0; i < 2000; i++) {
            ToyTrack track = toy.simulate(toy.displaced(0.5, 0.7, 1.5, 100));
            Seed seed = assertInstanceOf(Seed.class, seeder.seed(track.hits()));
            assertEquals(
                    Math.signum(track.truth().qOverP()),
                    Math.signum(seed.state().qOverP()),
                    track.truth().toString());
        }
    }

    @Test
    void hitsAtOnePlaceMakeNoSeed() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 14);
        Hit hit = toy.simulate(toy.muon(5, 5, 1)).hits().get(0);
        FitFailure failure = assertInstanceOf(FitFailure.class, seeder.seed(List.of(hit, hit, hit)));
        assertEquals(FitFailure.Reason.NO_SEED, failure.reason());
    }
}
