package org.sagitta.kalman.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.geometry.material.MaterialSlab;

class CmsMaterialEffectsTest {
    /** Relative; one rounding per operation. */
    private static final double EXACT = 1e-13;
    /** Relative; central differences with a step of 1e-5 p. */
    private static final double NUMERICAL = 1e-7;

    /** First barrel pixel layer, the thickest of the pixel planes. */
    private static final MaterialSlab SLAB = new MaterialSlab(0.0257, 5.42e-5);

    private final CmsMaterialEffects effects = CmsMaterialEffects.muon();
    private final CmsMaterialEffects peak = new CmsMaterialEffects(ParticleHypothesis.MUON, EnergyLoss.MOST_PROBABLE);

    @Test
    void lossOfATypicalMuonIsNearTheBetheValueOfSilicon() {
        // 5.42e-5 GeV of xi are 5.42e-5 / (0.1535 MeV cm2/g * 0.498) = 0.709 g/cm2 of silicon. PDG tables (Groom,
        // Mokhov, Striganov 2001) give 2.14 MeV cm2/g of ionisation at 10 GeV; the asymptotic density effect and the
        // other constants of the CMS fit are good to 3 %.
        MaterialKick kick = effects.crossing(10.0, 1.0, SLAB);
        assertEquals(0.709 * 2.14e-3, kick.energyLoss(), 0.03 * 0.709 * 2.14e-3);
    }

    @Test
    void scatteringFollowsTheHighlandFormula() {
        // By hand: t = 0.0257/0.5 = 0.0514, 1 + 0.038 ln t = 0.887211, E = 2.002789, beta p = 1.997215 GeV.
        MaterialKick kick = effects.crossing(2.0, -0.5, SLAB);
        assertEquals(0.0136 / 1.997215 * Math.sqrt(0.0514) * 0.887211, kick.theta0(), 1e-6 * kick.theta0());
    }

    @Test
    void inclinationActsLikeThickness() {
        MaterialKick inclined = effects.crossing(3.0, 0.25, SLAB);
        MaterialKick thick = effects.crossing(3.0, 1.0, SLAB.scaled(4));
        assertEquals(thick.energyLoss(), inclined.energyLoss(), EXACT * thick.energyLoss());
        assertEquals(thick.energyLossVariance(), inclined.energyLossVariance(), EXACT * thick.energyLossVariance());
        assertEquals(thick.theta0(), inclined.theta0(), EXACT * thick.theta0());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 10, 45, 1000})
    void slopeIsTheDerivativeOfTheLoss(double p) {
        assertSlope(effects, p);
        assertSlope(peak, p);
    }

    private static void assertSlope(CmsMaterialEffects effects, double p) {
        double h = 1e-5 * p;
        double up = effects.crossing(p + h, 0.7, SLAB).energyLoss();
        double down = effects.crossing(p - h, 0.7, SLAB).energyLoss();
        double slope = effects.crossing(p, 0.7, SLAB).energyLossSlope();
        // Absolute scale loss/p: near the minimum of the loss the slope itself passes through zero.
        assertEquals((up - down) / (2 * h), slope, NUMERICAL * up / p);
    }

    /** By hand, at high momentum: xi (ln(2 m_e xi / (31.04 eV)^2) + 0.2), the plasma energy being what is left of I. */
    @Test
    void mostProbableLossIsThatOfThePlasma() {
        double xi = SLAB.xiGev();
        double expected = xi * (Math.log(2 * 0.51099895e-3 * xi / (31.04e-9 * 31.04e-9)) + 0.2);
        MaterialKick kick = peak.crossing(1000, 1, SLAB);
        assertEquals(expected, kick.energyLoss(), 1e-4 * expected);
        MaterialKick mean = effects.crossing(1000, 1, SLAB);
        assertEquals(mean.energyLossVariance(), kick.energyLossVariance(), 0);
        assertEquals(mean.theta0(), kick.theta0(), 0);
        assertTrue(kick.energyLoss() < mean.energyLoss());
    }

    @Test
    void vacuumDoesNothing() {
        for (EnergyLoss choice : EnergyLoss.values()) {
            CmsMaterialEffects any = new CmsMaterialEffects(ParticleHypothesis.MUON, choice);
            assertEquals(MaterialKick.NONE, any.crossing(1, 1, MaterialSlab.VACUUM), choice.name());
        }
    }

    /** Matter that scatters and does not ionise. */
    @Test
    void withoutXiThereIsNoLoss() {
        MaterialSlab slab = new MaterialSlab(SLAB.xOverX0(), 0);
        double theta0 = effects.crossing(1, 1, SLAB).theta0();
        assertEquals(new MaterialKick(0, 0, 0, theta0), effects.crossing(1, 1, slab));
        assertEquals(new MaterialKick(0, 0, 0, theta0), peak.crossing(1, 1, slab));
    }

    @Test
    void lossCanBeSwitchedOff() {
        MaterialKick kick = new CmsMaterialEffects(ParticleHypothesis.MUON, EnergyLoss.NONE).crossing(2.0, 1.0, SLAB);
        assertEquals(0, kick.energyLoss());
        assertEquals(0, kick.energyLossVariance());
        assertEquals(effects.crossing(2.0, 1.0, SLAB).theta0(), kick.theta0());
        assertEquals(kick, effects.withoutLoss().crossing(2.0, 1.0, SLAB));
        assertEquals(effects.particle(), peak.withoutLoss().particle());
    }

    @Test
    void momentumAfterLoss() {
        ParticleHypothesis muon = ParticleHypothesis.MUON;
        double p = muon.momentumAfterLoss(1.0, 0.3);
        assertEquals(muon.energy(1.0) - 0.3, muon.energy(p), EXACT);
        assertEquals(1.0, muon.momentumAfterLoss(p, -0.3), EXACT);
        assertEquals(0, muon.momentumAfterLoss(1.0, 5.0));
        assertTrue(effects.particle() == muon);
    }
}
