package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.sagitta.geometry.input.BadInputException;

/**
 * A table of points in cylindrical coordinates, with whatever else its lines hold.
 *
 * @param header carried columns, then those of the field
 * @param points the lines, in order
 */
record FieldCommandPoints(List<String> header, List<Point> points) {
    private static final List<String> COORDINATES = List.of("r_m", "phi_rad", "z_m");
    private static final List<String> FIELD = List.of("Br_T", "Bphi_T", "Bz_T");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    /**
     * One line: where it stands in the file, its point [m, rad, m], and the text of the carried columns.
     */
    record Point(long line, double r, double phi, double z, List<String> carried) {
        Point {
            carried = List.copyOf(carried);
        }
    }

    FieldCommandPoints {
        header = List.copyOf(header);
        points = List.copyOf(points);
    }

    /**
     * Reads the table.
     *
     * @throws BadInputException (data) if it cannot be read, a coordinate is missing or no finite number, or r < 0
     */
    static FieldCommandPoints read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            List<String> names = parser.getHeaderNames();
            for (String coordinate : COORDINATES) {
                if (!names.contains(coordinate)) {
                    throw bad(
                            file, 1, "column " + coordinate + " is missing; the header is " + String.join(",", names));
                }
            }
            List<String> carried =
                    names.stream().filter(name -> !FIELD.contains(name)).toList();
            List<Point> points = new ArrayList<>();
            for (CSVRecord row : parser) {
                points.add(point(file, parser.getCurrentLineNumber(), row, names.size(), carried));
            }
            List<String> header = new ArrayList<>(carried);
            header.addAll(FIELD);
            return new FieldCommandPoints(header, points);
        } catch (NoSuchFileException e) {
            throw BadInputException.data(file + ": no such file");
        } catch (IOException | UncheckedIOException e) {
            throw BadInputException.data(file + ": cannot be read: " + firstLine(e));
        } catch (IllegalArgumentException e) {
            // How the parser refuses a header with a repeated or empty name.
            throw bad(file, 1, firstLine(e));
        }
    }

    private static Point point(Path file, long line, CSVRecord row, int columns, List<String> carried) {
        if (row.size() != columns) {
            throw bad(file, line, "has " + row.size() + " values, the header has " + columns);
        }
        double r = number(file, line, row, COORDINATES.get(0));
        if (r < 0) {
            throw bad(file, line, "r_m is " + r + ", must not be negative");
        }
        double phi = number(file, line, row, COORDINATES.get(1));
        double z = number(file, line, row, COORDINATES.get(2));
        return new Point(line, r, phi, z, carried.stream().map(row::get).toList());
    }

    private static double number(Path file, long line, CSVRecord row, String column) {
        String text = row.get(column);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw bad(file, line, column + " is '" + text + "', must be a number");
        }
        if (!Double.isFinite(value)) {
            throw bad(file, line, column + " is " + text + ", must be finite");
        }
        return value;
    }

    private static BadInputException bad(Path file, long line, String what) {
        return BadInputException.data(file + ": line " + line + ": " + what);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
