package org.sagitta.kalman.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.measurement.Hit;

class ReferenceBatchTrackFitterTest {
    private final TrackFitter fitter = new TrackFitter(TestConditions.UNIFORM, FitSettings.standard());

    private static List<List<Hit>> tracks(int n) {
        ToySimulation toy = new ToySimulation(TestConditions.UNIFORM, 21);
        List<List<Hit>> tracks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            tracks.add(toy.simulate(toy.muon(2, 20, 2)).hits());
        }
        tracks.add(List.of());
        return tracks;
    }

    @Test
    void aBlockHoldsTheHitsInOrder() {
        List<List<Hit>> tracks = tracks(5);
        HitBlock block = HitBlock.of(tracks);
        assertEquals(6, block.size());
        for (int i = 0; i < block.size(); i++) {
            assertEquals(tracks.get(i), block.track(i));
        }
        assertEquals(tracks.stream().mapToInt(List::size).sum(), block.begin(block.size()));
        assertEquals(tracks.get(1).get(0).sensor(), block.sensor(block.begin(1)));
        assertTrue(block.isPixel(block.begin(1)));
        assertEquals(
                tracks.get(1).get(0),
                new org.sagitta.kalman.measurement.PixelHit(
                        block.sensor(block.begin(1)), block.first(block.begin(1)), block.second(block.begin(1))));
    }

    @Test
    void aBlockIsFittedLikeItsTracks() {
        List<List<Hit>> tracks = tracks(20);
        FitBlock fits = new ReferenceBatchTrackFitter(fitter).fit(HitBlock.of(tracks));
        assertEquals(tracks.size(), fits.size());
        for (int i = 0; i < fits.size(); i++) {
            if (fitter.fit(tracks.get(i)) instanceof FittedTrack expected) {
                FittedTrack actual = (FittedTrack) fits.get(i);
                assertEquals(expected.perigee().parameters(), actual.perigee().parameters());
                assertEquals(expected.chi2(), actual.chi2());
            } else {
                assertEquals(fitter.fit(tracks.get(i)), fits.get(i));
            }
        }
    }
}
