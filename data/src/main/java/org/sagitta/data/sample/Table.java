package org.sagitta.data.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns that belong together, in a fixed order. Each has one value per row, or as many as a column of counts says.
 * Immutable.
 */
public final class Table {
    private final String name;
    private final int rows;
    private final Map<String, Column> columns;

    /**
     * @param name empty for the table at the root of a file
     * @param rows number of rows
     * @throws IllegalArgumentException if a name occurs twice, or a column does not have as many values as it should
     */
    public Table(String name, int rows, List<Column> columns) {
        this.name = name;
        this.rows = rows;
        Map<String, Column> byName = new LinkedHashMap<>();
        for (Column column : columns) {
            if (byName.putIfAbsent(column.name(), column) != null) {
                throw new IllegalArgumentException("column " + column.name() + " twice in table '" + name + "'");
            }
        }
        this.columns = Collections.unmodifiableMap(byName);
        for (Column column : columns) {
            long expected = expectedLength(column);
            if (column.length() != expected) {
                throw new IllegalArgumentException("column " + column.name() + " of table '" + name + "' has "
                        + column.length() + " values, expected " + expected);
            }
        }
    }

    private long expectedLength(Column column) {
        if (!column.spec().isJagged()) {
            return rows;
        }
        Column counts = column(column.spec().counts());
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.whole(i);
        }
        return sum;
    }

    public String name() {
        return name;
    }

    public int rows() {
        return rows;
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public boolean has(String columnName) {
        return columns.containsKey(columnName);
    }

    /**
     * A column by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String columnName) {
        Column column = columns.get(columnName);
        if (column == null) {
            throw new IllegalArgumentException("no column " + columnName + " in table '" + name + "'");
        }
        return column;
    }
}
