package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.geometry.detector.LayerMap;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;

/**
 * Finds the holes of tracks: sensors between two hits that the track crosses and that report nothing, because they are inefficient,
 * dead, or two wafers glued together just there. Without them the fit would leave out their matter.
 *
 * <p>Looked for are sensors of layers between those of the two hits, and the other sides of their modules; not the second one of two
 * sensors of a layer that overlap, a tenth of all holes. Before the first hit and behind the last one there are none.
 *
 * <p>The seed of the track tells where on its strips it passed and how it bends; between two hits it is then a parabola through both.
 * Sensors are where the reconstruction believes them to be. Owned by one thread.
 */
public final class HoleFinder {
    private static final int W = Lanes.WIDTH;

    /** How far a track may be off the straight line in r and z between two hits [mm]. */
    private static final double LAYER_MARGIN = 1;

    /** |cos| of the angle between track and normal below which a plane is no hole: where it is met is not known. */
    private static final double GRAZING = 0.1;

    private final SensorTable sensors;
    private final LayerMap layers;
    private final SensorIndex index;
    private final LaneSeeder seeder;
    private final TrackGroup group = new TrackGroup();
    private final boolean[] seeded = new boolean[W];
    private final SeedHelix helix = new SeedHelix();
    private final int[] candidates;

    /** The leg between two hits: its ends, and the point half way less the middle of the chord, all in mm. */
    private final double[] from = new double[3];

    private final double[] to = new double[3];
    private double bulgeX;
    private double bulgeY;

    /** The holes of a track: the sensor, the hit before it, and where on the leg to the next hit, as a part of it. */
    private int[] hole = new int[8];

    private int[] behind = new int[8];
    private double[] place = new double[8];
    private int holes;

    /**
     * @param sensors those of {@code reconstruction}, as are the layers and the index
     * @param kernels scalar or vector ones; both give the same bits
     */
    public HoleFinder(
            Conditions reconstruction, SensorTable sensors, LayerMap layers, SensorIndex index, KernelSet kernels) {
        if (!index.tracker().equals(reconstruction.tracker())) {
            throw new IllegalArgumentException("the sensor index was built of another tracker than the reconstruction");
        }
        this.sensors = sensors;
        this.layers = layers;
        this.index = index;
        this.seeder = new LaneSeeder(sensors, kernels.seed(), kernels.field(reconstruction.field()));
        this.candidates = new int[reconstruction.tracker().size()];
    }

    /**
     * Appends all tracks of a block to another one, with their holes. A track without a seed from two pixel points stays as it is: its
     * polar angle is not known well enough.
     */
    public void addHoles(HitBlock hits, HitBlock into) {
        for (int first = 0; first < hits.size(); first += W) {
            int count = Math.min(W, hits.size() - first);
            for (int lane = 0; lane < W; lane++) {
                group.take(hits, first + Math.min(lane, count - 1), lane);
            }
            seeder.seed(hits, group, seeded);
            for (int lane = 0; lane < count; lane++) {
                if (seeded[lane] && seeder.isFromPoints(lane)) {
                    seeder.describe(lane, helix);
                    addTrack(hits, first + lane, into);
                } else {
                    into.add(hits, first + lane);
                }
            }
        }
    }

    /** Appends one track; the helix is that of its seed. */
    private void addTrack(HitBlock hits, int track, HitBlock into) {
        int begin = hits.begin(track);
        int end = hits.begin(track + 1);
        holes = 0;
        for (int hit = begin; hit + 1 < end; hit++) {
            if (layers.mayMissSensor(hits.sensor(hit), hits.sensor(hit + 1))) {
                look(hits, hit);
            }
        }
        if (holes == 0) {
            into.add(hits, track);
            return;
        }
        int next = 0;
        for (int hit = begin; hit < end; hit++) {
            into.addHit(hits, hit);
            while (next < holes && behind[next] == hit) {
                into.addHole(hole[next++]);
            }
        }
        into.endTrack();
    }

