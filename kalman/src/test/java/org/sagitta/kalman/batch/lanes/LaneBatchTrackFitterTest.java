package org.sagitta.kalman.batch.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.ToySimulation;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.ReferenceBatchTrackFitter;
import org.sagitta.kalman.batch.TrajectoryBlock;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

class LaneBatchTrackFitterTest {
    private static final FitSettings STANDARD = FitSettings.standard();

    /** Iterations until nothing moves, so that first estimate and order of the iterations leave no trace. */
    private static final FitSettings EXHAUSTIVE = new FitSettings(12, 1e-8, 1e-10, 1e-8);

    /** The same, but for a track that goes to and fro at 1e-10. */
    private static final FitSettings THOROUGH = new FitSettings(12, 1e-7, 1e-7, 1e-7);

    /** Iterations that are enough for some tracks. */
    private static final FitSettings IMPATIENT = new FitSettings(2, 1e-4, 1e-8, 1e-5);

    /**
     * Numerical: deviation from the scalar fit, in standard deviations and relative. Paths are guessed in another way and
     * may be cut into steps in another way; the error of a step of 0.08 rad is 3e-7 of the curvature, and that is 5e-5
     * standard deviations of the best measured tracks.
     */
    private static final double TOLERANCE = 1e-4;

    /**
     * Numerical, the same for the standard settings, whose last linearisation may be up to 2e-3 of the curvature away from
     * the result: errors and chi2 change by as much, parameters by the square.
     */
    private static final double STANDARD_TOLERANCE = 1e-2;

    /** Of 1500 tracks; fewer would make the comparison worth little. */
    private static final int FEWEST_SHORTENED = 50;

    static List<Conditions> worlds() {
        return List.of(TestConditions.TOSCA, TestConditions.UNIFORM);
    }

    private static LaneBatchTrackFitter lanes(Conditions conditions, FitSettings settings) {
        return new LaneBatchTrackFitter(conditions, settings, CmsMaterialEffects.muon(), new ScalarKernels());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void lanesFitLikeTheScalarFit(Conditions conditions) {
        compare(conditions, EXHAUSTIVE, TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void lanesFitLikeTheScalarFitWithStandardSettings(Conditions conditions) {
        compare(conditions, STANDARD, STANDARD_TOLERANCE);
    }

    /** Converged to 1e-7 only: one of these 400 tracks goes to and fro at 1e-10 in the scalar fit. */
    @Test
    void lanesFitLikeTheScalarFitWithTheMostProbableLoss() {
        CmsMaterialEffects peak = new CmsMaterialEffects(ParticleHypothesis.MUON, EnergyLoss.MOST_PROBABLE);
        compare(TestConditions.TOSCA, THOROUGH, peak, TOLERANCE);
    }

    /** One hit in eight is a hole, but the first one. Converged to 1e-7 only, as above. */
    @Test
    void holesAreFittedLikeInTheScalarFit() {
        Random random = new Random(17);
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 400, 18).stream()
                .map(hits -> IntStream.range(0, hits.size())
                        .mapToObj(k -> k > 0 && random.nextInt(8) == 0
                                ? new Hole(hits.get(k).sensor())
                                : hits.get(k))
                        .toList())
                .toList();
        FitBlock expected =
                BatchTracks.fit(new ReferenceBatchTrackFitter(new TrackFitter(TestConditions.TOSCA, THOROUGH)), tracks);
        compare(expected, lanes(TestConditions.TOSCA, THOROUGH), tracks, TOLERANCE);
    }

    private static void compare(Conditions conditions, FitSettings settings, double tolerance) {
        compare(conditions, settings, CmsMaterialEffects.muon(), tolerance);
    }

    private static void compare(
            Conditions conditions, FitSettings settings, CmsMaterialEffects material, double tolerance) {
        List<List<Hit>> tracks = BatchTracks.toys(conditions, 400, 5);
        FitBlock expected =
                BatchTracks.fit(new ReferenceBatchTrackFitter(new TrackFitter(conditions, settings, material)), tracks);
        compare(
                expected,
                new LaneBatchTrackFitter(conditions, settings, material, new ScalarKernels()),
                tracks,
                tolerance);
    }

    private static void compare(
            FitBlock expected, LaneBatchTrackFitter fitter, List<List<Hit>> tracks, double tolerance) {
        FitBlock fits = BatchTracks.fit(fitter, tracks);
        for (int i = 0; i < fits.size(); i++) {
            assertEquals(expected.status(i), fits.status(i), "track " + i);
            if (fits.status(i) == FitStatus.FITTED) {
                assertEquals(expected.ndof(i), fits.ndof(i));
                assertEquals(1, fits.chi2(i) / expected.chi2(i), tolerance, "chi2 of track " + i);
                compare(expected.perigee(i), fits.perigee(i), tolerance, "track " + i);
            }
        }
    }

    private static void compare(PerigeeState expected, PerigeeState actual, double tolerance, String track) {
        for (Param param : Param.values()) {
            double sigma = expected.covariance().sigma(param);
            double deviation =
                    actual.parameters().get(param) - expected.parameters().get(param);
            if (param == Param.PHI) {
                deviation = Math.IEEEremainder(deviation, 2 * Math.PI);
            }
            assertEquals(0, deviation / sigma, tolerance, track + ", " + param);
            assertEquals(1, actual.covariance().sigma(param) / sigma, tolerance, track + ", sigma of " + param);
        }
    }

    /** Below 0.8 GeV a muon may curl up in the tracker, and some of its last hits are then left out. */
    @Test
    void curlingTracksAreThoseOfTheScalarFit() {
        ToySimulation toy = new ToySimulation(TestConditions.TOSCA, 8);
        List<List<Hit>> tracks = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            tracks.add(toy.simulate(toy.displaced(0.5, 0.8, 1.2, 100)).hits());
        }
        LaneBatchTrackFitter fitter = lanes(TestConditions.TOSCA, STANDARD);
        FitBlock fits = BatchTracks.fit(fitter, tracks);
        FitBlock expected =
                BatchTracks.fit(new ReferenceBatchTrackFitter(new TrackFitter(TestConditions.TOSCA, STANDARD)), tracks);
        HitBlock hits = HitBlock.of(tracks);
        int shortened = 0;
        for (int i = 0; i < fits.size(); i++) {
            assertEquals(expected.status(i), fits.status(i), "track " + i);
            assertEquals(expected.ndof(i), fits.ndof(i), "track " + i);
            shortened += expected.ndof(i) < hits.measurements(i) - Param.SIZE ? 1 : 0;
        }
        assertTrue(shortened > FEWEST_SHORTENED, shortened + " tracks without their last hits");
    }

    @Test
    void aTrackDoesNotSeeItsNeighbours() {
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 60, 6);
        LaneBatchTrackFitter fitter = lanes(TestConditions.TOSCA, STANDARD);
        FitBlock together = BatchTracks.fit(fitter, tracks);
        for (int i = 0; i < tracks.size(); i += 7) {
            FitBlock alone = BatchTracks.fit(fitter, List.of(tracks.get(i)));
            assertEquals(BatchTracks.bits(together, i), BatchTracks.bits(alone, 0), "track " + i);
        }
    }

