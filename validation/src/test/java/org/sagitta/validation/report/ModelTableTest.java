package org.sagitta.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.fit.InformationCriterion;
import org.sagitta.calibration.fit.ModelScore;

class ModelTableTest {
    @Test
    void criteriaAreRelativeToTheFirstModel() {
        ModelScore first = new ModelScore(
                "standard",
                32,
                new InformationCriterion(1000, 32, 100),
                new InformationCriterion(900, 32, 100),
                300,
                310,
                1e-5,
                2e-5);
        ModelScore other = new ModelScore(
                "other",
                40,
                new InformationCriterion(950, 40, 100),
                new InformationCriterion(890, 40, 100),
                300,
                280,
                -1e-5,
                2e-5);
        List<String> lines = ModelTable.of(List.of(first, other)).lines().toList();
        assertTrue(lines.get(1).matches("standard +32 +0.0 +0.0 +0.0 +310.0 / +300 +1.00 \\+- +2.00"), lines.get(1));
        // -50 + 2 * 8, -10 + 2 * 8, -50 + 10
        assertTrue(lines.get(2).matches("other +40 +-34.0 +6.0 +-40.0 +280.0 / +300 +-1.00 \\+- +2.00"), lines.get(2));
        assertEquals(6, lines.size());
    }
}
