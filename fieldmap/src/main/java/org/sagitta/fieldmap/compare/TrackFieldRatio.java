package org.sagitta.fieldmap.compare;

import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Ratio of two fields as a straight track from the origin sees them, up to r = 1.1 m or |z| = 2.8 m, whichever comes
 * first. A ratio is the weighted integral of the numerator over that of the denominator; 1 means equal.
 *
 * <p>What bends a track in the transverse plane is Bz - Br sinh eta (v x B projected; Br along the track's azimuth). A
 * curvature fitted with the denominator field to a track that saw the numerator field is too large by the sagitta-weighted
 * ratio.
 */
public final class TrackFieldRatio {
    /** Tracks end at this distance from the beam line [mm]. */
    public static final double R_END = 1.1 * Units.M;
    /** Tracks end at this |z| [mm]. */
    public static final double Z_END = 2.8 * Units.M;

    /** Azimuths of a mean over phi that nobody specified. */
    public static final int PHI_STEPS = 24;

    /** Simpson intervals; a multiple of four, so that the kink of the triangular weight is a node of both halves. */
    private static final int INTERVALS = 64;

    /** Which component of the field counts, and with which weight along the path. */
    public enum Average {
        /** Bz, uniform weight. */
        BZ,
        /** Bz - Br sinh eta, uniform weight. */
        BENDING,
        /** Bz - Br sinh eta, triangular weight: zero at both ends of the path, one in the middle, as a sagitta does. */
        SAGITTA_BENDING;

        private double weight(double fraction) {
            return this == SAGITTA_BENDING ? 1 - Math.abs(2 * fraction - 1) : 1;
        }

        private double component(Vec3 b, Vec3 radial, double sinhEta) {
            return this == BZ ? b.z() : b.z() - b.dot(radial) * sinhEta;
        }
    }

    /** Mean over the azimuth and half the distance between the largest and the smallest ratio. */
    public record OverPhi(double mean, double halfRange) {}

    private TrackFieldRatio() {}

    /** The ratio of the bending fields with the weight of a sagitta: what a curvature scale follows. */
    public static double sagittaWeighted(MagneticField numerator, MagneticField denominator, double eta, double phi) {
        return of(Average.SAGITTA_BENDING, numerator, denominator, eta, phi);
    }

    /**
     * The ratio for one direction.
     *
     * @param eta pseudorapidity, finite
     * @param phi azimuth [rad]
     * @throws org.sagitta.fieldmap.OutOfFieldException if the path leaves the domain of a field
     */
    public static double of(
            Average average, MagneticField numerator, MagneticField denominator, double eta, double phi) {
        if (!Double.isFinite(eta) || !Double.isFinite(phi)) {
            throw new IllegalArgumentException("direction must be finite, got eta " + eta + ", phi " + phi);
        }
        return integral(average, numerator.cursor(), eta, phi) / integral(average, denominator.cursor(), eta, phi);
    }

    /** The ratio for {@code steps} azimuths 2 pi i / steps. */
    public static OverPhi overPhi(
            Average average, MagneticField numerator, MagneticField denominator, double eta, int steps) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            double ratio = of(average, numerator, denominator, eta, 2 * Math.PI * i / steps);
            sum += ratio;
            min = Math.min(min, ratio);
            max = Math.max(max, ratio);
        }
        return new OverPhi(sum / steps, (max - min) / 2);
    }

    /** Where the path of that pseudorapidity ends: distance from the beam line [mm]. */
    public static double endRadius(double eta) {
        return Math.min(R_END, Z_END / Math.abs(Math.sinh(eta)));
    }

    /** Simpson's rule over the path; the common length cancels in the ratio. */
    private static double integral(Average average, FieldCursor field, double eta, double phi) {
        double sinhEta = Math.sinh(eta);
        double rEnd = endRadius(eta);
        Vec3 radial = new Vec3(Math.cos(phi), Math.sin(phi), 0);
        Vec3 end = new Vec3(rEnd * radial.x(), rEnd * radial.y(), rEnd * sinhEta);
        double sum = 0;
        for (int i = 0; i <= INTERVALS; i++) {
            double fraction = (double) i / INTERVALS;
            double simpson = i == 0 || i == INTERVALS ? 1 : 2 + 2 * (i % 2);
            double value = average.component(field.at(end.times(fraction)), radial, sinhEta);
            sum += simpson * average.weight(fraction) * value;
        }
        return sum;
    }
}
