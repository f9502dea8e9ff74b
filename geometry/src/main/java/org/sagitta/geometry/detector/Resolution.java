package org.sagitta.geometry.detector;

/**
 * Standard deviation of a measured position [mm]: sigmaU of the strip coordinate or pixel u, sigmaV of pixel v (for a
 * strip: its length / sqrt(12), which the fit does not use).
 */
public record Resolution(double sigmaU, double sigmaV) {
    public Resolution {
        if (!(sigmaU > 0) || !(sigmaV > 0)) {
            throw new IllegalArgumentException(
                    "resolution: sigma_u = " + sigmaU + " mm, sigma_v = " + sigmaV + " mm; both must be positive");
        }
    }

    /** Both figures times {@code factor}. */
    public Resolution scaled(double factor) {
        return new Resolution(sigmaU * factor, sigmaV * factor);
    }
}
