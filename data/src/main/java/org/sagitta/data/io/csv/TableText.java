package org.sagitta.data.io.csv;

import java.util.List;

/**
 * What a table looked like as text.
 *
 * @param cells all cells of all rows, unchanged
 * @param original the muons as read, row by row
 */
record TableText(
        List<String> header,
        TableColumns columns,
        List<List<String>> cells,
        List<DimuonRow> original,
        String lineEnd) {}
