package org.sagitta.fieldmap.compare;

import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * How well a field obeys div B = 0 and curl B = 0, at points spread evenly over a cylinder: a Halton sequence (bases 2, 3,
 * 5), so the answer is the same every time. Derivatives are central differences of fourth order.
 *
 * @param points how many points
 * @param divMax largest |div B| [T/m]
 * @param divRms root mean square of div B [T/m]
 * @param curlMax largest |component of curl B| [T/m]
 * @param curlRms root mean square of |curl B| [T/m]
 * @param gradientRms root mean square of the Frobenius norm of the nine derivatives [T/m], the scale to compare with
 */
public record MaxwellResiduals(
        int points, double divMax, double divRms, double curlMax, double curlRms, double gradientRms) {
    /** Points have r below this [mm], so that the differences stay inside the domains. */
    public static final double R_MAX = 1.1 * Units.M;
    /** Points have |z| below this [mm]. */
    public static final double Z_MAX = 2.75 * Units.M;

    /** Step of the differences [mm]: for the harmonic fits truncation and rounding are then both near 1e-12 T/m. */
    private static final double STEP = 3 * Units.MM;

    /** The residuals at {@code points} points with r < 1.1 m, |z| < 2.75 m. */
    public static MaxwellResiduals of(MagneticField field, int points) {
        if (points < 1) {
            throw new IllegalArgumentException("number of points must be positive, got " + points);
        }
        FieldCursor cursor = field.cursor();
        double divMax = 0;
        double divSquares = 0;
        double curlMax = 0;
        double curlSquares = 0;
        double gradientSquares = 0;
        for (int i = 1; i <= points; i++) {
            Vec3 point = haltonPoint(i);
            Vec3 dx = derivative(cursor, point, new Vec3(STEP, 0, 0));
            Vec3 dy = derivative(cursor, point, new Vec3(0, STEP, 0));
            Vec3 dz = derivative(cursor, point, new Vec3(0, 0, STEP));
            double div = dx.x() + dy.y() + dz.z();
            Vec3 curl = new Vec3(dy.z() - dz.y(), dz.x() - dx.z(), dx.y() - dy.x());
            divMax = Math.max(divMax, Math.abs(div));
            divSquares += div * div;
            curlMax = Math.max(curlMax, largest(curl));
            curlSquares += curl.dot(curl);
            gradientSquares += dx.dot(dx) + dy.dot(dy) + dz.dot(dz);
        }
        return new MaxwellResiduals(
                points,
                divMax,
                Math.sqrt(divSquares / points),
                curlMax,
                Math.sqrt(curlSquares / points),
                Math.sqrt(gradientSquares / points));
    }

    private static double largest(Vec3 v) {
        return Math.max(Math.abs(v.x()), Math.max(Math.abs(v.y()), Math.abs(v.z())));
    }

    /** dB/dx along a step [T/m]: (8 (B(+h) - B(-h)) - (B(+2h) - B(-2h))) / (12 h). */
    private static Vec3 derivative(FieldCursor field, Vec3 point, Vec3 step) {
        Vec3 near = field.at(point.plus(1, step)).minus(field.at(point.plus(-1, step)));
        Vec3 far = field.at(point.plus(2, step)).minus(field.at(point.plus(-2, step)));
        return near.times(8).minus(far).times(Units.M / (12 * STEP));
    }

    /** The i-th point, uniform in volume. */
    private static Vec3 haltonPoint(int i) {
        double r = R_MAX * Math.sqrt(halton(i, 2));
        double phi = 2 * Math.PI * halton(i, 3);
        return new Vec3(r * Math.cos(phi), r * Math.sin(phi), Z_MAX * (2 * halton(i, 5) - 1));
    }

    /** The digits of i in that base, mirrored at the point: in (0, 1). */
    private static double halton(int i, int base) {
        double value = 0;
        double digit = 1.0 / base;
        for (int rest = i; rest > 0; rest /= base) {
            value += digit * (rest % base);
            digit /= base;
        }
        return value;
    }
}
