package org.sagitta.data.io.ig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** A collection of an event display file: rows with named columns. */
final class IgTable {
    private static final int LONGEST_QUOTE = 40;

    private final String where;
    private final List<String> columns = new ArrayList<>();
    private final ArrayNode rows;

    IgTable(String where, ArrayNode types, ArrayNode rows) {
        this.where = where;
        this.rows = rows;
        for (JsonNode type : types) {
            columns.add(type.path(0).asText());
        }
    }

    int size() {
        return rows.size();
    }

    /** The place of a column, to be looked up once. */
    int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw BadInputException.data(
                    where + ": has no column " + name + "; its columns are " + String.join(", ", columns));
        }
        return index;
    }

    double number(int row, int column) {
        return finite(cell(row, column), row, column);
    }

    /** A positive number. */
    double positive(int row, int column) {
        double value = number(row, column);
        if (!(value > 0)) {
            throw wrong(row, column, cell(row, column), "a positive number");
        }
        return value;
    }

    int integer(int row, int column) {
        JsonNode cell = cell(row, column);
        if (!cell.canConvertToExactIntegral() || !cell.canConvertToInt()) {
            throw wrong(row, column, cell, "an integer of 32 bits");
        }
        return cell.intValue();
    }

    /** +1 or -1. */
    int charge(int row, int column) {
        int value = integer(row, column);
        if (Math.abs(value) != 1) {
            throw wrong(row, column, cell(row, column), "+1 or -1");
        }
        return value;
    }

    /** A point, from metres to millimetres. */
    Vec3 point(int row, int column) {
        JsonNode cell = cell(row, column);
        if (!cell.isArray() || cell.size() != 3) {
            throw wrong(row, column, cell, "three numbers");
        }
        return new Vec3(
                        finite(cell.get(0), row, column),
                        finite(cell.get(1), row, column),
                        finite(cell.get(2), row, column))
                .times(Units.M);
    }

    private double finite(JsonNode cell, int row, int column) {
        if (!cell.isNumber() || !Double.isFinite(cell.doubleValue())) {
            throw wrong(row, column, cell, "a finite number");
        }
        return cell.doubleValue();
    }

    private JsonNode cell(int row, int column) {
        JsonNode cells = rows.get(row);
        if (!cells.isArray() || cells.size() != columns.size()) {
            throw BadInputException.data(
                    where + " row " + row + ": has " + cells.size() + " cells, must be an array of " + columns.size());
        }
        return cells.get(column);
    }

    private BadInputException wrong(int row, int column, JsonNode cell, String allowed) {
        String text = cell.toString();
        String quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return BadInputException.data(
                where + " row " + row + " column " + columns.get(column) + ": is " + quote + ", must be " + allowed);
    }
}
