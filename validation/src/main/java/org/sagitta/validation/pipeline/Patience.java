package org.sagitta.validation.pipeline;

import org.sagitta.geometry.input.BadInputException;

/** How long a run waits for accepted pairs: it gives up when hardly any is accepted, since it would go on for ever. */
final class Patience {
    /** Events after which it can be said that hardly any pair is accepted; usual are 9 in 10. */
    private static final long EVENTS = 100_000;

    /** Smallest share of the events that must be accepted pairs. */
    private static final double LEAST_SHARE = 1e-4;

    private Patience() {}

    /**
     * Does nothing as long as there is hope.
     *
     * @param stage of the run
     * @param why what is known of the others, may be empty
     * @throws BadInputException if fewer than one of 10^4 events are accepted pairs
     */
    static void require(String stage, long accepted, long events, String why) {
        if (events >= EVENTS && accepted < LEAST_SHARE * events) {
            throw BadInputException.usage(stage + ": " + accepted + " of " + events
                    + " events are accepted pairs, needed is 1 in 10000" + (why.isEmpty() ? "" : "; " + why)
                    + "; see acceptance, hits and the two worlds of the scenario");
        }
    }
}
