package org.sagitta.data.simulation;

import java.util.OptionalDouble;
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

    /** Longest arc [mm]; it could be twice as long, but then takes longer to search for sensors. */
    static final double MAX_ARC = 300;

    /** An arc that short is accepted whatever the estimate says [mm]: the field has a kink (a grid map). */
    static final double MIN_ARC = 2;

    /** Largest turn on one arc [rad]; the power series is exact to rounding up to there. */
    static final double MAX_TURN = 0.25;

    /**
     * How wrong the field at a point may be because the point is not on the path [T]: so far from it as it is, in a field whose gradient
     * across the path is {@link Stray#gradient}.
     */
    static final double FIELD_ERROR = 5e-7;

    /** How well the points must be predicted at the first go [mm]. */
    static final double PREDICTION = 1e-4;

    private static final int MAX_CORRECTIONS = 3;
    private static final double SAFETY = 0.9;
    private static final double MAX_GROWTH = 2;
    private static final double MIN_SHRINK = 0.25;

    /** Below this part of the tolerance arcs need not become shorter. */
    private static final double HARDLY = 0.5;

    private final FieldCursor cursor;
    private final FieldDomain domain;
    private final MotionSeries motion;
    private final FieldSeries series = new FieldSeries();

    /** Whether the series is what is expected of the field ahead. */
    private boolean expected;

    private double proposed = MAX_ARC;

    /** Length of the arc that is tried [mm], and limit to it. */
    private double length;

    private double longest;
    private int corrections;

    /** @param motion the series into which the motion along each arc is written */
    ArcStepper(MagneticField field, MotionSeries motion) {
        this.cursor = field.cursor();
        this.domain = field.domain();
        this.motion = motion;
    }

    /** Forgets the muon before. */
    void restart() {
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

    /** The motion along the arc. */
    MotionSeries motion() {
        return motion;
    }

    /**
     * Length of the next arc [mm]; the motion along it is left in the series given to the constructor. Empty if the
     * domain of the field ends here.
     *
     * @param flight where the arc starts
     * @param limit to the length [mm]
     */
    OptionalDouble arc(Flight flight, double limit) {
        Progress progress = begin(flight, limit);
        if (progress == Progress.STARTS) {
            progress = start(flight, cursor.at(flight.position()));
        }
        while (progress == Progress.TRIES) {
            Vec3 start = cursor.at(flight.position());
            progress = tried(flight, miss(flight, start), start);
        }
        return progress == Progress.READY ? OptionalDouble.of(length) : OptionalDouble.empty();
    }

    /** How far an arc is: for who makes the arcs of several muons at once. */
    enum Progress {
        /** Nothing is known of the field yet: that at the start is wanted, for {@link #start}. */
        STARTS,
        /** An arc of {@link #length()} along {@link #field()} is to be tried, and {@link #tried} be told. */
        TRIES,
        /** The arc is made. */
        READY,
        /** The domain of the field ends here. */
        OUT
    }

    /** Begins the arc of {@link #arc}. */
    Progress begin(Flight flight, double limit) {
        longest = limit;
        if (!domain.contains(flight.position())) {
            return Progress.OUT;
        }
        return expected ? tryLongest(flight) : Progress.STARTS;
    }

    /** The first arc, with the field [T] at its start. */
    Progress start(Flight flight, Vec3 field) {
        series.constant(field);
        expected = true;
        return tryLongest(flight);
    }

    /** Length of the arc that is tried or ready [mm]. */
    double length() {
        return length;
    }

    /** Tries the longest arc that is allowed. */
    private Progress tryLongest(Flight flight) {
        corrections = 0;
        length = Math.min(
                Math.min(longest, proposed),
                Math.min(MAX_ARC, MAX_TURN / (Math.abs(flight.bending()) * series.strength())));
        return Progress.TRIES;
    }

    /**
     * Goes on when an arc has been tried: the field was taken at the points to which the expected field leads, and the cubic
     * through them is now in the series.
     *
     * @param miss how far from these points the motion along the cubic passes [mm]; not a number if one is outside the domain
     * @param start the field at the start [T]
     */
    Progress tried(Flight flight, double miss, Vec3 start) {
        double fieldError = miss * Stray.gradient(series, length);
        if (!(fieldError <= FIELD_ERROR)) {
            corrections++;
            return fieldError > FIELD_ERROR && corrections < MAX_CORRECTIONS
                    ? Progress.TRIES
                    : shorter(Double.POSITIVE_INFINITY, start);
        }
        double error = errorEstimate(Math.abs(flight.bending()), length);
        if (error > TOLERANCE && length > MIN_ARC) {
            return shorter(error, start);
        }
        if (proposed >= MAX_ARC && error < HARDLY * TOLERANCE) {
            return Progress.READY;
        }
        // An arc cut short by the other limits says nothing against longer ones.
        proposed = length < proposed ? Math.max(proposed, length * growth(error)) : length * growth(error);
        return Progress.READY;
    }

    /** Tries a shorter arc; one in which the path left the domain or did not settle has an infinite error. */
    private Progress shorter(double error, Vec3 start) {
        if (length <= MIN_ARC) {
            return Progress.OUT;
        }
        length = Math.max(MIN_ARC, length * Math.min(SAFETY, growth(error)));
        proposed = length;
        corrections = 0;
        series.constant(start);
        return Progress.TRIES;
    }

    /** Tries an arc, and returns how far from the points at which the field was taken the motion passes [mm]. */
    private double miss(Flight flight, Vec3 start) {
        motion.expand(flight, series, length, PREDICTION);
        Vec3 atA = motion.position(FieldSeries.INNER_A * length);
        Vec3 atB = motion.position(FieldSeries.INNER_B * length);
        Vec3 end = motion.position(length);
        if (!domain.contains(atA) || !domain.contains(atB) || !domain.contains(end)) {
            return Double.NaN;
        }
        series.through(start, cursor.at(atA), cursor.at(atB), cursor.at(end), length);
        motion.expand(flight, series, length, MotionSeries.NEGLIGIBLE);
        return Math.max(
                distance(atA, FieldSeries.INNER_A * length),
                Math.max(distance(atB, FieldSeries.INNER_B * length), distance(end, length)));
    }

    private double distance(Vec3 point, double s) {
        return motion.position(s).minus(point).norm();
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
}
