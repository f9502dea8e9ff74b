package org.sagitta.calibration.resolution;

/**
 * The relative curvature resolution of muons of one direction,
 *
 * <pre>   sigma_k^2 / k^2 = a + b / (1 + d / pT^2) + c pT^2</pre>
 *
 * <p>the form of KaMuCa (bachtis/Analysis) and of WRemnants: multiple scattering gives a, the hits give c pT^2, and b is
 * what sets in between, at pT of about sqrt(d).
 *
 * @param a relative variance at low pT, dimensionless
 * @param b relative variance that is added towards high pT, dimensionless; may be negative
 * @param c variance of the curvature itself [1/GeV^2]
 * @param d where b sets in [GeV^2], positive
 */
public record ResolutionTerms(double a, double b, double c, double d) {
    /** Checks d. */
    public ResolutionTerms {
        if (!(d > 0) || !Double.isFinite(a + b + c + d)) {
            throw new IllegalArgumentException("resolution: a = " + a + ", b = " + b + ", c = " + c + " /GeV^2, d = "
                    + d + " GeV^2; all must be finite and d positive");
        }
    }

    /** How much of b counts at this pT [GeV], from 0 to 1. */
    double turnOn(double pt) {
        return 1 / (1 + d / (pt * pt));
    }

    /** sigma_k^2 / k^2 at this pT [GeV]; not below zero. */
    public double variance(double pt) {
        return Math.max(0, formula(pt));
    }

    /** The same where a fit has come to values that give a negative variance. */
    double formula(double pt) {
        return a + b * turnOn(pt) + c * pt * pt;
    }

    /** sigma_k / k at this pT [GeV]. */
    public double sigma(double pt) {
        return Math.sqrt(variance(pt));
    }

    /** -d ln sigma / d ln k: 0 where scattering dominates, 1 where the hits do. */
    double logSlope(double pt) {
        double h = turnOn(pt);
        double variance = variance(pt);
        return variance > 0 ? (b * h * (1 - h) + c * pt * pt) / variance : 0;
    }
}
