package org.sagitta.data.generation;

/**
 * Pairs of muons under a resonance that come from elsewhere: their mass falls exponentially, all else is as in the
 * resonance, radiation included.
 *
 * @param fraction of all pairs in the window, before acceptance, 0 to below 1
 * @param slope number per GeV is ~ exp(-slope m) [1/GeV]
 * @param relativeWindow the window reaches from (1 - w) to (1 + w) times the mass of the resonance
 */
public record Continuum(double fraction, double slope, double relativeWindow) {
    /** None. */
    public static final Continuum NONE = new Continuum(0, 0, 0.15);

    public Continuum {
        if (!(fraction >= 0 && fraction < 1)
                || !Double.isFinite(slope)
                || !(relativeWindow > 0 && relativeWindow < 0.9)) {
            throw new IllegalArgumentException("continuum of share " + fraction + ", slope " + slope + " /GeV, window "
                    + relativeWindow + ", allowed are a share from 0 to below 1 and a window above 0 and below 0.9");
        }
    }

    /** Upper end of the window [GeV]. */
    double high(Resonance resonance) {
        return resonance.mass() * (1 + relativeWindow);
    }

    /** The mass [GeV] below which a share {@code u} in [0, 1] of the continuum lies. */
    double sample(Resonance resonance, double u) {
        double low = resonance.mass() * (1 - relativeWindow);
        double length = 2 * resonance.mass() * relativeWindow;
        double fall = slope * length;
        return low + length * (Math.abs(fall) < 1e-6 ? u : -Math.log1p(u * Math.expm1(-fall)) / fall);
    }
}
