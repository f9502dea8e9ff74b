package org.sagitta.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnBuilder;
import org.sagitta.data.sample.ColumnSpec;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;
import org.sagitta.geometry.input.BadInputException;

class SampleHdf5Test {
    private static final Provenance PROVENANCE = new Provenance(
            "1.2", "", "JPSI", "ideal", "name: ideal\n# naïve µm\n", -5, Map.of("inputs", "a, sha256 b"));

    @TempDir
    Path folder;

    @Test
    void everyTypeComesBack() {
        Sample sample = sample();
        Path file = folder.resolve("a.h5");
        SampleHdf5.write(file, sample);
        Sample again = SampleHdf5.read(file);
        assertEquals(PROVENANCE, again.provenance());
        assertEquals(2, again.tables().size());
        for (Table table : sample.tables()) {
            Table read = again.table(table.name());
            assertEquals(table.rows(), read.rows());
            assertEquals(
                    table.columns().stream().map(Column::spec).toList(),
                    read.columns().stream().map(Column::spec).toList());
            for (Column column : table.columns()) {
                assertSame(column, read.column(column.name()));
            }
        }
    }

    private static void assertSame(Column expected, Column actual) {
        assertEquals(expected.length(), actual.length());
        Object a = expected.toArray();
        Object b = actual.toArray();
        for (int i = 0; i < expected.length(); i++) {
            assertEquals(Array.get(a, i), Array.get(b, i), expected.name());
        }
    }

    /** A table of every type with the ends of its range, and a long one of several chunks that are not all full. */
    private static Sample sample() {
        double[] extremes = {Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN};
        List<Column> every = List.of(
                column("f64", ColumnType.FLOAT64, extremes),
                column("f32", ColumnType.FLOAT32, new float[] {0.1f, -Float.MAX_VALUE, Float.POSITIVE_INFINITY}),
                column("i16", ColumnType.INT16, new short[] {-1, Short.MIN_VALUE, Short.MAX_VALUE}),
                column("i32", ColumnType.INT32, new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}),
                column("u16", ColumnType.UINT16, new short[] {-1, Short.MIN_VALUE, 7}),
                column("u32", ColumnType.UINT32, new int[] {-1, Integer.MIN_VALUE, 7}),
                column("i64", ColumnType.INT64, new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}),
                column("u64", ColumnType.UINT64, new long[] {-1, Long.MIN_VALUE, 7}),
                column("u8", ColumnType.UINT8, new byte[] {-1, 0, 127}),
                column("n", ColumnType.INT32, new int[] {2, 0, 1}),
                Column.of(
                        ColumnSpec.jagged("jagged", ColumnType.FLOAT32, "cm", "several per row", "n"),
                        new float[] {1, 2, 3}));
        double[] many =
                IntStream.range(0, 250_001).mapToDouble(i -> Math.sin(i)).toArray();
        return new Sample(
                PROVENANCE,
                List.of(
                        new Table("", 3, every),
                        new Table("long", many.length, List.of(column("x", ColumnType.FLOAT64, many)))));
    }

    private static Column column(String name, ColumnType type, Object values) {
        return Column.of(ColumnSpec.of(name, type, "GeV", "column " + name), values);
    }

    @Test
    void layoutIsThatOfOtherPeoplesReaders() {
        Path file = folder.resolve("a.h5");
        SampleHdf5.write(file, sample());
        try (HdfFile hdf = new HdfFile(file)) {
            Dataset x = hdf.getDatasetByPath("long/x");
            assertArrayEquals(new int[] {250_001}, x.getDimensions());
            assertEquals("GeV", x.getAttribute("units").getData());
            assertEquals("column x", x.getAttribute("description").getData());
            assertTrue(x.getStorageInBytes() < x.getSizeInBytes());
            assertEquals(2, x.getFilters().size());
            assertEquals(PROVENANCE.scenario(), hdf.getAttribute("scenario").getData());
            assertEquals(-5L, hdf.getAttribute("seed").getData());
            assertEquals(
                    "n", hdf.getDatasetByPath("jagged").getAttribute("counts").getData());
        }
    }

    @Test
    void emptyTablesSurvive() {
        Path file = folder.resolve("a.h5");
        Column empty = new ColumnBuilder(ColumnSpec.of("x", ColumnType.FLOAT64, "1", "")).build();
        SampleHdf5.write(file, new Sample(PROVENANCE, List.of(new Table("none", 0, List.of(empty)))));
        Table table = SampleHdf5.read(file).table("none");
        assertEquals(0, table.rows());
        assertEquals(List.of(), table.columns());
    }

    @Test
    void writingIsReproducible() throws IOException {
        SampleHdf5.write(folder.resolve("a.h5"), sample());
        SampleHdf5.write(folder.resolve("b.h5"), sample());
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.h5")), Files.readAllBytes(folder.resolve("b.h5")));
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        Path file = folder.resolve("a.h5");
        SampleHdf5.write(file, sample());
        byte[] bytes = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.h5");
        for (double share : new double[] {0, 0.0001, 0.001, 0.01, 0.3, 0.9, 0.999, 0.99995}) {
            Files.write(cut, Arrays.copyOf(bytes, (int) (share * bytes.length)));
            assertRefused(cut, "truncated");
        }
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        Path file = folder.resolve("a.h5");
        SampleHdf5.write(file, sample());
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, bytes.length / 2, bytes.length / 2 + 200, (byte) 0x55);
        Files.write(file, damaged);
        assertRefused(file, "damaged");
        Files.writeString(file, "Run,Event\n1,2\n");
        assertRefused(file, "not a sample file");
        assertRefused(folder, "not a regular file");
        assertRefused(folder.resolve("missing.h5"), "no such file");
    }

    @Test
    void foreignAndIncompleteFilesAreRefused() {
        Path file = folder.resolve("a.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("x", new double[] {1});
        }
        assertRefused(file, "attribute 'version' of / is missing");
        write(file, "x,y", 1, new double[] {1});
        assertRefused(file, "column 'y' of table '' is missing");
        write(file, "x", 2, new double[] {1});
        assertRefused(file, "column x of table '' has 1 values, expected 2");
        write(file, "x", 1, new String[] {"a"});
        assertRefused(file, "column 'x' has a type that samples do not have");
    }

    private static void write(Path file, String columns, long rows, Object values) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            for (String name : List.of("version", "revision", "sample", "scenario_name", "scenario", "tables")) {
                hdf.putAttribute(name, "");
            }
            hdf.putAttribute("seed", 1L);
            hdf.putAttribute("n_rows", rows);
            hdf.putAttribute("columns", columns);
            io.jhdf.api.WritableDataset x = hdf.putDataset("x", values);
            x.putAttribute("units", "1");
            x.putAttribute("description", "");
        }
    }

    @Test
    void tooLongProvenanceIsMisuse() {
        Provenance big = new Provenance("", "", "", "", "x".repeat(70_000), 1);
        Path file = folder.resolve("a.h5");
        assertThrows(IllegalArgumentException.class, () -> SampleHdf5.write(file, new Sample(big, List.of())));
        assertEquals(0, folder.toFile().list().length);
    }

    private static void assertRefused(Path file, String message) {
        BadInputException bad = assertThrows(BadInputException.class, () -> SampleHdf5.read(file));
        String given = String.valueOf(bad.getMessage());
        assertEquals(BadInputException.Kind.DATA, bad.kind());
        assertTrue(given.contains(message), given);
        assertTrue(given.contains(file.toString()), given);
        assertEquals(1, given.lines().count());
    }
}
