package org.sagitta.validation.study;

/**
 * One part of the error of a calibration, or the whole of a kind. All figures are relative scales.
 *
 * @param name of the part
 * @param kind whether it is a standard deviation or what a change of an assumption does
 * @param upsilon mass scale of all Upsilon
 * @param z mass scale of all Z
 * @param zError statistical error of {@code z} where it is a shift; 0 for a standard deviation
 * @param even largest charge-even scale of legs at 45 GeV in a bin of eta
 * @param odd largest charge-odd scale likewise
 */
public record UncertaintyPart(
        String name, Kind kind, double upsilon, double z, double zError, double even, double odd) {

    /** What the figures are. */
    public enum Kind {
        /** Standard deviations. */
        STATISTICAL,
        /** Shifts; those of legs without their sign. */
        SYSTEMATIC
    }

    UncertaintyPart withZError(double error) {
        return new UncertaintyPart(name, kind, upsilon, z, error, even, odd);
    }
}
