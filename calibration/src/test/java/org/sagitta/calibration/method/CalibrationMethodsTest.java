package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.model.EtaBinning;

class CalibrationMethodsTest {
    @Test
    void namesAreDistinctAndDescriptionsAreOneLine() {
        var names =
                CalibrationMethods.all().stream().map(CalibrationMethod::name).collect(Collectors.toSet());
        assertEquals(CalibrationMethods.all().size(), names.size());
        for (CalibrationMethod method : CalibrationMethods.all()) {
            assertTrue(method.name().matches("[a-z0-9-]+"), method.name());
            assertTrue(method.description().length() < 100, method.description());
            assertFalse(method.calibratesOn().isEmpty(), method.name());
        }
    }

    @Test
    void binsCoverAllDirectionsOnce() {
        EtaPhiBinning bins = new EtaPhiBinning(EtaBinning.uniform(3, -2.4, 2.4), 4);
        assertEquals(12, bins.size());
        assertEquals(0, bins.indexOf(-5, -Math.PI));
        assertEquals(bins.indexOf(0, 1), bins.indexOf(0, 1 - 4 * Math.PI));
        assertEquals(11, bins.indexOf(2.4, Math.PI - 1e-9));
        // the largest angle below pi that rounding can make
        assertTrue(bins.indexOf(0, Math.nextDown(Math.PI)) < 12);
    }

    @Test
    void joinedSourcesKeepTheirOrderAcrossTheSeam() {
        DimuonSample a = ToyResonance.sample(Channel.JPSI, 5, ToyResonance.NOTHING, 1);
        DimuonSample b = ToyResonance.sample(Channel.Z, 4, ToyResonance.NOTHING, 2);
        JoinedSource joined = new JoinedSource(a, b);
        assertEquals(9, joined.size());
        DimuonSample across = joined.block(3, 7);
        assertEquals(a.get(3), across.get(0));
        assertEquals(b.get(1), across.get(3));
        assertEquals(a.get(0), joined.block(0, 2).get(0));
        assertEquals(b.get(3), joined.block(8, 9).get(0));
    }
}
