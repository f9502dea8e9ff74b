package org.sagitta.data.io.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges of the particle listings of the Particle Data Group. */
class ParticleChargeTest {
    @ParameterizedTest(name = "{0}: {1}/3")
    @CsvSource({
        "2, 2",
        "-1, 1",
        "13, -3",
        "-13, 3",
        "14, 0",
        "22, 0",
        "-24, -3",
        "111, 0",
        "211, 3",
        "-321, -3",
        "130, 0",
        "411, 3",
        "421, 0",
        "-431, -3",
        "511, 0",
        "521, 3",
        "531, 0",
        "541, 3",
        "443, 0",
        "100443, 0",
        "553, 0",
        "20213, 3",
        "9000211, 3",
        "2212, 3",
        "-2212, -3",
        "2112, 0",
        "3112, -3",
        "3122, 0",
        "2224, 6",
        "-5122, 0",
        "4122, 3",
        "2101, 1",
        "2203, 4",
        "-1103, 2",
        "1000822080, 246"
    })
    void chargeFollowsFromTheNumber(int pdgId, int threefold) {
        assertEquals(OptionalInt.of(threefold), ParticleCharge.threefold(pdgId));
    }

    @Test
    void particlesOfOneGeneratorOrTheoryHaveNone() {
        for (int pdgId : new int[] {0, 90, 81, 1000021, 9900110, 4000013, 710}) {
            assertEquals(OptionalInt.empty(), ParticleCharge.threefold(pdgId), Integer.toString(pdgId));
        }
    }
}
