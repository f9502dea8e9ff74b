package org.sagitta.validation.pipeline;

import java.util.Arrays;
import java.util.List;
import org.sagitta.data.io.yardstick.YardstickTrack;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.ReferenceBatchTrackFitter;
import org.sagitta.kalman.batch.TrajectoryBlock;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.validation.study.YardstickDetector;
import org.sagitta.validation.study.YardstickResult;
import org.sagitta.validation.study.YardstickStudy;

/**
 * Fits a yardstick file again and again on one thread: seed from the hits, trace and filter over all planes, smooth with the
 * full covariance at every plane. One linearisation, as the other fitters of the yardstick do.
 */
public final class YardstickRun {
    /** One linearisation is taken as it is. */
    private static final FitSettings ONE_PASS =
            new FitSettings(1, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    private static final double NANOSECONDS_PER_MICROSECOND = 1e3;

    private static final double NANOSECONDS_PER_SECOND = 1e9;

    /** How the arithmetic is done. */
    public enum Kernels {
        /** Vectors where the JVM has them, else as {@code SCALAR}. */
        VECTOR,
        /** The same text, one lane after the other. */
        SCALAR,
        /** The scalar fit that defines the others. */
        REFERENCE
    }

    /**
     * Result and time of a run.
     *
     * @param medianUs time per track [us], median over the rounds
     * @param minUs of the fastest round
     * @param maxUs of the slowest one
     */
    public record Timed(YardstickResult result, double medianUs, double minUs, double maxUs) {}

    private final List<YardstickTrack> tracks;
    private final HitBlock hits;
    private final BatchTrackFitter fitter;

    public YardstickRun(List<YardstickTrack> tracks, YardstickDetector.Field field, Kernels kernels) {
        this.tracks = List.copyOf(tracks);
        this.hits = YardstickDetector.hits(tracks);
        this.fitter = fitter(YardstickDetector.conditions(field), kernels);
    }

    private static BatchTrackFitter fitter(Conditions conditions, Kernels kernels) {
        CmsMaterialEffects material = CmsMaterialEffects.muon();
        return switch (kernels) {
            case VECTOR -> BatchTrackFitters.create(conditions, ONE_PASS, material);
            case SCALAR -> new LaneBatchTrackFitter(conditions, ONE_PASS, material, new ScalarKernels());
            case REFERENCE -> new ReferenceBatchTrackFitter(new TrackFitter(conditions, ONE_PASS, material));
        };
    }

    /** Fits the file again and again while the JVM compiles the kernels, then {@code rounds} times with the clock. */
    public Timed run(double warmUpSeconds, int rounds) {
        TrajectoryBlock fits = new TrajectoryBlock();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < warmUpSeconds * NANOSECONDS_PER_SECOND) {
            fitter.smooth(hits, fits);
        }
        double[] us = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            fitter.smooth(hits, fits);
            us[i] = (System.nanoTime() - start) / NANOSECONDS_PER_MICROSECOND / hits.size();
        }
        Arrays.sort(us);
        return new Timed(YardstickStudy.of(tracks, hits, fits), us[rounds / 2], us[0], us[rounds - 1]);
    }
}
