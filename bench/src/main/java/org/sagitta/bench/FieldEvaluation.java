package org.sagitta.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.grid.FieldGrid;
import org.sagitta.fieldmap.grid.GridAxes;
import org.sagitta.fieldmap.grid.Interpolation;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.linear.Vec3;

/** One field value at a random point of the tracker, for each model and for field maps filled from the dearest one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FieldEvaluation {
    private static final int POINTS = 4096;
    private static final double R_MAX = 1100;
    private static final double Z_MAX = 2700;

    @Param({
        "uniform_3.8",
        "parabolic_3_8T",
        "oae_3_8T",
        "polyfit2d_3.81143026675623",
        "polyfit3d_3.81143026675623",
        "grid linear",
        "grid cubic"
    })
    private String model = "";

    private final Vec3[] points = new Vec3[POINTS];
    private FieldCursor cursor = point -> Vec3.ZERO;
    private int next;

    /** Draws the points, uniform in r, phi and z. */
    @Setup
    public void prepare() {
        EventRandom random = Sample.random(RandomPurpose.TEST, 0);
        for (int i = 0; i < POINTS; i++) {
            double phi = random.uniform(-Math.PI, Math.PI);
            double r = random.uniform(0, R_MAX);
            points[i] = new Vec3(r * Math.cos(phi), r * Math.sin(phi), random.uniform(-Z_MAX, Z_MAX));
        }
        cursor = field().cursor();
    }

    private MagneticField field() {
        return switch (model) {
            case "grid linear" -> map(Interpolation.LINEAR);
            case "grid cubic" -> map(Interpolation.CUBIC);
            default -> FieldModels.byName(model);
        };
    }

    /** About 5 cm by 15 degrees by 5 cm. */
    private static MagneticField map(Interpolation interpolation) {
        GridAxes axes = GridAxes.cylinder(1150, 2800, 24, 24, 113);
        return FieldGrid.sample(FieldModels.byName(FieldModels.FIELD_MAPPER), axes, interpolation);
    }

    /** One value. */
    @Benchmark
    public Vec3 fieldValue() {
        next = (next + 1) % POINTS;
        return cursor.at(points[next]);
    }
}
