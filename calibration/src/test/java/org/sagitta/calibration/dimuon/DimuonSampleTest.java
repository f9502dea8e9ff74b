package org.sagitta.calibration.dimuon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DimuonSampleTest {
    private static final Dimuon PAIR =
            new Dimuon(new Muon(0.1, 0, 0, Charge.POSITIVE), new Muon(0.2, 0, 0, Charge.NEGATIVE), 0.03);

    /** A single pair and two pairs of twins. */
    private static DimuonSample sample() {
        return DimuonSample.builder(1)
                .add(PAIR)
                .add(PAIR)
                .addTwin(PAIR)
                .add(PAIR)
                .addTwin(PAIR)
                .build();
    }

    private static void assertTwins(DimuonSample sample, boolean... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertTrue(sample.isTwin(i) == expected[i], "pair " + i);
        }
    }

    @Test
    void twinsAreKnownInTheWholeInPartsAndInSums() {
        assertTwins(sample(), false, false, true, false, true);
        assertTwins(sample().block(1, 4), false, true, false);
        DimuonSample sum = DimuonSample.builder(0).add(PAIR).addAll(sample()).build();
        assertTwins(sum, false, false, false, true, false, true);
    }

    @Test
    void pairsInPlaceOfTwinsAreTwins() {
        Dimuon other = PAIR.withCurvatures(0.3, 0.4);
        DimuonSample replaced = sample().replaced(i -> i < 2 ? PAIR : other);
        assertTwins(replaced, false, false, true, false, true);
        assertEquals(PAIR, replaced.get(1));
        assertEquals(other, replaced.get(2));
    }

    @Test
    void aTwinWithoutItsFirstIsAPairOfItsOwn() {
        assertTwins(sample().block(2, 5), false, false, true);
    }

    @Test
    void aBuilderForgetsTheTwinsOfTheSampleBefore() {
        DimuonSample.Builder builder = DimuonSample.builder(2);
        builder.add(PAIR).addTwin(PAIR).build();
        assertFalse(builder.add(PAIR).add(PAIR).build().isTwin(1));
    }
}
