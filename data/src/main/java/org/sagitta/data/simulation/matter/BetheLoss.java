package org.sagitta.data.simulation.matter;

import static org.sagitta.data.simulation.matter.SiliconElectrons.EXCITATION;
import static org.sagitta.geometry.units.Units.ELECTRON_MASS;

import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * Mean and most probable loss by ionisation in silicon, with the full density effect. With xi' = xi / beta^2 and
 * eta = p/m:
 *
 * <ul>
 *   <li>largest transfer to an electron: E_max = 2 m_e eta^2 / (1 + 2 m_e E/m^2 + (m_e/m)^2);
 *   <li>mean: xi' (ln(2 m_e eta^2 E_max / I^2) - 2 beta^2 - delta + (E_max/E)^2 / 4);
 *   <li>most probable: xi' (ln(2 m_e eta^2 / I) + ln(xi'/I) + 0.2 - beta^2 - delta).
 * </ul>
 *
 * <p>Sources: PDG 2024, Passage of particles through matter, eqs. 34.5 (mean) and 34.12 (most probable); the last term of
 * the mean, of a projectile with spin, is from Groom, Mokhov and Striganov 2001, eq. 2. Not included is bremsstrahlung of the
 * struck electrons, which their tables count as ionisation and which takes 0.2 % more at 1 GeV, 2 % at 100 GeV. No shell correction: good above
 * beta gamma = 0.3.
 */
public final class BetheLoss {
    private final ParticleHypothesis particle;

    public BetheLoss(ParticleHypothesis particle) {
        this.particle = particle;
    }

    /** The largest energy [GeV] that one electron can take at momentum p [GeV]. */
    public double maximumTransfer(double momentum) {
        double m = particle.mass();
        double ratio = ELECTRON_MASS / m;
        double eta = momentum / m;
        return 2 * ELECTRON_MASS * eta * eta / (1 + 2 * ratio * particle.energy(momentum) / m + ratio * ratio);
    }

    /**
     * The mean loss [GeV].
     *
     * @param momentum [GeV]
     * @param xi of the matter along the track [GeV], before the 1/beta^2
     */
    public double mean(double momentum, double xi) {
        return xi / beta2(momentum) * meanLogarithm(momentum);
    }

    /** The most probable loss [GeV]; parameters as of {@link #mean}. */
    public double mostProbable(double momentum, double xi) {
        double beta2 = beta2(momentum);
        double eta = momentum / particle.mass();
        double scaled = xi / beta2;
        return scaled
                * (Math.log(2 * ELECTRON_MASS * eta * eta / EXCITATION)
                        + Math.log(scaled / EXCITATION)
                        + 0.2
                        - beta2
                        - SiliconElectrons.densityEffect(eta));
    }

    /** The mean loss in units of xi'. */
    double meanLogarithm(double momentum) {
        double eta = momentum / particle.mass();
        double maximum = maximumTransfer(momentum);
        double share = maximum / particle.energy(momentum);
        return Math.log(2 * ELECTRON_MASS * eta * eta * maximum / (EXCITATION * EXCITATION))
                - 2 * beta2(momentum)
                - SiliconElectrons.densityEffect(eta)
                + 0.25 * share * share;
    }

    private double beta2(double momentum) {
        double beta = momentum / particle.energy(momentum);
        return beta * beta;
    }
}
