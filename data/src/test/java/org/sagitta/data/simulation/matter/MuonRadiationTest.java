package org.sagitta.data.simulation.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.material.ParticleHypothesis;

/** Against the table of muons in silicon of Groom, Mokhov and Striganov 2001, as the PDG gives it: muE_silicon_Si.txt. */
class MuonRadiationTest {
    /** Kinetic energy [GeV]; ionisation, radiation and all [MeV cm2/g]. */
    private static final double[][] TABLE = {
        {1, 1.803, 9.391e-4, 1.804},
        {10, 2.177, 2.194e-2, 2.199},
        {30, 2.319, 8.631e-2, 2.405},
        {100, 2.451, 0.3640, 2.815},
        {300, 2.563, 1.267, 3.831},
        {1000, 2.687, 4.726, 7.413}
    };

    private static final MuonRadiation RADIATION = new MuonRadiation(ParticleHypothesis.MUON);

    /** The issue asks for 1 %. */
    @Test
    void allLossesTogetherAreThoseOfTheTable() {
        for (double[] row : TABLE) {
            double radiated = radiated(row[0]);
            double ionised = BetheLossTest.massStoppingPower(row[0]);
            assertEquals(1, (radiated + ionised) / row[3], 0.003, row[0] + " GeV");
        }
    }

    /** Struck electrons radiate what the table has more than Bethe; the rest of radiation is the table's own. */
    @Test
    void eachPartIsThatOfTheTable() {
        for (double[] row : TABLE) {
            double electrons = MuonRadiation.electronBremsstrahlung(row[0] + Units.MUON_MASS) / Units.MEV;
            assertEquals(1, (BetheLossTest.massStoppingPower(row[0]) + electrons) / row[1], 0.001, row[0] + " GeV");
            assertEquals(1, (radiated(row[0]) - electrons) / row[2], 0.02, row[0] + " GeV");
        }
    }

    /** Integral over the chance: mean, and so the number and the size of hard interactions. */
    @Test
    void theChancesGiveTheMean() {
        for (double p : new double[] {5, 100, 1000}) {
            double thickness = 0.02;
            double sum = 0;
            // All that is hard happens at chances below the step that the loss makes.
            double soft = RADIATION.loss(p, thickness, 0.999);
            double number = 1e-9;
            while (RADIATION.loss(p, thickness, number) > soft) {
                number *= 1.01;
            }
            int steps = 40_000;
            for (int i = 0; i < steps; i++) {
                sum += RADIATION.loss(p, thickness, (i + 0.5) / steps * number) - soft;
            }
            double mean = soft + sum * number / steps;
            assertEquals(1, mean / RADIATION.mean(p, thickness), 0.003, "p = " + p);
            assertTrue(number < 0.01, "hard interactions are rare: " + number);
        }
    }

    @Test
    void shapesAreNormalised() {
        for (RadiativeProcess process : RadiativeProcess.values()) {
            assertEquals(1, process.takenBelow(1), 1e-12, process.name());
            assertEquals(0, process.above(1), 1e-12, process.name());
            double h = 1e-6;
            for (double v : new double[] {1e-3, 0.02, 0.4}) {
                double density = (process.above(v - h * v) - process.above(v + h * v)) / (2 * h * v);
                double taken = (process.takenBelow(v + h * v) - process.takenBelow(v - h * v)) / (2 * h * v);
                assertEquals(1, v * density / taken, 1e-6, process + " at " + v);
            }
            assertEquals(0.37, process.above(process.quantile(1e-4, 0.37)) / process.above(1e-4), 1e-9);
        }
    }

    @Test
    void isKnownForMuonsOnly() {
        assertThrows(IllegalArgumentException.class, () -> new MuonRadiation(ParticleHypothesis.PION));
    }

    /** [MeV cm2/g]. */
    private static double radiated(double kinetic) {
        return RADIATION.mean(BetheLossTest.momentum(kinetic), 1 / MuonRadiation.RADIATION_LENGTH) / Units.MEV;
    }
}
