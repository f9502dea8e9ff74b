package org.sagitta.calibration;

import java.util.List;

/**
 * Where a correction comes from: written beside its numbers, for people; a reader of corrections does not use it.
 *
 * @param program name and version of the program
 * @param inputs the files it was made from, in the order of their use
 */
public record Provenance(String program, List<Input> inputs) {
    /**
     * One input file.
     *
     * @param role what it was used for, as "calibration"
     * @param file name without folders
     * @param sha256 hash of its bytes, lower-case hexadecimal
     */
    public record Input(String role, String file, String sha256) {}

    public Provenance {
        inputs = List.copyOf(inputs);
    }
}
