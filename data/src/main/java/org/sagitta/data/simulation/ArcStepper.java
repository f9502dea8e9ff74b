package org.sagitta.data.simulation;

import java.util.Optional;
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
    /** Allowed estimate of the position error of the parabola [mm]; measured over whole tracks, the cubic errs by 3e-8. */
    static final double TOLERANCE = 1e-4;

    /** Longest arc [mm]. */
    static final double MAX_ARC = 200;

    /** An arc that short is accepted whatever the estimate says [mm]: the field has a kink (a grid map). */
    static final double MIN_ARC = 2;

    /** Largest turn on one arc [rad]; the power series is exact to rounding up to there. */
    static final double MAX_TURN = 0.25;

    /**
     * How well the points at which the field is asked must lie on the path [mm]. With at most 1 T/m in the tracker the
     * field is then good to 5e-6 T at the worst of them.
     */
    static final double FIELD_REACH = 0.005;

    /**
     * How far matter may lead a muon off the path on which the field was taken [mm]. The transverse gradient is a few
     * 1e-5 T/mm over most of the tracker, so the field there is good to 1e-6; a kick goes either way with equal chance.
     */
    static final double MAX_STRAY = 0.1;

    private static final double FIRST_ARC = 60;
    private static final int MAX_CORRECTIONS = 3;
    private static final double SAFETY = 0.9;
    private static final double MAX_GROWTH = 2;
    private static final double MIN_SHRINK = 0.25;

    private final FieldCursor cursor;
    private final FieldDomain domain;
    private final MotionSeries motion;

    private @Nullable Sample known;
    private @Nullable FieldSeries expected;
    private double proposed = FIRST_ARC;

    /** A field value [T] and where it was taken. */
    private record Sample(Vec3 point, Vec3 field) {}

    /** The field along the path ahead, from s = 0 to the length [mm]. */
    record Arc(double length, FieldSeries field) {}

    /** @param motion the series into which the motion along each arc is written */
    ArcStepper(MagneticField field, MotionSeries motion) {
        this.cursor = field.cursor();
        this.domain = field.domain();
        this.motion = motion;
    }

    /** Forgets the muon before. */
    void restart() {
        known = null;
        expected = null;
        proposed = FIRST_ARC;
    }

    /** Says which field is expected on the way ahead: the arc before, continued from where it was left. */
    void expect(FieldSeries ahead) {
        expected = ahead;
    }

    /**
     * The next arc; the motion along it is left in the series given to the constructor. Empty if the domain of the field
     * ends here.
     *
     * @param position [mm]
     * @param direction unit vector
     * @param bending lambda = kappa q/p [1/(T mm)]
     * @param longest limit to the length [mm]
     */
    Optional<Arc> arc(Vec3 position, Vec3 direction, double bending, double longest) {
        Sample start = known;
        if (start == null || start.point.minus(position).norm() > MAX_STRAY) {
            if (!domain.contains(position)) {
                return Optional.empty();
            }
            start = new Sample(position, cursor.at(position));
        }
        double turning = Math.abs(bending) * start.field.norm();
        double h = Math.min(Math.min(longest, proposed), Math.min(MAX_ARC, MAX_TURN / turning));
        while (true) {
            FieldSeries field = solve(position, direction, bending, start, h);
            double error = field == null ? Double.POSITIVE_INFINITY : errorEstimate(field, bending, h);
            if (field != null && (error <= TOLERANCE || h <= MIN_ARC)) {
                // An arc cut short by the other limits says nothing against longer ones.
                proposed = h < proposed ? Math.max(proposed, h * growth(error)) : h * growth(error);
                return Optional.of(new Arc(h, field));
            }
            if (h <= MIN_ARC) {
                return Optional.empty();
            }
            h = Math.max(MIN_ARC, h * Math.min(SAFETY, growth(error)));
            proposed = h;
        }
    }

    private static double errorEstimate(FieldSeries field, double bending, double h) {
        double h2 = h * h;
        return Math.abs(bending) * field.b3().norm() * h2 * h2 * h / 60;
    }

    /** Factor by which the arc may change: the estimate grows with the fifth power of its length. */
    private static double growth(double error) {
        if (error == 0) {
            return MAX_GROWTH;
        }
        return Math.max(MIN_SHRINK, Math.min(MAX_GROWTH, SAFETY * Math.pow(TOLERANCE / error, 0.2)));
    }

    /** The field on the path over the length h; null if the path leaves the domain or the correction does not settle. */
    private @Nullable FieldSeries solve(Vec3 position, Vec3 direction, double bending, Sample start, double h) {
        FieldSeries field = expected == null ? FieldSeries.constant(start.field) : expected;
        motion.expand(position, direction, bending, field, h);
        for (int i = 0; i < MAX_CORRECTIONS; i++) {
            Vec3 a = motion.position(FieldSeries.INNER_A * h);
            Vec3 b = motion.position(FieldSeries.INNER_B * h);
            Vec3 end = motion.position(h);
            if (!domain.contains(a) || !domain.contains(b) || !domain.contains(end)) {
                return null;
            }
            Vec3 endField = cursor.at(end);
            field = FieldSeries.through(start.field, cursor.at(a), cursor.at(b), endField, h);
            motion.expand(position, direction, bending, field, h);
            if (isAt(a, FieldSeries.INNER_A * h) && isAt(b, FieldSeries.INNER_B * h) && isAt(end, h)) {
                known = new Sample(end, endField);
                return field;
            }
        }
        return null;
    }

    private boolean isAt(Vec3 point, double s) {
        return motion.position(s).minus(point).norm() <= FIELD_REACH;
    }
}
