package org.sagitta.calibration.model;

/**
 * One parameter of the model.
 *
 * @param name "A1", "e01", "M0_1", ...; bins are counted from 1 at the lowest eta
 * @param kind A, E or M
 */
public record AemParameter(String name, Kind kind) {

    /** What a parameter describes, and its unit. */
    public enum Kind {
        /** Relative field scale. */
        A("1"),
        /** Energy loss. */
        E("GeV"),
        /** Misalignment. */
        M("1/GeV");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** "1", "GeV" or "1/GeV". */
        public String unit() {
            return unit;
        }
    }

    /** Unit of the value. */
    public String unit() {
        return kind.unit();
    }
}
