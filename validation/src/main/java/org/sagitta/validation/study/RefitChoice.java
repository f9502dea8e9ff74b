package org.sagitta.validation.study;

import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * What was refitted, and in which belief.
 *
 * @param field name of the magnetic field
 * @param ptMinGev listed transverse momentum above which a track is taken [GeV]
 * @param minHits smallest number of hits
 */
public record RefitChoice(
        String field, ParticleHypothesis particle, EnergyLoss energyLoss, double ptMinGev, int minHits) {

    public RefitChoice withField(String other) {
        return new RefitChoice(other, particle, energyLoss, ptMinGev, minHits);
    }

    public RefitChoice with(ParticleHypothesis other) {
        return new RefitChoice(field, other, energyLoss, ptMinGev, minHits);
    }

    public RefitChoice with(EnergyLoss other) {
        return new RefitChoice(field, particle, other, ptMinGev, minHits);
    }
}
