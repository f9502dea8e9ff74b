package org.sagitta.kalman.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.sagitta.kalman.state.Param;

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
    void aBlockIsFilledAgain() {
        List<List<Hit>> tracks = tracks(5);
        HitBlock block = HitBlock.of(tracks(30));
        block.clear();
        tracks.forEach(block::add);
        assertEquals(6, block.size());
        assertEquals(tracks.get(3), block.track(3));
        assertEquals(tracks.get(3).size(), block.hits(3));
    }

    @Test
    void aBlockIsFittedLikeItsTracks() {
        List<List<Hit>> tracks = tracks(20);
        FitBlock fits = new FitBlock();
        new ReferenceBatchTrackFitter(fitter).fit(HitBlock.of(tracks), fits);
        assertEquals(tracks.size(), fits.size());
        for (int i = 0; i < fits.size(); i++) {
            if (fitter.fit(tracks.get(i)) instanceof FittedTrack expected) {
                assertEquals(FitStatus.FITTED, fits.status(i));
                assertEquals(expected.perigee().parameters(), fits.perigee(i).parameters());
                assertArrayEquals(
                        expected.perigee().covariance().lowerTriangle(),
                        fits.perigee(i).covariance().lowerTriangle());
                assertEquals(expected.chi2(), fits.chi2(i));
                assertEquals(expected.ndof(), fits.ndof(i));
            } else {
                assertEquals(FitStatus.TOO_FEW_MEASUREMENTS, fits.status(i));
                assertTrue(Double.isNaN(fits.parameter(i, Param.Q_OVER_P)));
            }
        }
    }
}
