package org.sagitta.kalman.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

class HitBlockTest {
    private static final List<Hit> SHORT = List.of(new StripHit(7, -0.5));
    private static final List<Hit> LONG = List.of(new PixelHit(1, 0.25, -3), new StripHit(4, 1.5), new StripHit(9, 2));

    @Test
    void aTrackOfAnotherBlockIsAddedWhole() {
        HitBlock from = HitBlock.of(List.of(SHORT, LONG));
        HitBlock into = HitBlock.of(List.of(LONG));
        into.add(from, 1);
        into.add(from, 0);
        assertEquals(3, into.size());
        assertEquals(LONG, into.track(0));
        assertEquals(LONG, into.track(1));
        assertEquals(SHORT, into.track(2));
        assertEquals(4, into.measurements(1));
        assertEquals(1, into.measurements(2));
    }

    @Test
    void aHoleIsAHitThatMeasuresNothing() {
        List<Hit> hits = List.of(new PixelHit(1, 0.25, -3), new Hole(4), new StripHit(9, 2));
        HitBlock block = HitBlock.of(List.of(hits));
        assertEquals(hits, block.track(0));
        assertEquals(3, block.hits(0));
        assertEquals(3, block.measurements(0));
        assertTrue(block.isHole(1));
        assertFalse(block.isPixel(1) || block.isHole(0) || block.isHole(2));
        block.addHit(block, 1);
        block.addHit(block, 0);
        block.endTrack();
        assertEquals(List.of(new Hole(4), new PixelHit(1, 0.25, -3)), block.track(1));
    }

    @Test
    void aTrackWithoutHitsMayBeAdded() {
        HitBlock into = new HitBlock();
        into.add(HitBlock.of(List.of(List.of())), 0);
        assertEquals(1, into.size());
        assertEquals(0, into.hits(0));
    }

    /** More tracks than the first memory of a block holds. */
    @Test
    void theBlockGrowsWithItsTracks() {
        HitBlock from = HitBlock.of(List.of(LONG));
        HitBlock into = new HitBlock();
        for (int i = 0; i < 100; i++) {
            into.add(from, 0);
        }
        assertEquals(300, into.begin(100));
        assertEquals(LONG, into.track(99));
    }
}
