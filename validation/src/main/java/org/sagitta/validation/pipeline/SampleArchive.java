package org.sagitta.validation.pipeline;

import java.util.function.Consumer;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;

/** Where samples are kept for good, if anywhere. */
interface SampleArchive {
    /** Keeps nothing. */
    SampleArchive NONE = new SampleArchive() {
        @Override
        public PairSink sink(Scenario world, Resonance resonance, Consumer<Runnable> later) {
            return PairSink.NONE;
        }

        @Override
        public void finish() {}
    };

    /**
     * Takes the pairs of one sample.
     *
     * @param world the scenario or its ideal partner
     * @param later has a task done by some thread at some time
     */
    PairSink sink(Scenario world, Resonance resonance, Consumer<Runnable> later);

    /** Returns when everything taken so far is kept. */
    void finish();
}
