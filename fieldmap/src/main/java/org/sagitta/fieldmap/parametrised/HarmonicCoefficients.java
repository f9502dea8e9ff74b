package org.sagitta.fieldmap.parametrised;

/**
 * Coefficients c(L, M) [T/m^(L-1)] of a scalar potential in regular solid harmonics,
 *
 * <pre>
 *   Psi    = sum_{L=1}^{N} sum_{M=0}^{L} R(L,M) [c_cos(L,M) cos M phi + c_sin(L,M) sin M phi]
 *   R(L,M) = (1/L) rho^L sqrt((L-M)! / (L+M)!) P_L^M(cos theta),    B = + grad Psi,
 * </pre>
 *
 * where P_L^M carries the Condon-Shortley factor (-1)^M. Immutable.
 */
final class HarmonicCoefficients {
    private final int degree;
    private final double[] cos;
    private final double[] sin;

    private HarmonicCoefficients(Builder builder) {
        this.degree = builder.degree;
        this.cos = builder.cos.clone();
        this.sin = builder.sin.clone();
    }

    /** The highest L. */
    int degree() {
        return degree;
    }

    /** The highest M with a coefficient that is not zero. */
    int order() {
        for (int m = degree; m > 0; m--) {
            for (int l = m; l <= degree; l++) {
                if (cos(l, m) != 0 || sin(l, m) != 0) {
                    return m;
                }
            }
        }
        return 0;
    }

    /** c_cos(L, M), zero where there is no such term. */
    double cos(int l, int m) {
        return m < 0 || m > l || l > degree ? 0 : cos[index(l, m)];
    }

    /** c_sin(L, M), zero where there is no such term. */
    double sin(int l, int m) {
        return m < 0 || m > l || l > degree ? 0 : sin[index(l, m)];
    }

    private static int index(int l, int m) {
        return l * (l + 1) / 2 + m;
    }

    /** Collects coefficients; those not set are zero. */
    static final class Builder {
        private final int degree;
        private final double[] cos;
        private final double[] sin;

        Builder(int degree) {
            this.degree = degree;
            this.cos = new double[index(degree, degree) + 1];
            this.sin = new double[cos.length];
        }

        Builder cos(int l, int m, double value) {
            cos[index(l, m)] = value;
            return this;
        }

        Builder sin(int l, int m, double value) {
            sin[index(l, m)] = value;
            return this;
        }

        HarmonicCoefficients build() {
            return new HarmonicCoefficients(this);
        }
    }
}
