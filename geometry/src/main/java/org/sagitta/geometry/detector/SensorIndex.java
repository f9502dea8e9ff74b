package org.sagitta.geometry.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;

/**
 * Finds the sensors near a path without looking at all of them: a hierarchy of bounding boxes over the sensors of one
 * tracker, ideal or displaced. Immutable; one index serves all threads.
 */
public final class SensorIndex {
    /** Helices are cut into chords that stay this close to the arc [mm]. */
    private static final double CHORD_DISTANCE = 1.0;

    /** Added to the chord distance so that rounding never loses a sensor at the edge of its box [mm]. */
    private static final double ROUNDING_MARGIN = 1e-6;

    private static final Comparator<Crossing> ALONG_THE_PATH = Comparator.comparingDouble(Crossing::pathLength)
            .thenComparingInt(c -> c.sensor().index());

    private final Tracker tracker;
    private final BoxTree boxes;
    private final RingIndex rings;

    private SensorIndex(Tracker tracker) {
        this.tracker = tracker;
        this.boxes = BoxTree.over(tracker.sensors().stream().map(Box::around).toList());
        this.rings =
                RingIndex.over(tracker.sensors().stream().map(Sector::around).toList());
    }

    /** The index of a tracker; costs a fraction of a second, build it once per tracker. */
    public static SensorIndex of(Tracker tracker) {
        return new SensorIndex(tracker);
    }

    public Tracker tracker() {
        return tracker;
    }

    /**
     * Visits the index of every sensor whose bounding box, grown by a margin on all sides, meets the straight segment;
     * each once, in an order that depends on the tracker alone. Allocates nothing.
     *
     * @param margin [mm], zero or positive
     */
    public void candidates(Vec3 from, Vec3 to, double margin, IntConsumer visitor) {
        boxes.visit(from, to, margin, visitor);
    }

    /**
     * Writes down the index of every sensor that comes within a margin of a straight segment, and of a few that do not;
     * each once, in an order that depends on the tracker alone. The way for short pieces of a track, one after the other;
     * allocates nothing.
     *
     * @param margin [mm], zero or positive
     * @param into takes the indices from the front on; as long as the tracker has sensors
     * @return how many sensors there are
     */
    public int near(Vec3 from, Vec3 to, double margin, int[] into) {
        return rings.near(from, to, margin, into);
    }

    /**
     * Every meeting of the helix with the outline of a sensor at a path length in (0, maxPathLength], ordered by path
     * length and then by the index of the sensor. A sensor that a looping track meets twice is there twice.
     *
     * @param maxPathLength [mm], finite
     */
    public List<Crossing> crossings(Helix helix, double maxPathLength) {
        if (!(maxPathLength > 0) || Double.isInfinite(maxPathLength)) {
            throw new IllegalArgumentException(
                    "path length = " + maxPathLength + " mm; it must be positive and finite");
        }
        List<Crossing> found = new ArrayList<>();
        double bending = Math.abs(helix.turningRate()) * helix.direction().perp();
        int pieces = (int) Math.ceil(maxPathLength * Math.sqrt(bending / (8 * CHORD_DISTANCE)));
        double length = maxPathLength / Math.max(1, pieces);
        // |x(s) - chord(s)| <= length^2 max|x''| / 8, the error of linear interpolation.
        double margin = bending * length * length / 8 + ROUNDING_MARGIN;
        double start = 0;
        for (int i = 1; i <= Math.max(1, pieces); i++) {
            double from = start;
            double to = i < pieces ? i * length : maxPathLength;
            candidates(
                    helix.pointAt(from), helix.pointAt(to), margin, sensor -> collect(sensor, helix, from, to, found));
            start = to;
        }
        found.sort(ALONG_THE_PATH);
        return found;
    }

    private void collect(int index, Helix helix, double from, double to, List<Crossing> found) {
        Sensor sensor = tracker.sensor(index);
        for (double s : helix.pathLengthsTo(sensor.plane(), from, to)) {
            Vec3 local = sensor.plane().toLocal(helix.pointAt(s));
            if (sensor.outline().contains(local.x(), local.y())) {
                found.add(new Crossing(sensor, s, local.x(), local.y()));
            }
        }
    }
}
