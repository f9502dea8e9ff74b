package org.sagitta.validation.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run of pseudo-data has made.
 *
 * @param firstEvent first generated event
 * @param events generated
 * @param pairs accepted and written
 * @param lost generated pairs that were not accepted, by reason
 * @param files their names
 */
public record PseudodataResult(long firstEvent, long events, long pairs, Map<String, Long> lost, List<String> files) {
    /** Copies. */
    public PseudodataResult {
        lost = Collections.unmodifiableMap(new TreeMap<>(lost));
        files = List.copyOf(files);
    }
}
