package org.sagitta.data.scenario;

import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * What the reconstruction believes.
 *
 * @param energyLoss that the fit corrects for
 * @param outliers whether the fit rejects hits
 */
public record ReconstructionChoice(WorldChoice world, FitLoss energyLoss, OutlierChoice outliers) {
    /** What matter does to a muon, as the fit has it. */
    public CmsMaterialEffects material() {
        return new CmsMaterialEffects(ParticleHypothesis.MUON, energyLoss.inFit());
    }

    /** The same reconstruction with another assumption on the loss. */
    public ReconstructionChoice withEnergyLoss(FitLoss other) {
        return new ReconstructionChoice(world, other, outliers);
    }
}
