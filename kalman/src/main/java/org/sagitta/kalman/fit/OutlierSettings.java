package org.sagitta.kalman.fit;

/**
 * When a hit does not belong to the track of the others.
 *
 * @param stripChi2 largest chi2 of a strip hit, which has one degree of freedom
 * @param pixelChi2 largest chi2 of a pixel hit, which has two
 * @param largestFraction of the hits that may be rejected, counting those that the track reaches; a track that wants more
 *     is none
 */
public record OutlierSettings(double stripChi2, double pixelChi2, double largestFraction) {
    /**
     * 23.9 and 27.6, which the hits of a perfect model exceed with the probability 1e-6 each; at most a third of the hits.
     */
    public static OutlierSettings standard() {
        return new OutlierSettings(23.9, 27.6, 1.0 / 3);
    }

    public OutlierSettings {
        if (!(stripChi2 > 0) || !(pixelChi2 > 0) || !(largestFraction >= 0 && largestFraction < 1)) {
            throw new IllegalArgumentException("outlier settings: strip_chi2 = " + stripChi2 + ", pixel_chi2 = "
                    + pixelChi2 + ", both must be positive; largest_fraction = " + largestFraction
                    + ", allowed is 0 to below 1");
        }
    }

    /** How far the hit is over its limit: chi2 over the largest one; above 1 it is an outlier. */
    double excess(HitResidual residual) {
        return residual.chi2() / largestChi2(residual.coordinates().size());
    }

    /** The largest chi2 of a good hit that measures so many coordinates. */
    double largestChi2(int coordinates) {
        return switch (coordinates) {
            case 0 -> 0;
            case 1 -> stripChi2;
            default -> pixelChi2;
        };
    }
}
