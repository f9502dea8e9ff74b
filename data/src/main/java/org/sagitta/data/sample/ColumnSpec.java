package org.sagitta.data.sample;

/**
 * What a column is.
 *
 * @param unit as written to files: "GeV", "1/GeV", "cm", "rad"; "1" if it has none
 * @param counts name of the column of the same table that says how many values of this column each row has; empty if it
 *     is exactly one
 */
public record ColumnSpec(String name, ColumnType type, String unit, String description, String counts) {
    /** A column with one value per row. */
    public static ColumnSpec of(String name, ColumnType type, String unit, String description) {
        return new ColumnSpec(name, type, unit, description, "");
    }

    /** A column with as many values per row as the column {@code counts} says. */
    public static ColumnSpec jagged(String name, ColumnType type, String unit, String description, String counts) {
        return new ColumnSpec(name, type, unit, description, counts);
    }

    public boolean isJagged() {
        return !counts.isEmpty();
    }
}
