package org.sagitta.fieldmap.parametrised;

import org.apache.commons.csv.CSVRecord;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The harmonic fit of degree 18 by V. Maroussov to the field-mapper measurement of 2006 (cms-sw/cmssw,
 * MagneticField/ParametrizedEngine/src/BFit3D.cc and BFit3D_data.h): B = grad Psi, with Psi as in {@link
 * HarmonicCoefficients}. Divergence and curl are zero but for rounding. Offsets and tilts of the measured field live in
 * the coefficients, there is no shift.
 *
 * <p>Domain: r <= 1.9 m, |z| <= 3.5 m, |z| + 2.5 r <= 6.7 m.
 */
public final class Polyfit3dField implements HarmonicField {
    private static final String RESOURCE = "polyfit3d.csv";
    private static final int DEGREE = 18;

    private final HarmonicExpansion expansion;

    /** How the coefficients follow the nominal field between its nodes; at 3.81143026675623 T both give the node. */
    public enum Interpolation {
        /** Straight lines between nodes, proportional to the field below the first and above the last: the default. */
        LINEAR,
        /** The cubic spline of the source, linear above the last node. */
        SPLINE
    }

    private Polyfit3dField(HarmonicCoefficients coefficients) {
        this.expansion = new HarmonicExpansion(coefficients);
    }

    /** The field for a nominal setting [T]; a negative one flips the sign everywhere. */
    static Polyfit3dField of(double nominal, Interpolation interpolation) {
        return new Polyfit3dField(coefficients(nominal, interpolation));
    }

    static HarmonicCoefficients coefficients(double nominal, Interpolation interpolation) {
        double size = Math.abs(nominal);
        HarmonicCoefficients.Builder builder = new HarmonicCoefficients.Builder(DEGREE);
        for (CSVRecord row : Coefficients.rows(RESOURCE)) {
            double[] c0 = Coefficients.numbers(row, "c0_", MapperNodes.COUNT);
            double value = Math.signum(nominal)
                    * (interpolation == Interpolation.LINEAR ? linear(c0, size) : spline(row, c0, size));
            int l = Integer.parseInt(row.get("L"));
            int m = Integer.parseInt(row.get("M"));
            if (row.get("phase").equals("sin")) {
                builder.sin(l, m, value);
            } else {
                builder.cos(l, m, value);
            }
        }
        return builder.build();
    }

    private static double linear(double[] c0, double b) {
        int k = MapperNodes.interval(b);
        if (k == 0) {
            return b / MapperNodes.nominal(0) * c0[0];
        }
        if (k == MapperNodes.COUNT) {
            return b / MapperNodes.nominal(k - 1) * c0[k - 1];
        }
        double w = (b - MapperNodes.nominal(k - 1)) / (MapperNodes.nominal(k) - MapperNodes.nominal(k - 1));
        return (1 - w) * c0[k - 1] + w * c0[k];
    }

    private static double spline(CSVRecord row, double[] c0, double b) {
        double[] c1 = Coefficients.numbers(row, "c1_", MapperNodes.COUNT + 1);
        double[] c2 = Coefficients.numbers(row, "c2_", MapperNodes.COUNT - 1);
        int k = MapperNodes.interval(b);
        if (k == 0) {
            return c1[0] * b + c2[0] * b * b * b / (3 * MapperNodes.nominal(0));
        }
        double d = b - MapperNodes.nominal(k - 1);
        double value = c0[k - 1] + c1[k] * d;
        if (k == MapperNodes.COUNT) {
            return value;
        }
        double h = MapperNodes.nominal(k) - MapperNodes.nominal(k - 1);
        // The second derivative vanishes at the last node.
        double curvatureAbove = k == MapperNodes.COUNT - 1 ? 0 : c2[k];
        return value + c2[k - 1] * d * d + (curvatureAbove - c2[k - 1]) * d * d * d / (3 * h);
    }

    @Override
    public Vec3 at(Vec3 point) {
        if (!MapperVolume.INSTANCE.contains(point)) {
            throw new OutOfFieldException(point, MapperVolume.INSTANCE);
        }
        return expansion.gradient(point.x() / Units.M, point.y() / Units.M, point.z() / Units.M);
    }

    @Override
    public double[] rows() {
        return expansion.rows();
    }

    @Override
    public int[] orderEnds() {
        return expansion.orderEnds();
    }

    @Override
    public FieldDomain domain() {
        return MapperVolume.INSTANCE;
    }
}
