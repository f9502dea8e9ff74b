package org.sagitta.data.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the columns of a table row by row. Mutable, for one thread, used once. */
final class TableBuilder {
    private final String name;
    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();

    TableBuilder(String name, List<ColumnSpec> specs) {
        this.name = name;
        for (ColumnSpec spec : specs) {
            columns.put(spec.name(), new ColumnBuilder(spec));
        }
    }

    void add(String column, double value) {
        column(column).add(value);
    }

    void addWhole(String column, long value) {
        column(column).addWhole(value);
    }

    /** Number of values of a column so far. */
    int length(String column) {
        return column(column).length();
    }

    /** A column, to be filled without looking it up for every value. */
    ColumnBuilder column(String column) {
        ColumnBuilder builder = columns.get(column);
        if (builder == null) {
            throw new IllegalArgumentException("no column " + column + " in table '" + name + "'");
        }
        return builder;
    }

    Table build(int rows) {
        List<Column> built = new ArrayList<>();
        columns.values().forEach(builder -> built.add(builder.build()));
        return new Table(name, rows, built);
    }
}
