package org.sagitta.calibration.peak;

import java.util.List;
import org.sagitta.calibration.model.EtaBinning;

/**
 * Relative curvature resolution of a leg as a function of |eta| and pT, and how far the mass resolution is from a
 * Gaussian.
 *
 * <pre>
 * sigma_k / k  = sqrt(s_bin^2 + (c pT)^2)                               (scattering, and hits or alignment)
 * sigma_m / m  = sqrt(sum over legs of (weight sigma_k / k)^2)
 * resolution   = (1 - f) Gauss(sigma) + f Gauss({@value #TAIL_WIDTH_RATIO} sigma)
 * </pre>
 *
 * @param perBin s of each |eta| bin, relative
 * @param perGev c [1/GeV]
 * @param tailFraction f, share of the wide Gaussian
 */
public record ResolutionShape(List<Double> perBin, double perGev, double tailFraction) {
    /**
     * Width of the second Gaussian over that of the first. Fixed, because data of ten thousand pairs cannot tell it from
     * the fraction: between 2 and 2.5 the likelihood of the real J/psi changes by 0.1.
     */
    public static final double TAIL_WIDTH_RATIO = 2.5;

    public ResolutionShape {
        perBin = List.copyOf(perBin);
        if (perBin.isEmpty() || perBin.stream().anyMatch(s -> !(s > 0))) {
            throw new IllegalArgumentException("relative resolutions must be positive, got " + perBin);
        }
        if (!(perGev >= 0)) {
            throw new IllegalArgumentException("resolution per GeV must not be negative, got " + perGev);
        }
        if (!(tailFraction >= 0 && tailFraction < 1)) {
            throw new IllegalArgumentException("tail fraction must be in [0, 1), got " + tailFraction);
        }
    }

    /** Relative mass resolution of a pair (of the narrow Gaussian). */
    public double sigma(PeakPair pair, EtaBinning bins) {
        return Math.sqrt(variance(pair.first(), bins) + variance(pair.second(), bins));
    }

    private double variance(PeakLeg leg, EtaBinning bins) {
        double s = perBin.get(bins.indexOf(leg.absEta()));
        double c = perGev * leg.pt();
        return leg.weight() * leg.weight() * (s * s + c * c);
    }
}
