package org.sagitta.data.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;

class MuonGunTest {
    private static final int MUONS = 4000;
    private static final RandomStream STREAM = RandomStream.of("gun", RandomPurpose.TEST);

    /** False-alarm rate of each comparison with a uniform distribution; the seed is fixed. */
    private static final double LEAST_PROBABILITY = 1e-4;

    /** All at the origin, so that distances are those from the beam. */
    private static final MuonGun GUN = new MuonGun(new BeamSpot(0, 0), 0.5, 2000, 2.5, 100);

    private static GeneratedMuon muon(int event) {
        return GUN.generate(EventRandom.of(4, STREAM, event));
    }

    private static void assertUniform(double[] shares) {
        double[] uniform = new double[shares.length];
        for (int i = 0; i < uniform.length; i++) {
            uniform[i] = (i + 0.5) / uniform.length;
        }
        double probability = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(shares, uniform);
        assertTrue(probability > LEAST_PROBABILITY, "Kolmogorov-Smirnov " + probability);
    }

    @Test
    void phaseSpaceIsFilledUniformly() {
        double[] pt = new double[MUONS];
        double[] eta = new double[MUONS];
        double[] phi = new double[MUONS];
        double[] disc = new double[MUONS];
        int positive = 0;
        for (int i = 0; i < MUONS; i++) {
            GeneratedMuon muon = muon(i);
            pt[i] = Math.log(muon.pt() / 0.5) / Math.log(2000 / 0.5);
            eta[i] = muon.momentum().eta() / 5 + 0.5;
            phi[i] = muon.phi() / (2 * Math.PI) + 0.5;
            disc[i] = Math.pow(muon.vertex().perp() / 100, 2);
            positive += muon.charge() > 0 ? 1 : 0;
        }
        assertUniform(pt);
        assertUniform(eta);
        assertUniform(phi);
        assertUniform(disc);
        assertEquals(0.5, (double) positive / MUONS, 4 * 0.5 / Math.sqrt(MUONS));
    }

    @Test
    void muonsFlyAwayFromTheBeam() {
        for (int i = 0; i < MUONS; i++) {
            GeneratedMuon muon = muon(i);
            double outwards = muon.vertex().x() * muon.momentum().x()
                    + muon.vertex().y() * muon.momentum().y();
            assertTrue(outwards >= 0, "muon " + i);
        }
    }

    @Test
    void wrongRangesAreRefused() {
        BeamSpot spot = new BeamSpot(0, 0);
        assertThrows(IllegalArgumentException.class, () -> new MuonGun(spot, 0, 10, 2.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new MuonGun(spot, 10, 5, 2.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new MuonGun(spot, 1, 5, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new MuonGun(spot, 1, 5, 2.5, -1));
    }
}
