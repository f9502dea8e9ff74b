package org.sagitta.validation.pipeline;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;

/** What the fit of recorded hits believes in. */
public record RefitSettings(MagneticField field, ParticleHypothesis particle, EnergyLoss energyLoss) {
    public RefitSettings with(MagneticField other) {
        return new RefitSettings(other, particle, energyLoss);
    }

    public RefitSettings with(ParticleHypothesis other) {
        return new RefitSettings(field, other, energyLoss);
    }

    public RefitSettings with(EnergyLoss other) {
        return new RefitSettings(field, particle, other);
    }

    CmsMaterialEffects material() {
        return new CmsMaterialEffects(particle, energyLoss);
    }
}
