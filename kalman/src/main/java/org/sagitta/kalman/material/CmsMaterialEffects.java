package org.sagitta.kalman.material;

import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.units.Units;

/**
 * The formulas of the CMS track fit for effective silicon planes ({@code TrackingTools/MaterialEffects},
 * {@code EnergyLossUpdator} and {@code MultipleScatteringUpdator}).
 *
 * <p>With t = (x/X0)/|cos|, xi' = xi/(|cos| beta^2), eta = p/m and
 * E_max = 2 m_e eta^2 / (1 + 2 m_e E/m^2 + (m_e/m)^2):
 *
 * <ul>
 *   <li>mean loss: xi' (ln(2 m_e E_max/I^2) - 2 beta^2 - delta0), where the density effect
 *       delta = 2 ln(eta omega_p/I) - 1 is taken at its high-momentum limit, so that eta cancels in the logarithm;
 *   <li>most probable loss: xi' (ln(2 m_e xi'/I^2) + 0.2 - beta^2 - delta0), with the same limit (PDG 2024, Passage of
 *       particles through matter, eq. 34.12);
 *   <li>variance of the loss, about either: xi' E_max (1 - beta^2/2);
 *   <li>scattering: theta0 = 0.0136 GeV / (beta p) sqrt(t) |1 + 0.038 ln t|.
 * </ul>
 *
 * <p>The limit of the density effect and the neglect of radiation make the loss meant for muons from about 0.5 GeV to
 * some 100 GeV, thin planes (t below about 1).
 */
public final class CmsMaterialEffects implements MaterialEffects {
    /** Mean excitation energy of silicon as CMS takes it: 16 eV Z^0.9 with Z^0.9 = 10.75. */
    private static final double EXCITATION = 16.0 * 10.75 * Units.EV;
    /** Plasma energy of silicon: 28.816 eV sqrt(rho Z/A), rho = 2.33 g/cm3, Z/A = 0.498. */
    private static final double PLASMA = 28.816 * Math.sqrt(2.33 * 0.498) * Units.EV;

    private static final double DELTA0 = 2 * Math.log(PLASMA / EXCITATION) - 1;

    /** The j of the most probable loss. */
    private static final double PEAK = 0.2;

    private static final double SCATTERING_CONSTANT = 0.0136 * Units.GEV;
    private static final double SCATTERING_LOGARITHM = 0.038;

    private final ParticleHypothesis particle;
    private final EnergyLoss energyLoss;

    public CmsMaterialEffects(ParticleHypothesis particle, EnergyLoss energyLoss) {
        this.particle = particle;
        this.energyLoss = energyLoss;
    }

    /** Muons with their mean loss. */
    public static CmsMaterialEffects muon() {
        return new CmsMaterialEffects(ParticleHypothesis.MUON, EnergyLoss.IONISATION);
    }

    /** The numbers in these formulas. */
    public CmsMaterialConstants constants() {
        double m = particle.mass();
        double massRatio = Units.ELECTRON_MASS / m;
        return new CmsMaterialConstants(
                m,
                1 + massRatio * massRatio,
                2 * massRatio / m,
                2 * massRatio / m,
                2 * Units.ELECTRON_MASS / (EXCITATION * EXCITATION),
                delta0(),
                betaWeight(),
                energyLoss == EnergyLoss.MOST_PROBABLE ? 1 : 0,
                energyLoss == EnergyLoss.NONE ? 0 : 1,
                SCATTERING_CONSTANT,
                SCATTERING_LOGARITHM);
    }

    @Override
    public ParticleHypothesis particle() {
        return particle;
    }

    @Override
    public MaterialKick crossing(double momentum, double cosine, MaterialSlab slab) {
        double m = particle.mass();
        double p = momentum;
        double e = particle.energy(p);
        double beta = p / e;
        double beta2 = beta * beta;
        double path = 1 / Math.abs(cosine);
        double theta0 = theta0(beta * p, slab.xOverX0() * path);
        // Without matter that ionises the most probable loss has the form 0 ln 0.
        if (energyLoss == EnergyLoss.NONE || slab.xiGev() == 0) {
            return new MaterialKick(0, 0, 0, theta0);
        }

        double massRatio = Units.ELECTRON_MASS / m;
        double recoil = 1 + 2 * massRatio * (e / m) + massRatio * massRatio;
        double maximum = 2 * Units.ELECTRON_MASS * (p / m) * (p / m) / recoil;
        double xi = slab.xiGev() * path / beta2;
        double inLogarithm = energyLoss == EnergyLoss.MOST_PROBABLE ? xi : maximum;
        double logarithm = Logarithm.of(2 * Units.ELECTRON_MASS * inLogarithm / (EXCITATION * EXCITATION))
                - betaWeight() * beta2
                - delta0();
        double loss = xi * logarithm;

        // d(1/beta^2)/dp and d(logarithm)/dp, the latter with d ln(E_max)/dp or d ln(xi)/dp, and d(beta^2)/dp = 2 p
        // m^2/E^4.
        double inLogarithmSlope = energyLoss == EnergyLoss.MOST_PROBABLE
                ? -2 * (m / e) * (m / e) / p
                : 2 / p - 2 * massRatio * (beta / m) / recoil;
        double logarithmSlope = inLogarithmSlope - 2 * betaWeight() * beta * (m / e) * (m / e) / e;
        double slope = -2 * (m / e) * (m / e) / p * loss + xi * logarithmSlope;
        return new MaterialKick(loss, slope, xi * maximum * (1 - 0.5 * beta2), theta0);
    }

    @Override
    public CmsMaterialEffects withoutLoss() {
        return new CmsMaterialEffects(particle, EnergyLoss.NONE);
    }

    private double delta0() {
        return energyLoss == EnergyLoss.MOST_PROBABLE ? DELTA0 - PEAK : DELTA0;
    }

    private double betaWeight() {
        return energyLoss == EnergyLoss.MOST_PROBABLE ? 1 : 2;
    }

    private static double theta0(double betaP, double thickness) {
        if (thickness == 0) {
            return 0;
        }
        return SCATTERING_CONSTANT
                / betaP
                * Math.sqrt(thickness)
                * Math.abs(1 + SCATTERING_LOGARITHM * Logarithm.of(thickness));
    }
}
