package org.sagitta.calibration.peak;

import java.util.List;
import java.util.Optional;
import org.sagitta.calibration.model.EtaBinning;

/**
 * What is fitted: one or several narrow resonances with radiation over a smooth background, in a mass window.
 *
 * <p>Pairs fall into categories by the larger |eta| of the two legs (that choice is blind to charge and momentum, and so
 * to the mass residual). Each category has its own signal fraction and background shape
 * exp(a1 t + a2 t^2 + ...), t in [-1, 1] across the window: resolution and background both depend on |eta|, and a
 * common fraction would pull the resolution.
 *
 * @param window mass window
 * @param lineMasses masses of the resonances [GeV], which share one scale and one resolution
 * @param bins |eta| bins of the legs, from 0; legs beyond the last edge belong to the last bin
 * @param scale the scale parameters
 * @param knownResolution if present, the resolution is this shape times one fitted factor; else all of it is fitted
 * @param backgroundOrder degree of the polynomial in the exponent, 1 to 3
 */
public record PeakModel(
        MassWindow window,
        List<Double> lineMasses,
        EtaBinning bins,
        ScaleModel scale,
        Optional<ResolutionShape> knownResolution,
        int backgroundOrder) {
    /** Six bins of |eta|, of width 0.4, up to the acceptance of the muon system. */
    public static final EtaBinning SIX_BINS = EtaBinning.uniform(6, 0, 2.4);

    public PeakModel {
        lineMasses = List.copyOf(lineMasses);
        if (lineMasses.isEmpty()) {
            throw new IllegalArgumentException("a peak model needs at least one resonance");
        }
        for (double mass : lineMasses) {
            if (!window.contains(mass)) {
                throw new IllegalArgumentException("resonance mass " + mass + " GeV lies outside " + window);
            }
        }
        if (bins.size() == 0 || bins.low(0) != 0) {
            throw new IllegalArgumentException("bins of |eta| must start at 0, got " + bins);
        }
        if (backgroundOrder < 1 || backgroundOrder > 3) {
            throw new IllegalArgumentException("background order must be 1 to 3, got " + backgroundOrder);
        }
        if (knownResolution.isPresent() && knownResolution.get().perBin().size() != bins.size()) {
            throw new IllegalArgumentException(
                    "resolution has " + knownResolution.get().perBin().size() + " bins, the model " + bins.size());
        }
    }

    /** The same model with another choice of scale parameters. */
    public PeakModel withScale(ScaleModel other) {
        return new PeakModel(window, lineMasses, bins, other, knownResolution, backgroundOrder);
    }

    int category(PeakPair pair) {
        return bins.indexOf(Math.max(pair.first().absEta(), pair.second().absEta()));
    }
}
