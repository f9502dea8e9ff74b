package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.data.io.ig.IgEventName;

/**
 * Everything that a refit of recorded tracks has to say.
 *
 * @param label where the data come from, for tables and figures
 * @param events that were refitted
 * @param leftOut events that could not be
 * @param effects of other choices, one by one
 */
public record RefitResult(
        String label,
        RefitChoice choice,
        List<IgEventName> events,
        List<LeftOut> leftOut,
        RefitComparison comparison,
        List<RefitEffect> effects) {

    /** An event without hits, and what is in their place. */
    public record LeftOut(IgEventName event, String reason) {}

    public RefitResult {
        events = List.copyOf(events);
        leftOut = List.copyOf(leftOut);
        effects = List.copyOf(effects);
    }
}
