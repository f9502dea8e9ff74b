package org.sagitta.kalman.batch.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.QuadraticField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class FieldKernelsTest {
    /** What the kernels promise [T]. */
    private static final double TOLERANCE = 1e-9;

    private static final int GROUPS = 5000;

    static List<MagneticField> models() {
        return List.of(
                FieldModels.byName("oae_3_8T"),
                FieldModels.byName("oae_2_0T"),
                new ScaledField(FieldModels.byName("oae_3_8T"), 0.9992),
                new QuadraticField(3.8112, 13 * Units.M),
                FieldModels.byName("uniform_3.8"),
                new ScaledField(FieldModels.byName("polyfit3d_3.81143026675623"), 1.001));
    }

    @ParameterizedTest
    @MethodSource("models")
    void kernelsAgreeWithTheirModels(MagneticField model) {
        FieldKernel kernel = new ScalarKernels().field(model);
        Random random = new Random(9);
        double[] flight = new double[FlightSlots.SIZE];
        for (int n = 0; n < (model instanceof ScaledField ? GROUPS / 10 : GROUPS); n++) {
            for (int lane = 0; lane < Lanes.WIDTH; lane++) {
                double r = 1149 * Math.sqrt(random.nextDouble());
                double phi = 2 * Math.PI * random.nextDouble();
                flight[FlightSlots.PLACE_X + lane] = r * Math.cos(phi);
                flight[FlightSlots.PLACE_Y + lane] = r * Math.sin(phi);
                flight[FlightSlots.PLACE_Z + lane] = 2799 * (2 * random.nextDouble() - 1);
            }
            kernel.bend(flight);
            for (int lane = 0; lane < Lanes.WIDTH; lane++) {
                Vec3 b = model.at(new Vec3(
                        flight[FlightSlots.PLACE_X + lane],
                        flight[FlightSlots.PLACE_Y + lane],
                        flight[FlightSlots.PLACE_Z + lane]));
                assertEquals(b.x(), flight[FlightSlots.FIELD_X + lane] / Units.KAPPA, TOLERANCE);
                assertEquals(b.y(), flight[FlightSlots.FIELD_Y + lane] / Units.KAPPA, TOLERANCE);
                assertEquals(b.z(), flight[FlightSlots.FIELD_Z + lane] / Units.KAPPA, TOLERANCE);
            }
        }
    }

    @Test
    void outsideTheDomainThereIsNoField() {
        for (String name : List.of("oae_3_8T", "polyfit3d_3.81143026675623")) {
            FieldKernel kernel = new ScalarKernels().field(FieldModels.byName(name));
            double[] flight = new double[FlightSlots.SIZE];
            flight[FlightSlots.PLACE_X] = name.startsWith("oae") ? 1151 : 5000;
            flight[FlightSlots.PLACE_Z + 1] = name.startsWith("oae") ? -2801 : -9000;
            kernel.bend(flight);
            assertTrue(Double.isNaN(flight[FlightSlots.FIELD_Z]), name);
            assertTrue(Double.isNaN(flight[FlightSlots.FIELD_Z + 1]), name);
            assertTrue(Double.isFinite(flight[FlightSlots.FIELD_Z + 2]), name);
        }
    }

    @Test
    void toscaIsTabulated() {
        assertInstanceOf(ScalarAxialField.class, new ScalarKernels().field(FieldModels.byName(FieldModels.TOSCA)));
    }
}
