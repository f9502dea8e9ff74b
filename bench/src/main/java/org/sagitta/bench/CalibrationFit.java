package org.sagitta.bench;

import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.CalibrationResult;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;

/**
 * The whole fit of ten million pairs with 38 parameters: A1, A2, e in 12 bins, M in 8 bins. The memory that the fork gets is
 * what the fit is allowed to need. Pairs are generated ones, turned around the beam and with curvatures off by 1 %.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx900m", "-XX:+UseParallelGC"})
public class CalibrationFit {
    private static final double RESOLUTION = 0.01;
    private static final int DIFFERENT = 100_000;
    private static final double GOLDEN_ANGLE = 2.399963;

    @Param("10000000")
    private int pairs;

    @Param("2")
    private int threads;

    private final FitOptions options = FitOptions.standard(AemModel.builder()
            .field(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED)
            .loss(EtaBinning.uniform(12, -2.4, 2.4))
            .misalignment(EtaBinning.uniform(8, -2.4, 2.4), Harmonic.upTo(1))
            .build());
    private DimuonSample sample = DimuonSample.builder(0).build();
    private @Nullable TabulatedTarget target;
    private @Nullable ExecutorService executor;

    /** Makes the pairs. */
    @Setup
    public void prepare() {
        Sample generated = new Sample();
        DimuonSample.Builder different = DimuonSample.builder(DIFFERENT);
        for (int i = 0; i < DIFFERENT; i++) {
            different.add(measured(generated.pair(i), i));
        }
        DimuonSample base = different.build();
        target = TabulatedTarget.of(base);
        DimuonSample.Builder all = DimuonSample.builder(pairs);
        for (int i = 0; i < pairs; i++) {
            int turn = i / DIFFERENT;
            all.add(turned(base.get(i % DIFFERENT), GOLDEN_ANGLE * turn));
        }
        sample = all.build();
        executor = Executors.newFixedThreadPool(threads);
    }

    private static Dimuon measured(GeneratedPair pair, int i) {
        Muon plus = measured(pair.plus(), Charge.POSITIVE, Math.sin(12.9898 * i));
        Muon minus = measured(pair.minus(), Charge.NEGATIVE, Math.sin(78.233 * i));
        // a sine of unit amplitude has a standard deviation of sqrt(1/2), each leg counts half
        return new Dimuon(plus, minus, 0.5 * RESOLUTION * pair.mass());
    }

    private static Muon measured(GeneratedMuon muon, Charge charge, double off) {
        return new Muon(muon.k() * (1 + RESOLUTION * off), muon.eta(), muon.phi(), charge);
    }

    private static Dimuon turned(Dimuon pair, double angle) {
        return new Dimuon(turned(pair.plus(), angle), turned(pair.minus(), angle), pair.massSigma());
    }

    private static Muon turned(Muon muon, double angle) {
        return new Muon(muon.k(), muon.eta(), muon.phi() + angle, muon.charge());
    }

    /** The fit, from nothing to parameters and covariance. */
    @Benchmark
    public CalibrationResult fit() {
        BlockReducer reducer = BlockReducer.on(Objects.requireNonNull(executor));
        return new IterativeCalibration(options, reducer).calibrate(sample, Objects.requireNonNull(target));
    }

    /** Stops the threads. */
    @TearDown
    public void stop() {
        Objects.requireNonNull(executor).shutdownNow();
    }
}
