package org.sagitta.fieldmap.parametrised;

import org.apache.commons.csv.CSVRecord;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The axisymmetric fit by V. Maroussov to the field-mapper measurement of 2006 (cms-sw/cmssw,
 * MagneticField/ParametrizedEngine/plugins/BFit.cc): the potential of {@link HarmonicCoefficients} with M = 0 only,
 * c(L,0) = B C_L, in the shifted coordinate z + dZ. Degree 2 is missing because dZ absorbs it.
 *
 * <p>Domain: r <= 1.9 m, |z| <= 3.5 m, |z| + 2.5 r <= 6.7 m.
 */
public final class Polyfit2dField implements MagneticField {
    private static final String RESOURCE = "polyfit2d.csv";
    private static final String SHIFT_ROW = "dZ";
    private static final int DEGREE = 16;

    private final HarmonicExpansion expansion;
    /** dZ [m]. */
    private final double shift;

    /** How C_L and dZ depend on the nominal field B. */
    public enum Dependence {
        /** C_0 + C_2 B^2 + C_4 B^4: the default of the source. */
        POLYNOMIAL,
        /** Straight lines between tabulated nodes and constant outside: the alternative of the source. */
        PIECEWISE
    }

    private Polyfit2dField(HarmonicCoefficients coefficients, double shift) {
        this.expansion = new HarmonicExpansion(coefficients);
        this.shift = shift;
    }

    /** The field for a nominal setting [T]; a negative one flips the sign everywhere. */
    static Polyfit2dField of(double nominal, Dependence dependence) {
        HarmonicCoefficients.Builder builder = new HarmonicCoefficients.Builder(DEGREE);
        double shift = 0;
        for (CSVRecord row : Coefficients.rows(RESOURCE)) {
            double value = dependence == Dependence.POLYNOMIAL ? polynomial(row, nominal) : piecewise(row, nominal);
            String degree = row.get("degree");
            if (degree.equals(SHIFT_ROW)) {
                shift = value;
            } else {
                builder.cos(Integer.parseInt(degree), 0, nominal * value);
            }
        }
        return new Polyfit2dField(builder.build(), shift);
    }

    private static double polynomial(CSVRecord row, double b) {
        double b2 = b * b;
        return Coefficients.number(row, "C_0")
                + Coefficients.number(row, "C_2_per_T2") * b2
                + Coefficients.number(row, "C_4_per_T4") * b2 * b2;
    }

    private static double piecewise(CSVRecord row, double b) {
        double[] c = Coefficients.numbers(row, "node_", MapperNodes.COUNT);
        double size = Math.abs(b);
        int k = MapperNodes.interval(size);
        if (k == 0 || k == MapperNodes.COUNT) {
            return c[Math.max(k - 1, 0)];
        }
        double w = (size - MapperNodes.nominal(k - 1)) / (MapperNodes.nominal(k) - MapperNodes.nominal(k - 1));
        return (1 - w) * c[k - 1] + w * c[k];
    }

    @Override
    public Vec3 at(Vec3 point) {
        if (!MapperVolume.INSTANCE.contains(point)) {
            throw new OutOfFieldException(point, MapperVolume.INSTANCE);
        }
        return expansion.gradient(point.x() / Units.M, point.y() / Units.M, point.z() / Units.M + shift);
    }

    @Override
    public FieldDomain domain() {
        return MapperVolume.INSTANCE;
    }
}
