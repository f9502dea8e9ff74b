package org.sagitta.data.generation;

/**
 * Angular distribution of the negative muon of Z/gamma* in the Collins-Soper frame,
 * dN ~ (1 + cos^2 theta) + A0 (1 - 3 cos^2 theta) / 2 + A1 sin 2 theta cos phi + A2 sin^2 theta cos 2 phi / 2
 * + A3 sin theta cos phi + A4 cos theta + A5 sin^2 theta sin 2 phi + A6 sin 2 theta sin phi + A7 sin theta sin phi
 * (Mirkes, Nucl. Phys. B 387 (1992) 3; ATLAS, JHEP 08 (2016) 159, arXiv:1606.00689). Its integral over cos theta
 * and phi is 16 pi / 3 whatever the coefficients.
 */
public record AngularCoefficients(
        double a0, double a1, double a2, double a3, double a4, double a5, double a6, double a7)
        implements AngularDensity {
    /** How many there are. */
    public static final int NUMBER = 8;

    public AngularCoefficients {
        if (!Double.isFinite(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7)) {
            throw new IllegalArgumentException("angular coefficients must be finite");
        }
    }

    /** Never below zero: where coefficients that do not belong together would make it negative, it is zero. */
    @Override
    public double density(double c, double phi) {
        double s2 = (1 - c) * (1 + c);
        double s = Math.sqrt(s2);
        double even = 1 + c * c + 0.5 * a0 * (1 - 3 * c * c) + 0.5 * a2 * s2 * Math.cos(2 * phi);
        double cosines = (2 * a1 * c + a3) * s * Math.cos(phi) + a4 * c;
        double sines = a5 * s2 * Math.sin(2 * phi) + (2 * a6 * c + a7) * s * Math.sin(phi);
        return Math.max(0, even + cosines + sines);
    }

    @Override
    public double bound() {
        double even = 2 + Math.max(0.5 * a0, -a0) + 0.5 * Math.abs(a2);
        return even + Math.abs(a1) + Math.abs(a3) + Math.abs(a4) + Math.abs(a5) + Math.abs(a6) + Math.abs(a7);
    }

    /** One of them, A_i for {@code index} i, the others zero. */
    public static AngularCoefficients only(int index, double value) {
        double[] a = new double[NUMBER];
        a[index] = value;
        return new AngularCoefficients(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
    }

    /** These coefficients, each with a number added. */
    public AngularCoefficients plus(AngularCoefficients o) {
        return new AngularCoefficients(
                a0 + o.a0, a1 + o.a1, a2 + o.a2, a3 + o.a3, a4 + o.a4, a5 + o.a5, a6 + o.a6, a7 + o.a7);
    }
}
