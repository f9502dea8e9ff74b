package org.sagitta.fieldmap.parametrised;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ReferenceValues;
import org.sagitta.geometry.units.Units;

/** Every published value, for every model. */
class ReferenceValuesTest {
    /** T. The file has 15 digits of 3.8 T; independent evaluations agree to 1.3e-14 T. */
    private static final double DOUBLE_TOLERANCE = 1e-12;
    /** T. Rounding of the single-precision original, observed up to 1.5e-6. */
    private static final double SINGLE_TOLERANCE = 2e-6;

    private static final String SINGLE = "_float32";

    @Test
    void everyRowIsReproduced() {
        List<ReferenceValues> rows = ReferenceValues.all();
        assertEquals(627, rows.size());
        Map<String, MagneticField> models = new LinkedHashMap<>();
        Map<String, Double> worst = new LinkedHashMap<>();
        for (ReferenceValues row : rows) {
            String name = row.model().replace(SINGLE, "");
            MagneticField field = models.computeIfAbsent(name, FieldModels::byName);
            CylindricalField b = CylindricalField.at(field.cursor(), row.r() * Units.M, row.phi(), row.z() * Units.M);
            worst.merge(row.model(), distance(b, row.field()), Math::max);
        }
        worst.forEach((model, deviation) -> assertTrue(
                deviation <= (model.endsWith(SINGLE) ? SINGLE_TOLERANCE : DOUBLE_TOLERANCE),
                model + " deviates by " + deviation + " T"));
    }

    private static double distance(CylindricalField a, CylindricalField b) {
        return Math.max(Math.abs(a.bz() - b.bz()), Math.max(Math.abs(a.br() - b.br()), Math.abs(a.bphi() - b.bphi())));
    }
}
