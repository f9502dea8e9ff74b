package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.validation.study.WeakModeResponse;

class WeakModeScanTest {
    /** [GeV], high enough for the small-angle closed forms and low enough for the width of rigid sensors not to matter. */
    private static final double PT = 20;

    /** Relative; the closed forms take a straight path, a uniform field and sensors without width. */
    private static final double AGREEMENT = 0.10;

    /** Charge-even offset where none is predicted: a twentieth of what the radial mode of the same 600 um does. */
    private static final double NO_EVEN = 2.5e-5;

    /** [1/GeV] Charge-odd offset where none is predicted: a hundredth of what the layer rotation does. */
    private static final double NO_ODD = 1.7e-5;

    @Test
    void everyModeAnswersAsItsClosedFormSays() {
        List<WeakModeResponse> responses = WeakModeScan.ofCms(PT).run();

        assertEquals(
                WeakMode.names(), responses.stream().map(WeakModeResponse::mode).toList());
        assertAll(responses.stream().flatMap(r -> Stream.of(() -> check(r))));
    }

    private static void check(WeakModeResponse r) {
        switch (r.component()) {
            case "A" -> {
                assertEquals(1, r.amplitude(), AGREEMENT, r.toString());
                assertTrue(r.odd() < NO_ODD, r.toString());
            }
            case "M" -> {
                assertEquals(1, r.amplitude(), AGREEMENT, r.toString());
                assertTrue(r.even() < NO_EVEN, r.toString());
            }
            default -> {
                assertTrue(r.even() < NO_EVEN, r.toString());
                assertTrue(r.odd() < NO_ODD, r.toString());
            }
        }
    }
}
