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
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.propagation.Flight;
import org.sagitta.kalman.propagation.RungeKuttaNystromStepper;
import org.sagitta.kalman.propagation.Stepper;
import org.sagitta.kalman.state.FreeState;

/** One step of 50 mm of the fit's propagation, with its Jacobian and two field values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PropagationStep {
    private static final double STEP = 50 * Units.MM;
    private static final int STATES = 1024;

    @Param({"uniform_3.8", "oae_3_8T"})
    private String model = "";

    private final Stepper stepper = new RungeKuttaNystromStepper();
    private final Flight[] flights = new Flight[STATES];
    private FieldCursor cursor = point -> Vec3.ZERO;
    private int next;

    /** Flights of 2 to 20 GeV that start up to 900 mm from the centre. */
    @Setup
    public void prepare() {
        cursor = FieldModels.byName(model).cursor();
        for (int i = 0; i < STATES; i++) {
            double share = (i + 0.5) / STATES;
            Vec3 direction = Vec3.direction(2 * Math.PI * i / 7, 0.2 + 2.7 * share);
            Vec3 place = direction.times(900.0 * (i * 37 % STATES) / STATES);
            FreeState state = new FreeState(place, direction, (i % 2 == 0 ? 1 : -1) / (2 + 18 * share));
            flights[i] = Flight.from(state, cursor.at(place).times(Units.KAPPA));
        }
    }

    /** One step of state and derivatives. */
    @Benchmark
    public Flight stepWithJacobian() {
        next = (next + 1) % STATES;
        return stepper.step(flights[next], STEP, cursor);
    }
}
