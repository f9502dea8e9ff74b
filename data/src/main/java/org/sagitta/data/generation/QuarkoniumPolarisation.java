package org.sagitta.data.generation;

/**
 * Angular distribution of the positive muon of a vector meson,
 * dN ~ 1 + lambdaTheta cos^2 theta + lambdaPhi sin^2 theta cos 2 phi + lambdaThetaPhi sin 2 theta cos phi (Faccioli,
 * Lourenco, Seixas, Wohri, Eur. Phys. J. C 69 (2010) 657, arXiv:1006.2738), in the helicity frame.
 *
 * @param lambdaTheta 1 for transverse, -1 for longitudinal polarisation
 */
public record QuarkoniumPolarisation(double lambdaTheta, double lambdaPhi, double lambdaThetaPhi)
        implements AngularDensity {
    /** No preferred direction. */
    public static final QuarkoniumPolarisation NONE = new QuarkoniumPolarisation(0, 0, 0);

    /** Lets parameters on the very edge of what is allowed pass in spite of rounding. */
    private static final double ROUNDING = 1e-12;

    public QuarkoniumPolarisation {
        if (!isPossible(lambdaTheta, lambdaPhi, lambdaThetaPhi)) {
            throw new IllegalArgumentException("polarisation lambda_theta " + lambdaTheta + ", lambda_phi " + lambdaPhi
                    + ", lambda_theta_phi " + lambdaThetaPhi + ", which no spin state gives");
        }
    }

    /**
     * Whether a spin-1 state can have these parameters: |lambdaPhi| at most (1 + lambdaTheta) / 2, lambdaTheta^2 + 2
     * lambdaThetaPhi^2 at most 1, |lambdaThetaPhi| at most (1 - lambdaPhi) / 2, and (1 + 2 lambdaPhi)^2 + 2
     * lambdaThetaPhi^2 at most 1 for lambdaPhi below -1/3 (same paper).
     */
    public static boolean isPossible(double lambdaTheta, double lambdaPhi, double lambdaThetaPhi) {
        double t2 = 2 * lambdaThetaPhi * lambdaThetaPhi;
        double inner = 1 + 2 * lambdaPhi;
        return Math.abs(lambdaPhi) <= 0.5 * (1 + lambdaTheta) + ROUNDING
                && lambdaTheta * lambdaTheta + t2 <= 1 + ROUNDING
                && Math.abs(lambdaThetaPhi) <= 0.5 * (1 - lambdaPhi) + ROUNDING
                && (lambdaPhi >= -1.0 / 3 || inner * inner + t2 <= 1 + ROUNDING);
    }

    @Override
    public double density(double cosTheta, double phi) {
        double sin2 = (1 - cosTheta) * (1 + cosTheta);
        return 1
                + lambdaTheta * cosTheta * cosTheta
                + lambdaPhi * sin2 * Math.cos(2 * phi)
                + lambdaThetaPhi * 2 * Math.sqrt(sin2) * cosTheta * Math.cos(phi);
    }

    @Override
    public double bound() {
        return 1 + Math.max(0, lambdaTheta) + Math.abs(lambdaPhi) + Math.abs(lambdaThetaPhi);
    }
}
