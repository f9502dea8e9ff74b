package org.sagitta.validation.study;

import org.sagitta.data.io.csv.MuonTable;

/**
 * A table of real muons and what to call it in messages and plots.
 *
 * @param name the file as the user gave it
 * @param label where the data come from, for instance "CMS Open Data record 5203"
 * @param table the muons
 */
public record RealDataCalibrationInput(String name, String label, MuonTable table) {}
