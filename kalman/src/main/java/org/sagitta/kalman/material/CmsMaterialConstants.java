package org.sagitta.kalman.material;

/**
 * The constants of {@link CmsMaterialEffects} for one particle, gathered for kernels; natural units, GeV.
 *
 * @param mass of the particle
 * @param recoilAtRest 1 + (m_e/m)^2
 * @param recoilPerEnergy 2 m_e/m^2 [1/GeV]: the recoil is recoilAtRest + recoilPerEnergy E
 * @param maximumScale 2 m_e/m^2 [1/GeV]: E_max = maximumScale p^2 / recoil
 * @param logarithmScale 2 m_e/I^2 [1/GeV]
 * @param delta0 constant part of the density effect, less the 0.2 of the most probable loss
 * @param betaWeight of beta^2 that is taken from the logarithm: 2, or 1 for the most probable loss
 * @param peak 0, or 1 for the most probable loss, which has xi' in place of E_max in the logarithm
 * @param lossScale 1, or 0 where matter takes no energy
 * @param scatteringConstant 13.6 MeV
 * @param scatteringLogarithm 0.038
 */
public record CmsMaterialConstants(
        double mass,
        double recoilAtRest,
        double recoilPerEnergy,
        double maximumScale,
        double logarithmScale,
        double delta0,
        double betaWeight,
        double peak,
        double lossScale,
        double scatteringConstant,
        double scatteringLogarithm) {}
