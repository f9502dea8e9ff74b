package org.sagitta.kalman.batch.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.Smoothed;
import org.sagitta.kalman.fit.Smoother;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.propagation.StepRule;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;

class GroupSmootherTest {
    private static final int W = Lanes.WIDTH;

    /** Iterations until nothing moves, so that both smoothers work about the same reference track. */
    private static final FitSettings EXHAUSTIVE = new FitSettings(12, 1e-8, 1e-10, 1e-8);

    /** Numerical, in standard deviations and relative; see {@link LaneBatchTrackFitterTest}. */
    private static final double TOLERANCE = 1e-4;

    @Test
    void lanesSmoothLikeTheScalarFit() {
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 100, 8).stream()
                .filter(t -> t.size() > 12)
                .limit(W)
                .toList();
        SensorTable sensors = new SensorTable(TestConditions.TOSCA.tracker());
        ScalarKernels kernels = new ScalarKernels();
        FieldKernel field = kernels.field(TestConditions.TOSCA.field());
        GroupFitter fitter =
                new GroupFitter(kernels, field, CmsMaterialEffects.muon().constants(), StepRule.STANDARD, EXHAUSTIVE);
        TrackGroup group = new TrackGroup();
        HitBlock block = HitBlock.of(tracks);
        group.load(block, sensors, new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 0, W);
        new LaneSeeder(sensors, kernels.seed(), field).seed(block, group, new boolean[W]);
        fitter.fit(group);

        TrackFitter scalar = new TrackFitter(TestConditions.TOSCA, EXHAUSTIVE);
        List<List<Smoothed>> expected = tracks.stream()
                .map(t -> new Smoother().smooth((FittedTrack) scalar.fit(t)))
                .toList();
        for (int k = 1; k <= group.depth; k++) {
            for (int lane = 0; lane < W; lane++) {
                if (k <= group.hits[lane]) {
                    compare(expected.get(lane).get(k - 1), group, k, lane);
                }
            }
            if (k < group.depth) {
                fitter.toNextPlane(group, k);
            }
        }
    }

    private static void compare(Smoothed expected, TrackGroup group, int k, int lane) {
        LocalVector actual = state(group, k, lane);
        for (Param param : Param.values()) {
            int i = param.index();
            String what = "lane " + lane + ", plane " + k + ", " + param;
            double variance = group.estimate[Lanes.START + EstimateKernel.COVARIANCE + Lanes.entry(i, i) + lane];
            double sigma = expected.covariance().sigma(param);
            assertTrue(variance > 0, what);
            assertEquals(1, Math.sqrt(variance) / sigma, TOLERANCE, what);
            double deviation =
                    (actual.get(param) - expected.state().parameters().get(param)) / sigma;
            assertEquals(0, deviation, TOLERANCE, what);
        }
    }

    /** Reference plus deviation. */
    private static LocalVector state(TrackGroup group, int k, int lane) {
        double[] p = group.planes;
        Vec3 direction = new Vec3(
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_TX, lane)],
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_TY, lane)],
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_TZ, lane)]);
        double[] e = group.estimate;
        int x = Lanes.START + lane;
        return new LocalVector(
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_U, lane)] + e[x],
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_V, lane)] + e[x + W],
                direction.phi() + e[x + 2 * W],
                direction.theta() + e[x + 3 * W],
                p[TrackGroup.at(k, PlaneSlots.REFERENCE_Q, lane)] + e[x + 4 * W]);
    }
}