    /** Looks for what the track meets between a hit and the next one. */
    private void look(HitBlock hits, int hit) {
        int a = hits.sensor(hit);
        int b = hits.sensor(hit + 1);
        int besideA = unless(layers.outerSide(a), b);
        int besideB = unless(layers.innerSide(b), a);
        helix.point(hits, hit, sensors, from);
        helix.point(hits, hit + 1, sensors, to);
        bend();
        consider(besideA, hit);
        consider(besideB, hit);
        if (layers.mayMeetLayer(a, b) && meetsLayer(a, b)) {
            double sagitta = Math.sqrt(bulgeX * bulgeX + bulgeY * bulgeY);
            int found = index.near(point(from), point(to), sagitta, candidates);
            for (int i = 0; i < found; i++) {
                int layer = layers.layer(candidates[i]);
                if (layer != layers.layer(a) && layer != layers.layer(b)) {
                    consider(candidates[i], hit);
                }
            }
        }
    }

    private static int unless(int sensor, int other) {
        return sensor == other ? LayerMap.NONE : sensor;
    }

    private static Vec3 point(double[] a) {
        return new Vec3(a[0], a[1], a[2]);
    }

    private boolean meetsLayer(int a, int b) {
        double r = Math.sqrt(from[0] * from[0] + from[1] * from[1]);
        double endR = Math.sqrt(to[0] * to[0] + to[1] * to[1]);
        return layers.meetsLayer(a, b, r, from[2], endR, to[2], LAYER_MARGIN);
    }

    /** On a leg of transverse length L the sagitta is curvature L^2 / 8, to the right of a track that turns to the left. */
    private void bend() {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double perLength = 0.125 * helix.curvature * Math.sqrt(dx * dx + dy * dy);
        bulgeX = perLength * dy;
        bulgeY = -perLength * dx;
    }

    /** Keeps a sensor if the leg, from + f (to - from) + 4 f (1 - f) bulge, meets it. */
    private void consider(int sensor, int hit) {
        if (sensor == LayerMap.NONE) {
            return;
        }
        double x = from[0] - sensors.get(sensor, 0);
        double y = from[1] - sensors.get(sensor, 1);
        double z = from[2] - sensors.get(sensor, 2);
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double dz = to[2] - from[2];
        double g0 = sensors.along(sensor, SensorTable.NORMAL, x, y, z);
        double across = sensors.along(sensor, SensorTable.NORMAL, dx, dy, dz);
        if (across * across < GRAZING * GRAZING * (dx * dx + dy * dy + dz * dz)) {
            return;
        }
        double g2 = -4 * sensors.along(sensor, SensorTable.NORMAL, bulgeX, bulgeY, 0);
        double g1 = across - g2;
        double f = -2 * g0 / (g1 + Math.copySign(Math.sqrt(g1 * g1 - 4 * g0 * g2), g1));
        // Not a number if the leg does not meet the plane at all.
        if (!(f > 0 && f < 1)) {
            return;
        }
        double bulge = 4 * f * (1 - f);
        x += f * dx + bulge * bulgeX;
        y += f * dy + bulge * bulgeY;
        z += f * dz;
        double u = sensors.along(sensor, SensorTable.U, x, y, z);
        double v = sensors.along(sensor, SensorTable.V, x, y, z);
        if (sensors.isInside(sensor, u, v)) {
            keep(sensor, hit, f);
        }
    }

    /** Adds a hole in order. */
    private void keep(int sensor, int hit, double f) {
        if (holes == hole.length) {
            hole = Arrays.copyOf(hole, 2 * holes);
            behind = Arrays.copyOf(behind, 2 * holes);
            place = Arrays.copyOf(place, 2 * holes);
        }
        int at = holes++;
        while (at > 0 && behind[at - 1] == hit && place[at - 1] > f) {
            hole[at] = hole[at - 1];
            behind[at] = hit;
            place[at] = place[at - 1];
            at--;
        }
        hole[at] = sensor;
        behind[at] = hit;
        place[at] = f;
    }
}
