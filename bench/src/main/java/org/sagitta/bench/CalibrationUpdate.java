package org.sagitta.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.fit.CalibrationResult;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.InformationSum;
import org.sagitta.calibration.fit.MassMeasurements;
import org.sagitta.calibration.fit.MassResidual;
import org.sagitta.calibration.fit.SequentialKalmanCalibrator;
import org.sagitta.calibration.fit.SequentialKalmanCalibrator.Linearisation;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;

/** One pair added to a calibration with the standard parameters: by the Kalman filter and to the information sum. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CalibrationUpdate {
    private static final double RELATIVE_MASS_ERROR = 0.01;

    private final AemModel model = AemModel.standard();
    private final FitOptions options = FitOptions.standard(model);
    private final double[] start = new double[model.size()];
    private MassMeasurements pairs =
            MassMeasurements.of(DimuonSample.builder(0).build(), pair -> 1, options.sigmaFloor());

    /** True pairs stand for measured ones. */
    @Setup
    public void prepare() {
        Sample sample = new Sample();
        DimuonSample.Builder builder = DimuonSample.builder(Sample.SIZE);
        for (int i = 0; i < Sample.SIZE; i++) {
            GeneratedPair pair = sample.pair(i);
            builder.add(new Dimuon(
                    muon(pair.plus(), Charge.POSITIVE),
                    muon(pair.minus(), Charge.NEGATIVE),
                    RELATIVE_MASS_ERROR * pair.mass()));
        }
        pairs = MassMeasurements.of(builder.build(), Dimuon::mass, options.sigmaFloor());
    }

    private static Muon muon(GeneratedMuon muon, Charge charge) {
        return new Muon(muon.k(), muon.eta(), muon.phi(), charge);
    }

    /** Kalman filter, linearised anew at each pair. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public CalibrationResult kalmanUpdate() {
        return new SequentialKalmanCalibrator(options, Linearisation.EVERY_EVENT).calibrate(pairs, start);
    }

    /** Residual, gradient and the addition to the sum. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public InformationSum informationSum() {
        MassResidual residual = new MassResidual(model);
        InformationSum sum = new InformationSum(model.size());
        for (int i = 0; i < pairs.size(); i++) {
            if (residual.evaluate(pairs.sample(), i, start, pairs.expectedMass(i)) == MassResidual.Status.DEFINED) {
                double weight = 1 / (pairs.relativeSigma(i) * pairs.relativeSigma(i));
                sum.add(residual.gradient(), weight * residual.residual(), weight);
            }
        }
        return sum;
    }
}
