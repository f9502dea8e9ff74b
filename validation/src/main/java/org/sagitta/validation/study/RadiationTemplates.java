package org.sagitta.validation.study;

import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.target.RadiationTemplate;

/** Templates of radiation from the truth of simulated pairs: the place where truth enters a target, and the only one. */
final class RadiationTemplates {
    private RadiationTemplates() {}

    /**
     * The template of the accepted pairs of a sample.
     *
     * @param poleMass of the resonance [GeV]
     * @param strips in |y|
     */
    static RadiationTemplate of(PairStore pairs, double poleMass, EtaBinning strips) {
        RadiationTemplate.Builder builder = RadiationTemplate.builder(poleMass, strips, 1000);
        pairs.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                builder.add(block.measured().get(i).rapidity(), block.truth(i).mass());
            }
        });
        return builder.build();
    }
}
