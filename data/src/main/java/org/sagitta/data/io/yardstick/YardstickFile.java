package org.sagitta.data.io.yardstick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * Reads a yardstick file: a first line with the number of tracks and of planes, then a line per track with charge, phi, eta,
 * pT, z0, an unused number, and for each plane measured y, z and true y, z; GeV and mm.
 */
public final class YardstickFile {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int HEAD = 6;
    private static final int PER_PLANE = 4;

    private YardstickFile() {}

    /**
     * All tracks of a file.
     *
     * @param planes number of planes that the file must have
     * @throws BadInputException (data) if it cannot be read, is cut off, or holds something that is no finite number
     */
    public static List<YardstickTrack> read(Path file, int planes) {
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw bad(file, 1, "is empty, must hold the numbers of tracks and planes");
        }
        double[] counts = numbers(file, 1, lines.get(0), 2);
        if (counts[1] != planes) {
            throw bad(file, 1, "says " + counts[1] + " planes, must be " + planes);
        }
        if (!(counts[0] >= 1) || counts[0] != Math.rint(counts[0])) {
            throw bad(file, 1, "says " + counts[0] + " tracks, must be a positive integer");
        }
        if (lines.size() - 1 != counts[0]) {
            throw bad(
                    file, lines.size(), "is the last one, but line 1 says " + (long) counts[0] + " tracks, one a line");
        }
        List<YardstickTrack> tracks = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            tracks.add(track(file, i + 1, lines.get(i), planes));
        }
        return tracks;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw BadInputException.data(file + ": cannot be read: " + IoReason.of(e));
        }
    }

    private static YardstickTrack track(Path file, int line, String text, int planes) {
        double[] v = numbers(file, line, text, HEAD + PER_PLANE * planes);
        if (Math.abs(v[0]) != 1) {
            throw bad(file, line, "charge is " + v[0] + ", must be 1 or -1");
        }
        if (!(v[3] > 0)) {
            throw bad(file, line, "pT is " + v[3] + " GeV, must be positive");
        }
        List<YardstickTrack.Point> points = new ArrayList<>();
        for (int at = HEAD; at < v.length; at += PER_PLANE) {
            points.add(new YardstickTrack.Point(v[at], v[at + 1]));
        }
        return new YardstickTrack((int) v[0], v[1], v[2], v[3], v[4], points);
    }

    private static double[] numbers(Path file, int line, String text, int count) {
        String[] cells = BLANKS.split(text.strip(), -1);
        if (cells.length != count) {
            throw bad(file, line, "has " + cells.length + " values, must have " + count);
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(file, line, i + 1, cells[i]);
        }
        return numbers;
    }

    private static double number(Path file, int line, int column, String cell) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw bad(file, line, "value " + column + " is '" + cell + "', must be a number");
        }
        if (!Double.isFinite(value)) {
            throw bad(file, line, "value " + column + " is " + cell + ", must be finite");
        }
        return value;
    }

    private static BadInputException bad(Path file, int line, String what) {
        return BadInputException.data(file + ": line " + line + ": " + what);
    }
}
