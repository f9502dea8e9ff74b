package org.sagitta.kalman.material;

import org.sagitta.geometry.material.MaterialSlab;

/** Mean effects of matter that is folded onto a plane. Implementations are immutable and shared between threads. */
public interface MaterialEffects {

    /** The particle for which the effects are computed. */
    ParticleHypothesis particle();

    /**
     * Effects of one crossing.
     *
     * @param momentum on arrival [GeV], positive
     * @param cosine of the angle between the track and the normal of the plane; its sign does not matter
     * @param slab matter at normal incidence
     */
    MaterialKick crossing(double momentum, double cosine, MaterialSlab slab);

    /** The same scattering without any loss. */
    MaterialEffects withoutLoss();
}
