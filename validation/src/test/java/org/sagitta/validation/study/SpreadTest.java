package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.geometry.linear.Vec3;

class SpreadTest {
    private static final double EXACT = 1e-15;

    @Test
    void quantilesLieBetweenTheOrderedValues() {
        double[] sorted = {1, 2, 4, 8};
        assertEquals(1, Spread.quantile(sorted, 0), EXACT);
        assertEquals(3, Spread.quantile(sorted, 0.5), EXACT);
        assertEquals(8, Spread.quantile(sorted, 1), EXACT);
        assertEquals(2 + 2 * 0.2, Spread.quantile(sorted, 0.4), EXACT);
    }

    @Test
    void ofANormalSampleItIsMeanAndStandardDeviation() {
        NormalDistribution normal = new NormalDistribution(null, 3, 0.5);
        int n = 10_001;
        double[] values = IntStream.range(0, n)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + 0.5) / n))
                .toArray();
        Spread spread = Spread.of(values);
        assertEquals(3, spread.median(), 1e-12);
        // Second order in the distance of the order statistics.
        assertEquals(0.5, spread.halfWidth(), 1e-4);
        assertEquals(Math.sqrt(Math.PI / 2) * spread.halfWidth() / Math.sqrt(n), spread.medianError(), EXACT);
    }

    @Test
    void ofNothingItIsNotANumber() {
        Spread none = Spread.of(new double[0]);
        assertTrue(Double.isNaN(none.median()) && Double.isNaN(none.halfWidth()) && Double.isNaN(none.medianError()));
        assertEquals(new Spread(7, 0, 0), Spread.of(new double[] {7}));
    }

    @Test
    void effectsNeedTheSameTracks() {
        RefitComparison empty = RefitComparison.of(List.of());
        assertEquals(List.of(), empty.byEta());
        assertTrue(empty.all().goodFraction().isEmpty());
        assertTrue(Double.isNaN(RefitEffect.of("none", empty, List.of()).all().median()));
        RefitComparison other = new RefitComparison(List.of(), empty.all(), List.of(), List.of(), empty.failures());
        TrackComparison track = new TrackComparison(
                new IgEventName(1, 2),
                0,
                new IgTrack(Vec3.ZERO, 1, 0, 0, 1, 1, 1, List.of()),
                new RefitFailure("LOST", "somewhere"));
        assertThrows(IllegalArgumentException.class, () -> RefitEffect.of("more", other, List.of(track)));
        assertEquals(Map.of("LOST", 1), RefitComparison.of(List.of(track)).failures());
    }
}
