package org.sagitta.fieldmap.grid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.units.Units;

/** The lines of a field map file on their way to a grid: finds the axes and puts every line on its node. */
final class GridRows {
    /** Positions closer than this are one node [m or rad]: decimal rounding of the file. */
    private static final double SAME = 1e-9;
    /** Allowed departure of a node from the regular spacing, relative to it: decimal rounding again. */
    private static final double REGULAR = 1e-6;

    /** More nodes than this are taken for scattered points, not for a map [nodes]. */
    private static final double MOST_NODES = 1e8;

    private final Path file;
    private final List<Row> rows = new ArrayList<>();

    /** One line: position [m, rad, m] and field [T]. */
    private record Row(long line, double r, double phi, double z, CylindricalField field) {
        String point() {
            return "r_m = " + r + ", phi_rad = " + phi + ", z_m = " + z;
        }
    }

    /** One of the three coordinates: the name of its column and its value in a line. */
    private record Coordinate(String column, ToDoubleFunction<Row> value) {}

    /** Equally spaced values in the units of the file. */
    private record Spacing(double first, double step, int size) {
        double node(int i) {
            return first + i * step;
        }
    }

    GridRows(Path file) {
        this.file = file;
    }

    /** Number of the last line taken. */
    long lastLine() {
        return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line();
    }

    /** Takes one line, given as its cells. */
    void add(long line, String[] cells) {
        int columns = FieldGridFile.HEADER.size();
        if (cells.length != columns) {
            throw bad("line " + line + ": has " + cells.length + " values, must have " + columns);
        }
        double[] v = new double[columns];
        for (int i = 0; i < columns; i++) {
            v[i] = number(line, FieldGridFile.HEADER.get(i), cells[i]);
        }
        rows.add(new Row(line, v[0], v[1], v[2], new CylindricalField(v[3], v[4], v[5])));
    }

    private double number(long line, String column, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw bad("line " + line + ": " + column + " is '" + text + "', must be a number");
        }
        if (!Double.isFinite(value)) {
            throw bad("line " + line + ": " + column + " is " + text + ", must be finite");
        }
        return value;
    }

    /** The regular axes on which all lines lie. */
    GridAxes axes() {
        if (rows.isEmpty()) {
            throw bad("holds no field values after the header");
        }
        Spacing r = spacing(new Coordinate("r_m", Row::r));
        Spacing phi = spacing(new Coordinate("phi_rad", Row::phi));
        Spacing z = spacing(new Coordinate("z_m", Row::z));
        if (Math.abs(r.first()) > SAME) {
            throw bad("axis r_m starts at " + r.first() + ", must start at 0");
        }
        if (r.size() < 2 || z.size() < 2) {
            throw bad("axes r_m and z_m have " + r.size() + " and " + z.size() + " values, must have 2 or more");
        }
        checkTurn(phi);
        if ((double) r.size() * phi.size() * z.size() > MOST_NODES) {
            throw bad("axes r_m, phi_rad, z_m have " + r.size() + ", " + phi.size() + " and " + z.size()
                    + " values but there are " + rows.size() + " lines; every combination must have one");
        }
        return new GridAxes(
                new GridAxis(0, r.step() * Units.M, r.size()),
                phi.first(),
                phi.size(),
                new GridAxis(z.first() * Units.M, z.step() * Units.M, z.size()));
    }

    private void checkTurn(Spacing phi) {
        if (phi.size() == 1) {
            return;
        }
        double turn = phi.size() * phi.step();
        if (Math.abs(turn - 2 * Math.PI) > REGULAR * phi.step()) {
            throw bad("axis phi_rad goes from " + phi.first() + " to " + phi.node(phi.size() - 1) + " in steps of "
                    + phi.step() + ", must go once around without repeating the first direction");
        }
        if (phi.size() % 2 != 0) {
            throw bad("axis phi_rad has " + phi.size() + " values, must have 1 or an even number");
        }
    }

    private Spacing spacing(Coordinate coordinate) {
        double[] values = distinct(coordinate);
        if (values.length == 1) {
            return new Spacing(values[0], 1, 1);
        }
        double[] gaps = new double[values.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = values[i + 1] - values[i];
        }
        double[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        for (int i = 0; i < gaps.length; i++) {
            if (Math.abs(gaps[i] - usual) > REGULAR * usual + SAME) {
                Row row = firstWith(coordinate, values[i + 1]);
                throw bad("line " + row.line() + ": axis " + coordinate.column + " is not regular: it goes from "
                        + values[i] + " to " + values[i + 1] + " where the step is " + usual + ", at " + row.point());
            }
        }
        return new Spacing(values[0], (values[values.length - 1] - values[0]) / gaps.length, values.length);
    }

    /** Rising values, each the smallest of those that are the same but for rounding. */
    private double[] distinct(Coordinate coordinate) {
        double[] all = rows.stream().mapToDouble(coordinate.value).sorted().toArray();
        int count = 0;
        for (double value : all) {
            if (count == 0 || value - all[count - 1] > SAME) {
                all[count++] = value;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private Row firstWith(Coordinate coordinate, double value) {
        return rows.stream()
                .filter(row -> Math.abs(coordinate.value.applyAsDouble(row) - value) <= SAME)
                .findFirst()
                .orElseThrow();
    }

    /** The fields on the nodes of {@code axes}, ordered as {@link GridAxes#index}; every node exactly once. */
    List<CylindricalField> nodes(GridAxes axes) {
        Row[] taken = new Row[axes.size()];
        for (Row row : rows) {
            int i = (int) Math.round(row.r() * Units.M / axes.r().step());
            int j = axes.phiSize() == 1 ? 0 : (int) Math.round((row.phi() - axes.phiFirst()) / axes.phiStep());
            int k = (int)
                    Math.round((row.z() * Units.M - axes.z().first()) / axes.z().step());
            int index = axes.index(i, j, k);
            Row earlier = taken[index];
            if (earlier != null) {
                throw bad("line " + row.line() + ": the point " + row.point() + " is there twice, first in line "
                        + earlier.line());
            }
            taken[index] = row;
        }
        List<CylindricalField> nodes = new ArrayList<>(taken.length);
        for (int index = 0; index < taken.length; index++) {
            if (taken[index] == null) {
                throw hole(axes, index);
            }
            nodes.add(taken[index].field());
        }
        return nodes;
    }

    private BadInputException hole(GridAxes axes, int index) {
        int k = index % axes.z().size();
        int ring = index / axes.z().size();
        return bad("up to the last line " + lastLine() + " there is no line for the point r_m = "
                + (float) (axes.r().node(ring / axes.phiSize()) / Units.M)
                + ", phi_rad = " + (float) axes.phi(ring % axes.phiSize())
                + ", z_m = " + (float) (axes.z().node(k) / Units.M) + " (" + (axes.size() - rows.size())
                + " of " + axes.size() + " missing)");
    }

    private BadInputException bad(String what) {
        return BadInputException.data(file + ": " + what);
    }
}
