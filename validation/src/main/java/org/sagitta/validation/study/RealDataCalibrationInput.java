package org.sagitta.validation.study;

import java.util.List;

/**
 * A file of real muons and what to call it in messages and plots.
 *
 * @param name the file as the user gave it
 * @param label where the data come from, for instance "CMS Open Data record 5203"
 * @param pairs the muons, pairs of opposite charge
 * @param counts what became of the rows of the file
 */
public record RealDataCalibrationInput(String name, String label, List<RealDataPair> pairs, RealDataCounts counts) {
    /** Copies the list. */
    public RealDataCalibrationInput {
        pairs = List.copyOf(pairs);
    }
}
