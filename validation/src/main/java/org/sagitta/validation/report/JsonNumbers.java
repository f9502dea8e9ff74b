package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Numbers in JSON, which knows neither NaN nor infinity. */
final class JsonNumbers {
    private JsonNumbers() {}

    /** Writes a number, null where there is none. */
    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
