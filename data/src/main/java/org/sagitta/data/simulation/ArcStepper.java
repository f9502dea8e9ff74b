package org.sagitta.data.simulation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;

/**
 * The simulation's own propagation: one arc after the other, each as long as the required accuracy allows.
 *
 * <p>On an arc the field is collocated: it is asked at the four Gauss-Lobatto points of the path, and between them it is
 * a cubic in the path length, on which the motion is a power series. This is the Lobatto IIIA scheme of order six with
 * only the field, and not the force, replaced by a polynomial, so a helix in a uniform field is exact at any length. The
 * points are predicted by continuing the cubic of the arc before and corrected until the path runs through them.
 *
 * <p>Error control as in an embedded pair: the cubic is compared with the parabola through the first three points; the
 * direction at the end differs by lambda h |b3| h^3 / 60, and this times h has to stay below {@link #TOLERANCE}. The
 * cubic itself is better by far: see the test against an integration to 1e-12.
 *
 * <p>It deliberately shares nothing with the propagation of the fit. Mutable; owned by one thread.
 */
final class ArcStepper {
    /** Allowed estimate of the position error of the parabola [mm]; measured over whole tracks, the cubic errs by 2e-8. */
    static final double TOLERANCE = 1e-5;

    /** Longest arc [mm]. */
    static final double MAX_ARC = 400;

    /** An arc that short is accepted whatever the estimate says [mm]: the field has a kink (a grid map). */
    static final double MIN_ARC = 2;

    /** Largest turn on one arc [rad]; the power series is exact to rounding up to there. */
    static final double MAX_TURN = 0.25;

    /**
     * How well the points at which the field is asked must lie on the path [mm]. With at most 1 T/m in the tracker the
     * field is then good to 5e-7 T at the worst of them.
     */
    static final double FIELD_REACH = 5e-4;

    /** A field value taken so near to the start of an arc [mm] is the field there. */
    static final double SAME_PLACE = 0.1;

    /** How well the points must be predicted at the first go [mm]. */
    private static final double PREDICTION = 1e-4;

    private static final int MAX_CORRECTIONS = 3;
    private static final double SAFETY = 0.9;
    private static final double MAX_GROWTH = 2;
    private static final double MIN_SHRINK = 0.25;

    /** The points of an arc at which the field is wanted; at the start only if it is not known there. */
    static final int POINTS = 4;

    private static final int A = 0;
    private static final int B = 1;
    private static final int END = 2;
    private static final int START = 3;

    private final FieldCursor cursor;
    private final FieldDomain domain;
    private final MotionSeries motion;
    private final FieldSeries series = new FieldSeries();

    private @Nullable Sample known;
    private boolean expected;
    private double proposed = MAX_ARC;

    /** Length of the arc that is being made [mm]. */
    private double length;

    /** Its points, the first of those at which the field is wanted and their number, and the field there [T]. */
    private final Vec3[] point = new Vec3[POINTS];

    private int first;
    private int wanted;
    private final Vec3[] given = new Vec3[POINTS];

    /** Limit to its length [mm], kept while the field at its start is asked for. */
    private double longest;

    private int corrections;

    /** A field value [T] and where it was taken. */
    private record Sample(Vec3 point, Vec3 field) {}

    /** @param motion the series into which the motion along each arc is written */
    ArcStepper(MagneticField field, MotionSeries motion) {
        this.cursor = field.cursor();
        this.domain = field.domain();
        this.motion = motion;
    }

    /** Forgets the muon before. */
    void restart() {
        known = null;
        expected = false;
        proposed = MAX_ARC;
    }

    /**
     * The field along the present arc. Who goes along the arc moves the origin of the series with him, to where the next
     * arc is to start: there it is what is expected of the field ahead.
     */
    FieldSeries field() {
        return series;
    }

    /**
     * Length of the next arc [mm]; the motion along it is left in the series given to the constructor. Empty if the
     * domain of the field ends here.
     *
     * @param flight where the arc starts
     * @param longest limit to the length [mm]
     */
    OptionalDouble arc(Flight flight, double longest) {
        Progress progress = begin(flight, longest);
        while (progress == Progress.ASKS) {
            for (int n = 0; n < wanted; n++) {
                give(n, cursor.at(point(n)));
            }
            progress = proceed(flight);
        }
        return progress == Progress.READY ? OptionalDouble.of(length) : OptionalDouble.empty();
    }

    /** How far an arc is: for who takes the field for several muons at once. */
    enum Progress {
        /** The field at some points is wanted. */
        ASKS,
        /** The arc is made. */
        READY,
        /** The domain of the field ends here. */
        OUT
    }

