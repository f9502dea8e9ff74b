package org.sagitta.validation.pipeline;

import java.util.EnumMap;
import java.util.Map;
import org.sagitta.calibration.Correction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.SamplePair;

/**
 * The main job: simulate and fit the three resonances in the scenario and in its ideal partner, calibrate on the J/psi
 * alone, and compare all three with their ideal partners and with the truth.
 */
public final class ClosureRun implements ClosureRunner {
    private final String version;

    /** @param version of the program, for the record */
    public ClosureRun(String version) {
        this.version = version;
    }

    @Override
    public ClosureOutcome run(ClosureRequest request, ProgressListener progress) throws InterruptedException {
        long start = System.nanoTime();
        Scenario scenario = request.scenario();
        SampleFolder archive = new SampleFolder(request.output().resolve("samples"), version, request.keptPairs());
        try (ClosureSamples maker =
                new ClosureSamples(scenario, request.threads(), request.output(), archive, progress)) {
            Map<Resonance, SamplePair> samples = new EnumMap<>(Resonance.class);
            SamplePair jpsi = maker.againstTwins(Resonance.JPSI);
            samples.put(Resonance.JPSI, jpsi);
            samples.put(Resonance.UPSILON_1S, maker.sameEvents(Resonance.UPSILON_1S));
            SamplePair z = maker.sameEvents(Resonance.Z);
            samples.put(Resonance.Z, z);
            JpsiCalibration.Calibrated calibrated = maker.calibrateAndReport(jpsi);
            Correction correction = calibrated.correction();
            if (request.misalignment() == MisalignmentSource.JPSI_AND_Z) {
                correction = maker.improveMisalignment(correction, z);
            }
            ClosureAnalysis analysis = new ClosureAnalysis(scenario, samples, correction, maker.executor());
            return analysis.outcome(
                    request, version, calibrated.report(), maker.rejected(), (System.nanoTime() - start) * 1e-9);
        }
    }
}
