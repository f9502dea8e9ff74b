package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.ModelComparison;
import org.sagitta.calibration.fit.ModelScore;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.ModelChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.SamplePair;

/**
 * Compares models of the calibration on the J/psi of a scenario; no other resonance is made, so that none can be looked
 * at.
 */
public final class ModelRun {
    private final Scenario scenario;

    /** @param scenario both worlds, and the seed */
    public ModelRun(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Makes this many accepted pairs in both worlds and scores all candidates, the standard model first.
     */
    public List<ModelScore> run(int pairs, int threads, ProgressListener progress) throws InterruptedException {
        Scenario sized = scenario.withPairs(Resonance.JPSI, pairs);
        Map<String, ModelChoice> candidates =
                ModelCandidates.with(scenario.calibration().model());
        try (ClosureSamples samples = ClosureSamples.unarchived(sized, threads, progress)) {
            SamplePair jpsi = samples.independent(Resonance.JPSI);
            DimuonSource ideal = jpsi.ideal().measured();
            ModelComparison comparison = new ModelComparison(
                    samples.calibration().preCorrected(jpsi.scenario().measured()),
                    ideal,
                    TabulatedTarget.of(ideal),
                    BlockReducer.on(samples.executor()));
            List<ModelScore> scores = new ArrayList<>();
            for (Map.Entry<String, ModelChoice> candidate : candidates.entrySet()) {
                progress.progress("fit models", scores.size(), candidates.size());
                scores.add(comparison.score(candidate.getKey(), AemModels.of(candidate.getValue())));
            }
            progress.progress("fit models", scores.size(), candidates.size());
            return scores;
        }
    }
}
