package org.sagitta.fieldmap.parametrised;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;

/** The fast kernel against associated Legendre functions written as in a textbook. */
class HarmonicExpansionTest {
    /** Relative to the sum of the magnitudes of all terms, which cancel. */
    private static final double NUMERICAL = 1e-14;

    private static final int DEGREE = 18;
    private static final int POINTS = 200;

    @Test
    void randomCoefficientsOfEveryDegreeAndOrder() {
        SplittableRandom random = new SplittableRandom(20260101);
        HarmonicCoefficients.Builder builder = new HarmonicCoefficients.Builder(DEGREE);
        for (int l = 1; l <= DEGREE; l++) {
            for (int m = 0; m <= l; m++) {
                builder.cos(l, m, random.nextDouble(-1, 1));
                if (m > 0) {
                    builder.sin(l, m, random.nextDouble(-1, 1));
                }
            }
        }
        compare(builder.build(), random);
    }

    @Test
    void theMapperFit() {
        compare(Polyfit3dField.coefficients(3.0, Polyfit3dField.Interpolation.SPLINE), new SplittableRandom(20260102));
    }

    @Test
    void eachTermAlone() {
        SplittableRandom random = new SplittableRandom(20260103);
        for (int l = 1; l <= 6; l++) {
            for (int m = 0; m <= l; m++) {
                compare(new HarmonicCoefficients.Builder(6).cos(l, m, 1).build(), random);
                if (m > 0) {
                    compare(new HarmonicCoefficients.Builder(6).sin(l, m, 1).build(), random);
                }
            }
        }
    }

    @Test
    void lowDegreesByHand() {
        // R(1,0) = z, R(1,1) = -r / sqrt 2, R(2,0) = (z^2 - r^2/2) / 2.
        HarmonicCoefficients c = new HarmonicCoefficients.Builder(2)
                .cos(1, 0, 3)
                .cos(1, 1, 5)
                .sin(1, 1, 7)
                .cos(2, 0, 11)
                .build();
        double x = 0.3;
        double y = -0.4;
        double z = 0.5;
        Vec3 b = new HarmonicExpansion(c).gradient(x, y, z);
        double eps = 1e-14;
        assertEquals(-5 / Math.sqrt(2) - 11 * x / 2, b.x(), eps);
        assertEquals(-7 / Math.sqrt(2) - 11 * y / 2, b.y(), eps);
        assertEquals(3 + 11 * z, b.z(), eps);
    }

    private static void compare(HarmonicCoefficients c, SplittableRandom random) {
        HarmonicExpansion fast = new HarmonicExpansion(c);
        for (int i = 0; i < POINTS; i++) {
            double rho = random.nextDouble(0.1, 2.9);
            // Away from the axis: the textbook slope loses digits in its division by sin theta.
            double theta = random.nextDouble(0.2, Math.PI - 0.2);
            double phi = random.nextDouble(-Math.PI, Math.PI);
            Vec3 p = Vec3.direction(phi, theta).times(rho);
            Textbook expected = Textbook.field(c, rho, theta, phi);
            Vec3 difference = fast.gradient(p.x(), p.y(), p.z()).minus(expected.b);
            assertEquals(0, difference.norm() / expected.magnitude, NUMERICAL, "rho " + rho + ", theta " + theta);
        }
    }

    /** grad Psi in spherical coordinates, term by term, and the sum of the magnitudes of the terms. */
    private record Textbook(Vec3 b, double magnitude) {

        static Textbook field(HarmonicCoefficients c, double rho, double theta, double phi) {
            double bRho = 0;
            double bTheta = 0;
            double bPhi = 0;
            double magnitude = 0;
            for (int l = 1; l <= c.degree(); l++) {
                for (int m = 0; m <= l; m++) {
                    double along = c.cos(l, m) * Math.cos(m * phi) + c.sin(l, m) * Math.sin(m * phi);
                    double turned = c.sin(l, m) * Math.cos(m * phi) - c.cos(l, m) * Math.sin(m * phi);
                    double norm = Math.sqrt(factorialRatio(l, m)) * Math.pow(rho, l - 1) / l;
                    double p = legendre(l, m, Math.cos(theta));
                    double slope =
                            (l * Math.cos(theta) * p - (l + m) * legendre(l - 1, m, Math.cos(theta))) / Math.sin(theta);
                    bRho += norm * l * p * along;
                    bTheta += norm * slope * along;
                    bPhi += norm * m * p / Math.sin(theta) * turned;
                    magnitude += norm
                            * l
                            * (Math.abs(c.cos(l, m)) + Math.abs(c.sin(l, m)))
                            / Math.sqrt(factorialRatio(l, m));
                }
            }
            Vec3 radial = Vec3.direction(phi, theta);
            Vec3 southward = Vec3.direction(phi, theta + Math.PI / 2);
            Vec3 eastward = new Vec3(-Math.sin(phi), Math.cos(phi), 0);
            return new Textbook(radial.times(bRho).plus(bTheta, southward).plus(bPhi, eastward), magnitude);
        }

        /** (l-m)! / (l+m)! */
        private static double factorialRatio(int l, int m) {
            double ratio = 1;
            for (int k = l - m + 1; k <= l + m; k++) {
                ratio /= k;
            }
            return ratio;
        }

        /** P_l^m(x) with the Condon-Shortley factor: upwards in l from P_m^m = (-1)^m (2m-1)!! (1-x^2)^(m/2). */
        private static double legendre(int l, int m, double x) {
            if (l < m) {
                return 0;
            }
            double last = 0;
            double value = 1;
            for (int k = 1; k <= m; k++) {
                value *= -(2 * k - 1) * Math.sqrt((1 - x) * (1 + x));
            }
            for (int k = m + 1; k <= l; k++) {
                double next = ((2 * k - 1) * x * value - (k + m - 1) * last) / (k - m);
                last = value;
                value = next;
            }
            return value;
        }
    }
}