    /** Begins the arc of {@link #arc}. */
    Progress begin(Flight flight, double limit) {
        Vec3 position = flight.position();
        point[START] = position;
        longest = limit;
        first = 0;
        wanted = POINTS;
        Sample before = known;
        if (before != null && before.point.minus(position).norm() <= SAME_PLACE) {
            given[START] = before.field;
            wanted = START;
        } else if (!domain.contains(position)) {
            return Progress.OUT;
        } else if (!expected) {
            // Without any idea of the field not even a length can be tried.
            first = START;
            wanted = 1;
            return Progress.ASKS;
        }
        return attemptLongest(flight);
    }

    /** At how many points the field is wanted. */
    int wanted() {
        return wanted;
    }

    /** One of these points. */
    Vec3 point(int n) {
        return point[first + n];
    }

    /** The field [T] at one of these points. */
    void give(int n, Vec3 field) {
        given[first + n] = field;
    }

    /** Length of the arc that is ready [mm]. */
    double length() {
        return length;
    }

    /** Goes on with the field that was given at the points. */
    Progress proceed(Flight flight) {
        boolean onlyStart = first == START;
        // Whatever is asked from now on is not the field at the start.
        first = 0;
        wanted = START;
        if (onlyStart) {
            return attemptLongest(flight);
        }
        series.through(given[START], given[A], given[B], given[END], length);
        motion.expand(flight, series, length, MotionSeries.NEGLIGIBLE);
        if (!isAt(point[A], FieldSeries.INNER_A * length)
                || !isAt(point[B], FieldSeries.INNER_B * length)
                || !isAt(point[END], length)) {
            corrections++;
            return corrections < MAX_CORRECTIONS && asks() ? Progress.ASKS : shorter(flight, Double.POSITIVE_INFINITY);
        }
        known = new Sample(point[END], given[END]);
        expected = true;
        double error = errorEstimate(Math.abs(flight.bending()), length);
        if (error > TOLERANCE && length > MIN_ARC) {
            return shorter(flight, error);
        }
        // An arc cut short by the other limits says nothing against longer ones.
        proposed = length < proposed ? Math.max(proposed, length * growth(error)) : length * growth(error);
        return Progress.READY;
    }

    /** Tries the longest arc that is allowed, with the field at its start if nothing is expected of it. */
    private Progress attemptLongest(Flight flight) {
        double strength = expected ? series.strength() : given[START].norm();
        length = Math.min(
                Math.min(longest, proposed), Math.min(MAX_ARC, MAX_TURN / (Math.abs(flight.bending()) * strength)));
        return attempt(flight);
    }

    /** Tries the present length. */
    private Progress attempt(Flight flight) {
        if (!expected) {
            if (wanted > START) {
                // An arc that was expected left the domain before the field at its start was asked for.
                given[START] = cursor.at(point[START]);
                wanted = START;
            }
            series.constant(given[START]);
        }
        // Whatever happens, the series is no expectation any more if this length fails.
        expected = false;
        motion.expand(flight, series, length, PREDICTION);
        corrections = 0;
        return asks() ? Progress.ASKS : shorter(flight, Double.POSITIVE_INFINITY);
    }

    /** Tries a shorter arc; one in which the path left the domain or did not settle has an infinite error. */
    private Progress shorter(Flight flight, double error) {
        if (length <= MIN_ARC) {
            return Progress.OUT;
        }
        length = Math.max(MIN_ARC, length * Math.min(SAFETY, growth(error)));
        proposed = length;
        return attempt(flight);
    }

    /** Notes the points on the present path at which the field is wanted; false if one is outside the domain. */
    private boolean asks() {
        point[A] = motion.position(FieldSeries.INNER_A * length);
        point[B] = motion.position(FieldSeries.INNER_B * length);
        point[END] = motion.position(length);
        return domain.contains(point[A]) && domain.contains(point[B]) && domain.contains(point[END]);
    }

    private double errorEstimate(double bending, double h) {
        double h2 = h * h;
        return bending * series.cubic() * h2 * h2 * h / 60;
    }

    /** Factor by which the arc may change: the estimate grows with the fifth power of its length. */
    private static double growth(double error) {
        // Below this part of the tolerance the power is larger than the largest growth.
        if (error < 0.01 * TOLERANCE) {
            return MAX_GROWTH;
        }
        return Math.max(MIN_SHRINK, Math.min(MAX_GROWTH, SAFETY * Math.pow(TOLERANCE / error, 0.2)));
    }

    private boolean isAt(Vec3 point, double s) {
        return motion.position(s).minus(point).norm() <= FIELD_REACH;
    }
}
