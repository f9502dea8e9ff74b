package org.sagitta.calibration.method;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Everything that a calibration method may see: pairs of one resonance or of several. Immutable. */
public final class MethodInput {
    private final Map<Channel, CalibrationPairs> pairs;

    private MethodInput(Map<Channel, CalibrationPairs> pairs) {
        this.pairs = Collections.unmodifiableMap(new EnumMap<>(pairs));
    }

    /**
     * An input of these resonances.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MethodInput of(Map<Channel, CalibrationPairs> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("method input: it must hold the pairs of at least one resonance");
        }
        return new MethodInput(pairs);
    }

    /** The resonances that are there. */
    public Set<Channel> channels() {
        return pairs.keySet();
    }

    /**
     * The pairs of a resonance.
     *
     * @throws IllegalArgumentException if they are not there
     */
    public CalibrationPairs pairs(Channel channel) {
        CalibrationPairs found = pairs.get(channel);
        if (found == null) {
            throw new IllegalArgumentException("method input: no pairs of the " + channel.symbol() + ", there are only "
                    + "those of " + pairs.keySet());
        }
        return found;
    }
}