    /** After two iterations some tracks have settled and others have not: the ones must not see the others either. */
    @Test
    void aTrackDoesNotSeeNeighboursThatDoNotSettle() {
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 120, 13);
        LaneBatchTrackFitter fitter = lanes(TestConditions.TOSCA, IMPATIENT);
        FitBlock together = BatchTracks.fit(fitter, tracks);
        int unsettled = fitter.leftToScalarFit();
        assertTrue(unsettled > 20 && unsettled < 100, unsettled + " of 120 tracks have not settled");
        for (int i = 0; i < tracks.size(); i++) {
            FitBlock alone = BatchTracks.fit(fitter, List.of(tracks.get(i)));
            assertEquals(BatchTracks.bits(together, i), BatchTracks.bits(alone, 0), "track " + i);
        }
    }

    @Test
    void smoothedTracksAreThoseOfTheScalarSmoother() {
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 120, 12);
        HitBlock hits = HitBlock.of(tracks);
        TrajectoryBlock smoothed = new TrajectoryBlock();
        lanes(TestConditions.TOSCA, EXHAUSTIVE).smooth(hits, smoothed);
        TrajectoryBlock expected = new TrajectoryBlock();
        new ReferenceBatchTrackFitter(new TrackFitter(TestConditions.TOSCA, EXHAUSTIVE)).smooth(hits, expected);
        for (int i = 0; i < hits.size(); i++) {
            assertEquals(expected.status(i), smoothed.status(i), "track " + i);
            if (smoothed.status(i) != FitStatus.FITTED) {
                continue;
            }
            assertEquals(1, smoothed.chi2(i) / expected.chi2(i), TOLERANCE, "chi2 of track " + i);
            assertEquals(expected.ndof(i), smoothed.ndof(i));
            for (int hit = hits.begin(i); hit < hits.begin(i + 1); hit++) {
                compare(
                        new PerigeeState(expected.state(hit), expected.covariance(hit)),
                        new PerigeeState(smoothed.state(hit), smoothed.covariance(hit)),
                        TOLERANCE,
                        "track " + i + ", hit " + (hit - hits.begin(i)));
            }
        }
    }

    /** One pixel hit, or several near to one another, give no direction. */
    @Test
    void tracksWithOnePixelHitAreFittedInLanes() {
        List<List<Hit>> tracks = new ArrayList<>();
        for (List<Hit> track : BatchTracks.toys(TestConditions.TOSCA, 400, 14)) {
            List<Hit> strips = track.stream().filter(StripHit.class::isInstance).toList();
            if (strips.size() > 5 && track.get(0) instanceof PixelHit) {
                List<Hit> shorter = new ArrayList<>(strips);
                shorter.add(0, track.get(0));
                tracks.add(shorter);
            }
        }
        LaneBatchTrackFitter fitter = lanes(TestConditions.TOSCA, EXHAUSTIVE);
        FitBlock expected = BatchTracks.fit(
                new ReferenceBatchTrackFitter(new TrackFitter(TestConditions.TOSCA, EXHAUSTIVE)), tracks);
        compare(expected, fitter, tracks, TOLERANCE);
        assertTrue(
                fitter.leftToScalarFit() < 0.1 * tracks.size(),
                fitter.leftToScalarFit() + " of " + tracks.size() + " are left to the scalar fit");
    }

    @Test
    void tracksWithoutPixelsAreLeftToTheScalarFit() {
        List<List<Hit>> tracks = new ArrayList<>();
        for (List<Hit> track : BatchTracks.toys(TestConditions.TOSCA, 20, 7)) {
            tracks.add(track.size() > 8 ? track.subList(3, track.size()) : track);
        }
        FitBlock fits = BatchTracks.fit(lanes(TestConditions.TOSCA, STANDARD), tracks);
        FitBlock expected =
                BatchTracks.fit(new ReferenceBatchTrackFitter(new TrackFitter(TestConditions.TOSCA, STANDARD)), tracks);
        for (int i = 0; i < fits.size(); i++) {
            assertEquals(expected.status(i), fits.status(i), "track " + i);
        }
    }
}
