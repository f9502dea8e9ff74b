package org.sagitta.validation.pipeline;

import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.SamplePair;
import org.sagitta.validation.study.SmearingResult;
import org.sagitta.validation.study.SmearingStudy;
import org.sagitta.validation.study.TargetResult;
import org.sagitta.validation.study.TargetStudy;

/** Studies of the J/psi peak of a scenario and of its ideal partner: its width, and what moves it. */
public final class PeakStudyRun {
    private final Scenario scenario;
    private final int threads;

    /**
     * A run.
     *
     * @param scenario with the seed and the number of J/psi
     * @param threads no result depends on it
     */
    public PeakStudyRun(Scenario scenario, int threads) {
        this.scenario = scenario;
        this.threads = threads;
    }

    /** The resolution of the scenario ("data") and of the partner ("simulation"), which is smeared. */
    public SmearingResult resolution(EtaBinning bins, ProgressListener progress) throws InterruptedException {
        return with(
                progress,
                (pairs, reducer) -> new SmearingStudy(Resonance.JPSI.mass(), bins, reducer).of(pairs, scenario.seed()));
    }

    /** What moves the mass target. */
    public TargetResult targets(ProgressListener progress) throws InterruptedException {
        return with(progress, (pairs, reducer) -> new TargetStudy(pairs, Resonance.JPSI.mass(), reducer).result());
    }

    private interface Study<T> {
        T of(SamplePair pairs, BlockReducer reducer);
    }

    private <T> T with(ProgressListener progress, Study<T> study) throws InterruptedException {
        try (ClosureSamples samples = ClosureSamples.unarchived(scenario, threads, progress)) {
            SamplePair pairs = samples.independent(Resonance.JPSI);
            progress.progress("study the peak", 0, 1);
            T result = study.of(pairs, BlockReducer.on(samples.executor()));
            progress.progress("study the peak", 1, 1);
            return result;
        }
    }
}
