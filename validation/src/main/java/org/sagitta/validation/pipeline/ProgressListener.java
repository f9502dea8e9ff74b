package org.sagitta.validation.pipeline;

/** Is told how far a long run has come. Called from one thread at a time; must return quickly. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * A stage has moved on. Stages come one after the other; a new name starts a new stage.
     *
     * @param stage what is being done, a few words, as "simulate and fit Z"
     * @param done units finished, from 0 to {@code total}
     * @param total units of the whole stage, the same in all calls of one stage
     */
    void progress(String stage, long done, long total);

    /** A listener that does nothing. */
    static ProgressListener none() {
        return (stage, done, total) -> {};
    }
}
