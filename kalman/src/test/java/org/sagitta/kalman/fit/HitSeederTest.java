package org.sagitta.kalman.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.ToyTrack;

class HitSeederTest {
    /**
     * Half width of the central 68 % of the seed's curvature over the true one, and the part of the tracks that get a
     * seed. The limits are twice what scattering allows at J/psi momenta, and what the hits allow at 100 GeV.
     */
    @ParameterizedTest
    @CsvSource({"0.7, 1.5, 0.03", "3, 20, 0.03", "50, 100, 0.10"})
    void curvatureIsGoodEnoughToStartFrom(double ptMin, double ptMax, double halfWidth) {
        int tracks = 2000;
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 11);
        HitSeeder seeder = new HitSeeder(
                TestConditions.TOSCA.tracker(), TestConditions.TOSCA.field().cursor());
        double[] deviation = new double[tracks];
        int n = 0;
        for (int i = 0; i < tracks; i++) {
            ToyTrack track = toy.simulate(toy.muon(ptMin, ptMax, 2.3));
            if (seeder.seed(track.hits()) instanceof Seed seed) {
                deviation[n++] = Math.abs(seed.state().qOverP() / track.truth().qOverP() - 1);
            }
        }
        assertTrue(n > 0.97 * tracks, "seeds: " + n);
        double[] sorted = Arrays.copyOf(deviation, n);
        Arrays.sort(sorted);
        assertEquals(0, sorted[(int) (0.68 * n)], halfWidth);
    }
}
