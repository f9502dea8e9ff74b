package org.sagitta.kalman.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.OutlierSettings;
import org.sagitta.kalman.fit.RobustFit;
import org.sagitta.kalman.fit.RobustTrackFitter;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

class RobustBatchTrackFitterTest {
    private static final int TRACKS = 40;

    private final TrackFitter fitter = new TrackFitter(TestConditions.UNIFORM, FitSettings.standard());
    private final RobustTrackFitter robust = new RobustTrackFitter(fitter, OutlierSettings.standard());
    private final BatchTrackFitter plain = new ReferenceBatchTrackFitter(fitter);

    private static List<List<Hit>> tracks() {
        ToySimulation toy = new ToySimulation(TestConditions.UNIFORM, 71);
        List<List<Hit>> tracks = new ArrayList<>();
        for (int i = 0; i < TRACKS; i++) {
            tracks.add(toy.simulate(toy.muon(2, 20, 2)).hits());
        }
        return tracks;
    }

    private static Hit moved(Hit hit) {
        return hit instanceof PixelHit p
                ? new PixelHit(p.sensor(), p.u() + 2, p.v())
                : new StripHit(hit.sensor(), ((StripHit) hit).coordinate() + 2);
    }

    @Test
    void aTrackWithAWrongHitIsThatOfTheRobustFit() {
        List<List<Hit>> tracks = tracks();
        List<List<Hit>> spoiled = new ArrayList<>();
        for (int i = 0; i < TRACKS; i++) {
            List<Hit> hits = new ArrayList<>(tracks.get(i));
            hits.set(i % hits.size(), moved(hits.get(i % hits.size())));
            spoiled.add(hits);
        }
        FitBlock fits = new FitBlock();
        new RobustBatchTrackFitter(plain, robust).fit(HitBlock.of(spoiled), fits);
        FitBlock withThem = new FitBlock();
        plain.fit(HitBlock.of(spoiled), withThem);
        for (int i = 0; i < TRACKS; i++) {
            RobustFit expected = robust.fit(spoiled.get(i));
            assertEquals(List.of(i % spoiled.get(i).size()), expected.rejectedHits(), "track " + i);
            FittedTrack track = assertInstanceOf(FittedTrack.class, expected.result());
            assertEquals(track.perigee().parameters(), fits.perigee(i).parameters(), "track " + i);
            assertEquals(track.ndof(), fits.ndof(i), "track " + i);
            assertNotEquals(withThem.perigee(i).parameters(), fits.perigee(i).parameters(), "track " + i);
        }
    }

    @Test
    void aTrackOfLikelyChi2IsThatOfThePlainFit() {
        HitBlock hits = HitBlock.of(tracks());
        FitBlock expected = new FitBlock();
        plain.fit(hits, expected);
        FitBlock fits = new FitBlock();
        new RobustBatchTrackFitter(plain, robust).fit(hits, fits);
        for (int i = 0; i < TRACKS; i++) {
            assertEquals(expected.perigee(i).parameters(), fits.perigee(i).parameters(), "track " + i);
            assertArrayEquals(
                    expected.perigee(i).covariance().lowerTriangle(),
                    fits.perigee(i).covariance().lowerTriangle());
            assertEquals(expected.chi2(i), fits.chi2(i), "track " + i);
        }
    }
}
