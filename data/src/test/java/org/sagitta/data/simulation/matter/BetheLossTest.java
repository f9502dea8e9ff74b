package org.sagitta.data.simulation.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.material.ParticleHypothesis;

/** Against the table of muons in silicon of Groom, Mokhov and Striganov 2001, as the PDG gives it: muE_silicon_Si.txt. */
class BetheLossTest {
    /** Kinetic energy [GeV] and density effect. */
    private static final double[][] DENSITY = {
        {0.1, 0.1439}, {0.2, 0.2743}, {1, 1.3637}, {10, 4.7881}, {100, 9.2720}, {1000, 13.8753}
    };

    private static final BetheLoss BETHE = new BetheLoss(ParticleHypothesis.MUON);

    @Test
    void theDensityEffectIsThatOfTheTable() {
        for (double[] row : DENSITY) {
            double betaGamma = momentum(row[0]) / Units.MUON_MASS;
            assertEquals(row[1], SiliconElectrons.densityEffect(betaGamma), 3e-4, row[0] + " GeV");
        }
    }

    /** At low energies, where bremsstrahlung of the struck electrons, which the table adds, is below 0.05 %. */
    @Test
    void theMeanIsThatOfTheTable() {
        for (double[] row : new double[][] {{0.1, 1.849}, {0.2, 1.678}, {0.2727, 1.664}, {0.4, 1.681}}) {
            assertEquals(row[1], massStoppingPower(row[0]), 1e-3 * row[1], row[0] + " GeV");
        }
    }

    /** PDG 2024, eq. 34.12, for 320 um at the plateau: xi = 5.70 keV, 90 keV. */
    @Test
    void theMostProbableLossIsThatOfTheFormula() {
        double xi = 0.5 * 0.307075e-3 * SiliconElectrons.Z_PER_A * 2.329 * 0.032;
        assertEquals(5.704e-6, xi, 1e-9);
        // At the plateau the logarithms become those of the plasma energy 31.05 eV: xi (ln(2 m_e xi / 31.05 eV^2) +
        // 0.2).
        double plateau = xi * (Math.log(2 * 0.51099895e-3 * xi / (31.05e-9 * 31.05e-9)) + 0.2);
        assertEquals(plateau, BETHE.mostProbable(1000, xi), 2e-3 * plateau);
    }

    /** [MeV cm2/g]. */
    static double massStoppingPower(double kinetic) {
        return BETHE.mean(momentum(kinetic), 0.5 * 0.307075 * SiliconElectrons.Z_PER_A);
    }

    static double momentum(double kinetic) {
        return Math.sqrt(kinetic * (kinetic + 2 * Units.MUON_MASS));
    }
}
