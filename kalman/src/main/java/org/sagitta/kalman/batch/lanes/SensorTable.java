package org.sagitta.kalman.batch.lanes;

import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;

/** What the fit needs of every sensor, as numbers side by side. Immutable; one table serves all threads. */
public final class SensorTable {
    /** The first sixteen numbers of a sensor stand in the order of {@link PlaneSlots}; then come these. */
    static final int PLANE_NUMBERS = (PlaneSlots.FIRST_COORDINATE - Lanes.START) / Lanes.WIDTH;

    /** Where the axes begin. */
    static final int U = 3;

    static final int V = 6;
    static final int NORMAL = 9;
    static final int FAN = PLANE_NUMBERS - 2;
    static final int SECOND_WEIGHT = PLANE_NUMBERS;
    static final int HALF_LENGTH = PLANE_NUMBERS + 1;
    static final int HALF_WIDTH = PLANE_NUMBERS + 2;
    static final int HALF_WIDTH_SLOPE = PLANE_NUMBERS + 3;
    private static final int SIZE = PLANE_NUMBERS + 4;

    private final double[] numbers;
    private final boolean[] stereo;

    public SensorTable(Tracker tracker) {
        int count = tracker.sensors().size();
        this.numbers = new double[count * SIZE];
        this.stereo = new boolean[count];
        for (int i = 0; i < count; i++) {
            put(tracker.sensor(i), i * SIZE);
            stereo[i] = tracker.sensor(i).address().kind() == SensorKind.STEREO;
        }
    }

    private void put(Sensor sensor, int at) {
        put(sensor.plane().origin(), at);
        put(sensor.plane().u(), at + U);
        put(sensor.plane().v(), at + V);
        put(sensor.plane().w(), at + NORMAL);
        numbers[at + 12] = sensor.material().xOverX0();
        numbers[at + 13] = sensor.material().xiGev();
        numbers[at + FAN] = sensor.topology() instanceof StripTopology strips ? 1 / strips.convergenceV() : 0;
        double sigmaU = sensor.resolution().sigmaU();
        double sigmaV = sensor.resolution().sigmaV();
        numbers[at + 15] = 1 / (sigmaU * sigmaU);
        numbers[at + SECOND_WEIGHT] = 1 / (sigmaV * sigmaV);
        Outline outline = sensor.outline();
        numbers[at + HALF_LENGTH] = outline.halfLength();
        numbers[at + HALF_WIDTH] = outline.halfWidthAt(0);
        numbers[at + HALF_WIDTH_SLOPE] =
                0.5 * (outline.halfWidthAtPlusV() - outline.halfWidthAtMinusV()) / outline.halfLength();
    }

    private void put(Vec3 v, int at) {
        numbers[at] = v.x();
        numbers[at + 1] = v.y();
        numbers[at + 2] = v.z();
    }

    double get(int sensor, int number) {
        return numbers[sensor * SIZE + number];
    }

    /** A global coordinate, x, y or z, of a point on a sensor [mm]. */
    double coordinate(int sensor, int axis, double u, double v) {
        int at = sensor * SIZE + axis;
        return numbers[at] + u * numbers[at + U] + v * numbers[at + V];
    }

    /** Component of a vector along an axis, {@link #U}, {@link #V} or {@link #NORMAL}. */
    double along(int sensor, int axis, double x, double y, double z) {
        int at = sensor * SIZE + axis;
        return x * numbers[at] + y * numbers[at + 1] + z * numbers[at + 2];
    }

    /** Whether a point is in the outline. */
    boolean isInside(int sensor, double u, double v) {
        int at = sensor * SIZE;
        return Math.abs(v) <= numbers[at + HALF_LENGTH]
                && Math.abs(u) <= numbers[at + HALF_WIDTH] + v * numbers[at + HALF_WIDTH_SLOPE];
    }

    boolean isStereo(int sensor) {
        return stereo[sensor];
    }

    /** Copies plane and matter of a sensor into a record of planes. */
    void copyPlane(int sensor, double[] planes, int at) {
        int from = sensor * SIZE;
        for (int n = 0; n < PLANE_NUMBERS; n++) {
            planes[at + PlaneSlots.ORIGIN_X + n * Lanes.WIDTH] = numbers[from + n];
        }
    }
}
