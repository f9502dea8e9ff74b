package org.sagitta.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.model.AemCorrection;

class ProvenanceTest {
    @Test
    void isWrittenBesideTheNumbersAndLeavesThemAlone() {
        Correction correction = Correction.of(AemCorrection.fieldScale(-7e-4, 1.1e-4));
        Provenance provenance = new Provenance(
                "sagitta 0.1.0",
                List.of(
                        new Provenance.Input("calibration", "a.csv", "00ff"),
                        new Provenance.Input("validation", "b.csv", "11ee")));
        String text = CorrectionJson.write(correction, provenance);
        assertTrue(text.contains("\"sha256\" : \"00ff\"") && text.contains("\"b.csv\""), text);
        assertTrue(text.contains("\"program\" : \"sagitta 0.1.0\""), text);
        assertEquals(correction, CorrectionJson.read(text));
    }
}
