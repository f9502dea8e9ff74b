package org.sagitta.data.simulation.matter;

import org.sagitta.geometry.material.Silicon;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.material.Logarithm;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * Turns Gaussian scattering angles into those of Moliere's distribution with the same core: both projected angles are
 * multiplied by one factor, such that the space angle is the quantile of Moliere's distribution at the probability of the
 * Gaussian one. So direction and order of the angles stay, and theta0 stays the width of the central 98 % of the projected
 * angle, which is what Highland's formula is made for (G. R. Lynch and O. I. Dahl, Nucl. Instrum. Meth. B 58 (1991) 6).
 *
 * <p>The number of scatters is exp(b) = 6680 d (Z + 1) Z^(1/3) / (beta^2 A (1 + 3.34 (Z/137 beta)^2)), d in g/cm2 (H. A.
 * Bethe, Phys. Rev. 89 (1953) 1256, eq. 22), here for silicon, X0 = 21.82 g/cm2 (PDG), and beta = 1 in the last bracket.
 *
 * <p>Single scatters off a nucleus of silicon end where the nucleus is no point, at momentum transfers of about hbar c/R = 54
 * MeV, R = 1.2 fm A^(1/3); angles are limited to that unless the Gaussian one is larger.
 *
 * <p>Immutable, shared between threads.
 */
public final class MoliereTail {
    private static final double RADIATION_LENGTH = Silicon.X0_G_PER_CM2;
    private static final double ALPHA = SiliconElectrons.ATOMIC_NUMBER / 137.036;
    private static final double MASS_NUMBER = SiliconElectrons.ATOMIC_NUMBER / SiliconElectrons.Z_PER_A;

    /** Scatters per x/X0 at beta = 1. */
    private static final double SCATTERS = 6680
            * RADIATION_LENGTH
            * (SiliconElectrons.ATOMIC_NUMBER + 1)
            * Math.cbrt(SiliconElectrons.ATOMIC_NUMBER)
            / (MASS_NUMBER * (1 + 3.34 * ALPHA * ALPHA));

    /** [GeV]. */
    private static final double MAXIMUM_TRANSFER = 0.19732698 * Units.GEV / (1.2 * Math.cbrt(MASS_NUMBER));

    private final ParticleHypothesis particle;
    private final MoliereTable table = MoliereTable.shared();

    public MoliereTail(ParticleHypothesis particle) {
        this.particle = particle;
    }

    /**
     * The factor on both projected angles.
     *
     * @param thickness x/X0 along the track
     * @param momentum [GeV]
     * @param theta0 width of the projected angle [rad]
     * @param radius of both Gaussian deviates: sqrt(g1^2 + g2^2)
     */
    public double factor(double thickness, double momentum, double theta0, double radius) {
        if (thickness == 0) {
            return 1;
        }
        double energy = particle.energy(momentum);
        double perBeta = energy / momentum;
        double stretch = table.stretch(Logarithm.of(SCATTERS * thickness * perBeta * perBeta), radius);
        double limit = MAXIMUM_TRANSFER / (momentum * theta0 * radius);
        return Math.min(stretch, Math.max(1, limit));
    }
}
