package org.sagitta.data.generation;

/**
 * Transverse momentum spectrum dN/dpT ~ pT / (1 + (pT/scale)^2)^exponent, sampled by its inverse cumulative
 * distribution, which is closed: with r = (1 + (pT/scale)^2)^(1 - exponent), the share of pT above a value is r.
 *
 * @param scale [GeV]
 * @param exponent above 1
 */
public record PtSpectrum(double scale, double exponent) implements PtDistribution {
    public PtSpectrum {
        if (!(scale > 0) || !(exponent > 1)) {
            throw new IllegalArgumentException("pT spectrum of scale " + scale + " GeV and exponent " + exponent
                    + ", allowed are scale above 0 and exponent above 1");
        }
    }

    @Override
    public double density(double pt) {
        double t = pt / scale;
        return 2 * (exponent - 1) * t / scale * Math.pow(1 + t * t, -exponent);
    }

    @Override
    public double shareAbove(double pt) {
        double t = pt / scale;
        return Math.pow(1 + t * t, 1 - exponent);
    }

    @Override
    public double sample(double u, double ptMin) {
        double share = (1 - u) * shareAbove(ptMin);
        return scale * Math.sqrt(Math.max(0, Math.pow(share, 1 / (1 - exponent)) - 1));
    }
}
