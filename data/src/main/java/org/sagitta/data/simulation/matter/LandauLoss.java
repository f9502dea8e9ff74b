package org.sagitta.data.simulation.matter;

import org.sagitta.kalman.material.Logarithm;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * The loss of one crossing by ionisation, with the mean of {@link BetheLoss} and the straggling of Landau, Vavilov and
 * the binding of electrons. The loss is the quantile at Phi(g) of a standard normal deviate g, so that it grows with g as a
 * Gaussian loss does.
 *
 * <p>With kappa = xi'/E_max, y = transfer/E_max and the collisions per transfer kappa (1 - beta^2 y + s y^2 / 2) / y^2, s =
 * (E_max/E)^2, there are on the average kappa T(y) collisions above y, with
 *
 * <pre>
 *   T(y) = 1/y - 1 + beta^2 ln y + s (1 - y) / 2
 * </pre>
 *
 * <p>where Landau has 1/y without end. His quantile (see {@link StragglingTable}) is w + d(g, r), w = 1/(1 - Phi(g)) being
 * the part of one hardest collision; here it is y/kappa + d(g, r) with T(y) = 1/(kappa w). Loss = mean + xi' (y/kappa + d -
 * m), where the mean m of y/kappa + d is known: -ln y1 - beta^2 (1 - y1) + s (1 - y1^2)/4 - (1 - 0.5772), T(y1) = 1/kappa. So
 * the mean is Bethe's for every kappa, and no electron takes more than E_max.
 *
 * <p>r^2 = (variance by binding per xi)/xi'; it widens the peak of thin layers (320 um: by a quarter).
 *
 * <p>Above kappa = 0.03, thick or slow, the distribution is a shifted log-normal one with Vavilov's mean,
 * variance xi' E_max (1 - beta^2/2) and skewness (1/2 - beta^2/3) / (1 - beta^2/2)^1.5 / sqrt(kappa), which goes over into a
 * Gaussian. Sources: P. V. Vavilov, Sov. Phys. JETP 5 (1957) 749; moments as in B. Schorr, Comput. Phys. Commun. 7 (1974)
 * 215. Against Vavilov's distribution the quantiles up to two standard deviations are off by at most 0.5 xi' at kappa = 0.01
 * and 0.06 xi' at 0.001; the log-normal ones by up to 0.3 of the width. So the loss steps at kappa = 0.03.
 *
 * <p>Immutable, shared between threads.
 */
public final class LandauLoss {
    /** Largest kappa of the formulas with Landau's table; below 1/MANY. */
    static final double LOGNORMAL_FROM = 0.03;

    /** 1 less Euler's constant: minus the mean that Landau's distribution would have without its single hard collisions. */
    static final double MINUS_MEAN = 1 - 0.5772156649015329;

    /** Above it, the terms of T(y) beside 1/y are small. */
    private static final double MANY = 30;

    private static final double BINDING_VARIANCE = SiliconElectrons.bindingVariancePerXi();

    private final ParticleHypothesis particle;
    private final BetheLoss bethe;
    private final MeanTable mean;
    private final StragglingTable table = StragglingTable.shared();

    public LandauLoss(ParticleHypothesis particle) {
        this.particle = particle;
        this.bethe = new BetheLoss(particle);
        this.mean = new MeanTable(bethe);
    }

    /**
     * The loss [GeV]; can be more than the particle has.
     *
     * @param momentum [GeV]
     * @param xi of the matter along the track [GeV], before the 1/beta^2; zero gives no loss
     * @param deviate standard normal
     */
    public double loss(double momentum, double xi, double deviate) {
        if (xi == 0) {
            return 0;
        }
        double energy = particle.energy(momentum);
        double beta2 = momentum / energy * (momentum / energy);
        double scaled = xi / beta2;
        double maximum = bethe.maximumTransfer(momentum);
        double kappa = scaled / maximum;
        double straggling = kappa < LOGNORMAL_FROM
                ? landau(kappa, beta2, maximum / energy, Math.sqrt(BINDING_VARIANCE / scaled), deviate)
                : lognormal(kappa, beta2, deviate);
        return scaled * (mean.logarithm(momentum) + straggling);
    }

    /** (loss - mean)/xi' for small kappa. */
    private double landau(double kappa, double beta2, double share, double r, double g) {
        double s = share * share;
        double y = largest(1 / (kappa * table.w(g)), beta2, s);
        double perY1 = inverseOfLargest(1 / kappa, beta2, s);
        double y1 = 1 / perY1;
        double expected = Logarithm.of(perY1) - beta2 * (1 - y1) + 0.25 * s * (1 - y1 * y1) - MINUS_MEAN;
        return y / kappa + table.shift(g, r) - expected;
    }

    /** (loss - mean)/xi' with Vavilov's first three moments. */
    private static double lognormal(double kappa, double beta2, double g) {
        double variance = 1 - 0.5 * beta2;
        double skewness = (0.5 - beta2 / 3) / (variance * Math.sqrt(variance * kappa));
        // omega = exp(sigma^2) solves (omega + 2) sqrt(omega - 1) = skewness.
        double half = 1 + 0.5 * skewness * skewness;
        double root = Math.cbrt(half + skewness * Math.sqrt(1 + 0.25 * skewness * skewness));
        double excess = root + 1 / root - 2;
        double sigma2 = Math.log1p(excess);
        double scale = Math.sqrt(variance / kappa / ((1 + excess) * excess));
        return scale * Math.exp(0.5 * sigma2) * Math.expm1(Math.sqrt(sigma2) * g - 0.5 * sigma2);
    }

    /** Solves T(y) = x for 0 < y <= 1, to 4e-4 of y. */
    static double largest(double x, double beta2, double s) {
        if (x > MANY) {
            return 1 / inverseOfLargest(x, beta2, s);
        }
        double y = 1 / (1 + x + beta2 * Math.log(1 + x + Math.sqrt(2 * x)));
        y = 1 / (1 + x - beta2 * Math.log(y) - 0.5 * s * (1 - y));
        for (int i = 0; i < 2; i++) {
            double value = 1 / y - 1 + beta2 * Math.log(y) + 0.5 * s * (1 - y) - x;
            double slope = -1 / (y * y) + beta2 / y - 0.5 * s;
            y = Math.min(1, y - value / slope);
        }
        return y;
    }

    /** 1/y for x above {@link #MANY}, from -ln y = ln(1 + x + beta^2 ln(1 + x)) to second order. */
    private static double inverseOfLargest(double x, double beta2, double s) {
        double logarithm = Logarithm.of(1 + x);
        double more = beta2 * logarithm / (1 + x);
        return 1 + x - 0.5 * s + beta2 * (logarithm + more * (1 - 0.5 * more));
    }
}
