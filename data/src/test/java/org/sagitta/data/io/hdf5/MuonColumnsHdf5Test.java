package org.sagitta.data.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.geometry.input.BadInputException;

/** Files as other programs write them: no attributes, any number type, other columns beside. */
class MuonColumnsHdf5Test {
    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Object> columns = new LinkedHashMap<>();

    @BeforeEach
    void goodColumns() {
        columns.put("nMuon", new int[] {2, 0, 3});
        columns.put("Muon_pt", new float[] {5f, 6f, 7f, 8f, 9f});
        columns.put("Muon_eta", new double[] {-1.5, 0.25, 0, 1, 2});
        columns.put("Muon_phi", new float[] {0, 1, 2, 3, -3});
        columns.put("Muon_charge", new byte[] {1, -1, 1, 1, -1});
        columns.put("MET_pt", new float[] {40, 50, 60});
    }

    private Path file() {
        Path file = folder.resolve("nano.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            columns.forEach(hdf::putDataset);
        }
        return file;
    }

    @Test
    void readsAnyNumberType() {
        MuonColumns muons = MuonColumnsHdf5.read(file());
        assertEquals(3, muons.events());
        assertEquals(2, muons.muons(0));
        assertEquals(0, muons.muons(1));
        assertEquals(3, muons.muons(2));
        assertEquals(2, muons.firstMuon(2));
        assertEquals(6, muons.pt(1), 0);
        assertEquals(-1.5, muons.eta(0), 0);
        assertEquals(-3, muons.phi(4), 0);
        assertEquals(-1, muons.charge(4));
        columns.put("Muon_charge", new long[] {1, -1, 1, 1, -1});
        columns.put("nMuon", new double[] {2, 0, 3});
        assertEquals(1, MuonColumnsHdf5.read(file()).charge(3));
    }

    @Test
    void wrongColumnsAreNamed() {
        columns.remove("Muon_eta");
        assertFails("column 'Muon_eta' is missing; needed are nMuon, Muon_pt");
        columns.put("Muon_eta", new double[] {0, 0, 0, 0});
        assertFails("column 'Muon_eta' has 4 values, the sum of nMuon is 5");
        columns.put("Muon_eta", new double[][] {{0, 0, 0, 0, 0}});
        assertFails("column 'Muon_eta' has 2 dimensions, it must have one");
        columns.put("Muon_eta", new String[] {"a", "b", "c", "d", "e"});
        assertFails("column 'Muon_eta' does not hold numbers");
    }

    @Test
    void wrongValuesAreNamed() {
        assertFailsWith("Muon_pt", new double[] {5, 6, 0, 8, 9}, "column 'Muon_pt', entry 2: 0.0, it must be finite");
        assertFailsWith("Muon_pt", new double[] {5, 6, Double.NaN, 8, 9}, "column 'Muon_pt', entry 2: NaN");
        assertFailsWith("Muon_eta", new double[] {5, -99, 0, 8, 9}, "column 'Muon_eta', entry 1: -99.0, it must be");
        assertFailsWith("Muon_phi", new double[] {Double.POSITIVE_INFINITY, 0, 0, 0, 0}, "column 'Muon_phi', entry 0");
        assertFailsWith("Muon_charge", new int[] {1, -1, -99, 1, 1}, "column 'Muon_charge', entry 2: -99.0, it must");
        assertFailsWith("nMuon", new int[] {2, -1, 4}, "column 'nMuon', entry 1: -1.0, it must be a whole number");
        assertFailsWith("nMuon", new double[] {2, 0.5, 3}, "column 'nMuon', entry 1: 0.5, it must be a whole number");
    }

    @Test
    void damagedFilesAreOneLine() throws IOException {
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] bad : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(bytes, bytes.length / 2)}) {
            Files.write(file, bad);
            assertMessage("not an HDF5 file, or a damaged or truncated one", file);
        }
        assertMessage("no such file", folder.resolve("none.h5"));
        assertMessage("it is not a regular file", folder);
    }

    private void assertFailsWith(String column, Object values, String message) {
        Object good = columns.put(column, values);
        assertFails(message);
        if (good != null) {
            columns.put(column, good);
        }
    }

    private void assertFails(String message) {
        assertMessage(message, file());
    }

    private static void assertMessage(String message, Path file) {
        BadInputException e = assertThrows(BadInputException.class, () -> MuonColumnsHdf5.read(file));
        String text = String.valueOf(e.getMessage());
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains(message) && text.contains(file.toString()), text);
    }
}
