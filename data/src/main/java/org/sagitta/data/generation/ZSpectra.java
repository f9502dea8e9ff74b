package org.sagitta.data.generation;

/** Transverse momentum and rapidity of the Z. */
public enum ZSpectra {
    /**
     * pT / (1 + (pT/6)^2)^1.8 and a rapidity flat to 2 with a Gaussian fall of 0.9 beyond, a simple shape of our own with
     * a peak near 4 GeV.
     */
    SIMPLE {
        @Override
        public PtDistribution pt() {
            return new PtSpectrum(6, 1.8);
        }

        @Override
        public RapidityDistribution rapidity(double limit) {
            return new RapiditySpectrum(2, 0.9, limit);
        }
    },
    /** What CMS measured at 7 TeV, see {@link MeasuredZSpectra}; the same whatever sqrt(s). */
    MEASURED {
        @Override
        public PtDistribution pt() {
            return MeasuredZSpectra.pt();
        }

        @Override
        public RapidityDistribution rapidity(double limit) {
            return new BinnedRapidity(MeasuredZSpectra.absoluteRapidity(), limit);
        }
    };

    /** Transverse momentum. */
    public abstract PtDistribution pt();

    /** Rapidity, |y| up to {@code limit}. */
    public abstract RapidityDistribution rapidity(double limit);
}
