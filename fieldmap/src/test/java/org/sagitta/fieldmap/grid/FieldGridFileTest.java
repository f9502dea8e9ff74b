package org.sagitta.fieldmap.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

class FieldGridFileTest {
    private static final GridAxes AXES = GridAxes.cylinder(1100, 2800, 12, 4, 15);
    private static final MagneticField MAP = FieldModels.byName(FieldModels.FIELD_MAPPER);
    private static final FieldGrid GRID = FieldGrid.sample(MAP, AXES, Interpolation.CUBIC);
    private static final Vec3 POINT = new Vec3(321, -456, 789);
    /** T: the file has all digits, the axes come back with the rounding of metres. */
    private static final double ROUNDING = 1e-13;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"map.csv", "map.csv.gz"})
    void whatIsWrittenIsRead(String name) throws IOException {
        Path file = folder.resolve(name);
        FieldGridFile.write(GRID, file);
        FieldGrid read = FieldGridFile.read(file, Interpolation.CUBIC);
        assertEquals(AXES.size(), read.axes().size());
        assertEquals(GRID.node(3, 2, 1), read.node(3, 2, 1));
        assertEquals(0, read.at(POINT).minus(GRID.at(POINT)).norm(), ROUNDING);
        assertEquals(Interpolation.CUBIC, read.interpolation());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing else is left behind");
        }
        assertEquals(
                0,
                FieldSource.open("grid:" + file).at(POINT).minus(GRID.at(POINT)).norm(),
                ROUNDING);
    }

    @Test
    void linesMayComeInAnyOrder() throws IOException {
        Path file = folder.resolve("map.csv");
        FieldGridFile.write(GRID, file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(1));
        lines.add(1, "# a comment");
        Files.write(file, lines);
        FieldGrid read = FieldGridFile.read(file, Interpolation.LINEAR);
        assertEquals(GRID.node(5, 3, 14), read.node(5, 3, 14));
    }

    @Test
    void azimuthsMayStartAnywhere() throws IOException {
        GridAxes turned = new GridAxes(AXES.r(), -3, 8, AXES.z());
        Path file = folder.resolve("map.csv");
        FieldGridFile.write(FieldGrid.sample(MAP, turned, Interpolation.CUBIC), file);
        FieldGrid read = FieldGridFile.read(file, Interpolation.CUBIC);
        assertEquals(-3, read.axes().phiFirst(), 0);
        Vec3 node = new Vec3(500 * Math.cos(turned.phi(6)), 500 * Math.sin(turned.phi(6)), 400);
        assertEquals(0, read.at(node).minus(MAP.at(node)).norm(), ROUNDING);
    }

    @Test
    void aHoleIsNamed() throws IOException {
        assertRefused(lines -> remove(lines, 100), "no line for the point r_m = ", "1 of 720 missing");
    }

    @Test
    void aMissingPlaneIsNamed() throws IOException {
        assertRefused(
                lines -> lines.stream().filter(line -> !line.contains(",-1.2,")).toList(),
                "axis z_m is not regular: it goes from -1.6 to ");
    }

    @Test
    void aRepeatedPointIsNamedWithBothLines() throws IOException {
        assertRefused(
                lines -> {
                    List<String> more = new ArrayList<>(lines);
                    more.add(lines.get(7));
                    return more;
                },
                "line 722: the point r_m = 0.0, phi_rad = 0.0, z_m = -0.4",
                "is there twice, first in line 8");
    }

    @Test
    void aShiftedNodeIsNamed() throws IOException {
        assertRefused(
                lines -> replace(lines, 8, "0.0,0.0,-0.41,0,0,3.8"), "line 9: axis z_m is not regular", "z_m = -0.41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "abc", "''"})
    void valuesMustBeFiniteNumbers(String value) throws IOException {
        assertRefused(lines -> replace(lines, 3, "0.0,0.0,-2.0,0," + value + ",3.8"), "line 4: Bphi_T is ");
    }

    @Test
    void everyLineHasSixValues() throws IOException {
        assertRefused(lines -> replace(lines, 3, "0.0,0.0,-2.0,0"), "line 4: has 4 values, must have 6");
    }

    @Test
    void theHeaderIsFixed() throws IOException {
        assertRefused(lines -> replace(lines, 0, "r,phi,z,Br,Bphi,Bz"), "line 1: header is r,phi,z,Br,Bphi,Bz");
        assertRefused(lines -> replace(lines, 0, "r_m,r_m,z_m,Br_T,Bphi_T,Bz_T"), "line 1: ");
        assertRefused(lines -> List.of(), "line 1: header is ");
        assertRefused(lines -> lines.subList(0, 1), "no field values");
    }

    @Test
    void theGridIsACylinderAroundTheAxis() throws IOException {
        assertRefused(lines -> lines.stream().filter(l -> !l.startsWith("0.0,")).toList(), "must start at 0");
        assertRefused(
                lines -> {
                    List<String> three = new ArrayList<>(lines.subList(0, 1));
                    for (int i = 0; i < 6; i++) {
                        double phi = 2 * Math.PI * (i % 3) / 3;
                        three.add(i / 3 + "," + phi + ",0,0,0,3.8");
                        three.add(i / 3 + "," + phi + ",1,0,0,3.8");
                    }
                    return three;
                },
                "axis phi_rad has 3 values, must have 1 or an even number");
        assertRefused(
                lines -> lines.stream()
                        .filter(l -> l.startsWith("r_m") || l.startsWith("0.0,"))
                        .toList(),
                "axes r_m and z_m have 1 and 15 values");
        assertRefused(
                lines -> lines.stream()
                        .filter(l -> !l.contains(",4.71238898038469,"))
                        .toList(),
                "must go once around");
        assertRefused(
                lines -> lines.stream()
                        .filter(l -> l.startsWith("r_m") || l.contains(",-2.8,") || l.contains(",-2.4,"))
                        .toList(),
                "interpolation CUBIC needs");
    }

    @Test
    void scatteredPointsAreNoMap() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", FieldGridFile.HEADER));
        int count = 1000;
        for (int i = 0; i < count; i++) {
            lines.add(i * 1e-3 + "," + i * 2 * Math.PI / count + "," + i * 1e-3 + ",0,0,3.8");
        }
        assertRefused(ignored -> lines, "every combination must have one");
    }

    @Test
    void truncatedCompressionIsNamed() throws IOException {
        Path file = folder.resolve("map.csv.gz");
        FieldGridFile.write(GRID, file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertMessage(file, "cannot be read beyond line", "truncated or not gzip?");
        Files.write(file, Arrays.copyOf(bytes, 5));
        assertMessage(file, "cannot be read beyond line 1", "truncated or not gzip?");
        Files.writeString(file, "r_m,phi_rad,z_m,Br_T,Bphi_T,Bz_T\n");
        assertMessage(file, "truncated or not gzip?");
    }

    @Test
    void missingFilesAndNamesAreErrorsOfTheirKind() {
        assertMessage(folder.resolve("none.csv"), "no such file");
        assertMessage(folder, "cannot be read");
        BadInputException empty = assertThrows(BadInputException.class, () -> FieldSource.open("grid:"));
        assertEquals(BadInputException.Kind.USAGE, empty.kind());
        assertThrows(BadInputException.class, () -> FieldSource.open("gird:map.csv"));
        assertEquals(3.8, FieldSource.open("uniform_3.8").at(Vec3.ZERO).z(), 0);
        assertThrows(
                BadInputException.class,
                () -> FieldGridFile.write(GRID, folder.resolve("missing").resolve("map.csv")));
    }

    private void assertRefused(UnaryOperator<List<String>> damage, String... expected) throws IOException {
        Path file = folder.resolve("map.csv");
        FieldGridFile.write(GRID, file);
        Files.write(file, damage.apply(Files.readAllLines(file)));
        assertMessage(file, expected);
    }

    private static void assertMessage(Path file, String... expected) {
        BadInputException e =
                assertThrows(BadInputException.class, () -> FieldGridFile.read(file, Interpolation.CUBIC));
        String message = String.valueOf(e.getMessage());
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertTrue(message.startsWith(file + ": "), message);
        assertFalse(message.contains("\n"), message);
        for (String part : expected) {
            assertTrue(message.contains(part), message);
        }
    }

    private static List<String> remove(List<String> lines, int index) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(index);
        return fewer;
    }

    private static List<String> replace(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }
}
