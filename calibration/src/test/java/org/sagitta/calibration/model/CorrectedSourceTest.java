package org.sagitta.calibration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

class CorrectedSourceTest {
    @Test
    void blocksAreThoseOfTheCorrectedSample() {
        AemCorrection correction = AemCorrection.fieldScale(1e-3, 0);
        DimuonSample measured = ToyDimuons.sample(100, AemCorrection.fieldScale(0, 0), 7);
        DimuonSample corrected = correction.apply(measured);

        DimuonSource source = correction.correcting(measured);

        assertEquals(100, source.size());
        DimuonSample block = source.block(30, 60);
        for (int i = 0; i < block.size(); i++) {
            assertEquals(corrected.get(30 + i), block.get(i));
        }
    }
}
