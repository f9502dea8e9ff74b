package org.sagitta.geometry.detector;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sagitta.geometry.detector.RingCuts.Frame;
import org.sagitta.geometry.linear.Vec3;

/**
 * The layers and disks of a tracker, and what a track may meet between two of its sensors. Both sides of a double-sided module are in
 * one layer; a disk and its mirror image at negative z are two. Immutable; one map serves all threads.
 */
public final class LayerMap {
    /** In place of a sensor where there is none. */
    public static final int NONE = -1;

    private static final int STRIDE = 4;
    private static final int LAYER = 0;
    private static final int CELL = 1;
    private static final int INNER_SIDE = 2;
    private static final int OUTER_SIDE = 3;

    /** Per sensor: numbers of its layer and its cell, and the other side of its module; side by side, as they are asked for together. */
    private final int[] table;

    /** Ranges of the layers. */
    private final List<Frame> layers;

    /** Of a pair of layers, at (first times number of layers + second), the others in the range of r and z that both span. */
    private final int[][] between;

    private final int cells;

    /** Of a pair of cells, the bit (first times number of cells + second): whether a third layer may be between them. */
    private final long[] far;

    private LayerMap(List<Sector> sectors, int[] table) {
        this.table = table;
        this.layers = frames(sectors, LAYER);
        int count = layers.size();
        this.between = new int[count * count][];
        for (int i = 0; i < count * count; i++) {
            between[i] = between(i / count, i % count);
        }
        List<Frame> frames = frames(sectors, CELL);
        this.cells = frames.size();
        int[] layerOf = new int[cells];
        for (int sensor = 0; sensor < sectors.size(); sensor++) {
            layerOf[table[STRIDE * sensor + CELL]] = layer(sensor);
        }
        BitSet bits = new BitSet(cells * cells);
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                bits.set(i * cells + j, isFar(frames.get(i), frames.get(j), between[layerOf[i] * count + layerOf[j]]));
            }
        }
        this.far = Arrays.copyOf(bits.toLongArray(), (cells * cells + Long.SIZE - 1) / Long.SIZE);
    }

    /** What the sensors of a barrel layer, or of a disk, have in common. */
    private record Layer(Subdetector subdetector, int side, int number) {
        private static Layer of(SensorAddress address) {
            Subdetector subdetector = address.subdetector();
            return new Layer(subdetector, subdetector.isBarrel() ? 0 : address.side(), address.layer());
        }
    }

    /** What the sensors of a layer at about the same r and z have in common. */
    private record Cell(Layer layer, int ring) {}

    /** The map of a tracker; costs some 50 ms, build it once per tracker. */
    public static LayerMap of(Tracker tracker) {
        List<Sector> sectors = tracker.sensors().stream().map(Sector::around).toList();
        int[] ring = rings(sectors);
        int[] table = new int[STRIDE * tracker.size()];
        Arrays.fill(table, NONE);
        Map<Layer, Integer> layers = new HashMap<>();
        Map<Cell, Integer> cells = new HashMap<>();
        Map<Integer, Sensor> oneSide = new HashMap<>();
        for (Sensor sensor : tracker.sensors()) {
            int at = STRIDE * sensor.index();
            Layer layer = Layer.of(sensor.address());
            table[at + LAYER] = layers.computeIfAbsent(layer, key -> layers.size());
            table[at + CELL] = cells.computeIfAbsent(new Cell(layer, ring[sensor.index()]), key -> cells.size());
            int pair = sensor.address().pairId();
            Sensor other = pair == 0 ? null : oneSide.putIfAbsent(pair, sensor);
            if (other != null) {
                boolean isOuter = fromBeam(sensor) > fromBeam(other);
                table[at + (isOuter ? INNER_SIDE : OUTER_SIDE)] = other.index();
                table[STRIDE * other.index() + (isOuter ? OUTER_SIDE : INNER_SIDE)] = sensor.index();
            }
        }
        return new LayerMap(sectors, table);
    }

    /** The number of the ring of each sensor. */
    private static int[] rings(List<Sector> sectors) {
        int[] ring = new int[sectors.size()];
        List<List<Integer>> rings = RingCuts.rings(sectors);
        for (int i = 0; i < rings.size(); i++) {
            for (int member : rings.get(i)) {
                ring[member] = i;
            }
        }
        return ring;
    }

    /** Distance of the plane of a sensor from the middle of the detector [mm]. */
    private static double fromBeam(Sensor sensor) {
        return Math.abs(sensor.plane().distance(Vec3.ZERO));
    }

    /** The ranges of groups of sensors, in the order of their numbers. */
    private List<Frame> frames(List<Sector> sectors, int group) {
        Map<Integer, Frame> frames = new TreeMap<>();
        for (int sensor = 0; sensor < sectors.size(); sensor++) {
            frames.merge(table[STRIDE * sensor + group], Frame.around(sectors.get(sensor)), Frame::with);
        }
        return List.copyOf(frames.values());
    }

    private int[] between(int a, int b) {
        Frame both = layers.get(a).with(layers.get(b));
        return IntStream.range(0, layers.size())
                .filter(other -> a != b && other != a && other != b)
                .filter(other -> layers.get(other).overlaps(both))
                .toArray();
    }

    /** The ends of the way are somewhere in their cells: as if the layers were larger by the larger cell. */
    private boolean isFar(Frame from, Frame to, int[] others) {
        double marginR = Math.max(from.halfR(), to.halfR());
        double marginZ = Math.max(from.halfZ(), to.halfZ());
        return Arrays.stream(others)
                .anyMatch(other -> layers.get(other)
                        .meets(from.middleR(), from.middleZ(), to.middleR(), to.middleZ(), marginR, marginZ));
    }

    /** Number of the layer of a sensor, from 0. */
    public int layer(int sensor) {
        return table[STRIDE * sensor + LAYER];
    }

    /** The other side of a double-sided module if that is the one nearer to the beam, or {@link #NONE}. */
    public int innerSide(int sensor) {
        return table[STRIDE * sensor + INNER_SIDE];
    }

    /** The other side of a double-sided module if that is the one further away from the beam, or {@link #NONE}. */
    public int outerSide(int sensor) {
        return table[STRIDE * sensor + OUTER_SIDE];
    }

    /**
     * False if a track that crosses two sensors cannot have crossed one of another layer, nor the other side of one of their modules,
     * between them. Most pairs of neighbours are so; told without a branch.
     */
    @SuppressWarnings("ShortCircuitBoolean")
    public boolean mayMissSensor(int from, int to) {
        int outer = outerSide(from);
        int inner = innerSide(to);
        return (outer != NONE & outer != to) | (inner != NONE & inner != from) | mayMeetLayer(from, to);
    }

    /** False if no straight line in r and z from a point of one sensor to a point of another one meets a third layer; quick. */
    public boolean mayMeetLayer(int from, int to) {
        int pair = table[STRIDE * from + CELL] * cells + table[STRIDE * to + CELL];
        return (far[pair / Long.SIZE] >>> pair & 1) != 0;
    }

    /**
     * Whether a straight line in r and z from a point of one sensor to a point of another one meets the ranges of r and z of a
     * third layer.
     *
     * @param r of the first point [mm]
     * @param z of the first point [mm]
     * @param endR of the second point [mm]
     * @param endZ of the second point [mm]
     * @param margin around the layer [mm]
     */
    public boolean meetsLayer(int from, int to, double r, double z, double endR, double endZ, double margin) {
        for (int other : between[layer(from) * layers.size() + layer(to)]) {
            if (layers.get(other).meets(r, z, endR, endZ, margin, margin)) {
                return true;
            }
        }
        return false;
    }
}
