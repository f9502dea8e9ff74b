package org.sagitta.validation.pipeline;

import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.generation.Resonance;
import org.sagitta.validation.study.PairSample;

/** Makes the samples of pseudo-experiments. Shared between threads; the same for whoever asks. */
interface PairSupplier {

    /**
     * What is wanted.
     *
     * @param sample a name: samples of different names have different random numbers
     * @param experiment number from 0, likewise
     * @param pairs accepted pairs
     */
    record PairRequest(String sample, Resonance resonance, int experiment, int pairs) {}

    /** Pairs whose curvatures are wrong by just as much as {@code truth} corrects. */
    PairSample pairs(PairRequest request, AemCorrection truth);
}
