package org.sagitta.data.io.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real tables, if the folder of shared material lies beside the clone. */
class OpenDataTest {
    private static final Path OPEN_DATA = Path.of("..", "..", "shared", "reference", "opendata");

    @TempDir
    Path folder;

    /** Rows, same-sign rows and mass range [GeV] as published with the tables. */
    @ParameterizedTest
    @CsvSource({
        "Jpsimumu.csv, 20000, 0, 2.000, 5.013",
        "Ymumu.csv, 20000, 0, 8.001, 12.000",
        "MuRun2010B_0.csv, 10000, 3742, 2.0, 110.0"
    })
    void readsAndWritesBack(String name, int rows, int sameSign, double low, double high) throws IOException {
        Path file = OPEN_DATA.resolve(name);
        assumeTrue(Files.exists(file), "no open-data tables beside this clone");
        MuonTable table = MuonTableCsv.read(file);
        assertEquals(rows, table.size());
        assertEquals(
                sameSign,
                table.rows().stream().filter(row -> !row.isOppositeSign()).count());
        double[] masses =
                table.rows().stream().mapToDouble(DimuonRow::mass).sorted().toArray();
        // The published range is rounded to 1e-3 GeV.
        assertTrue(masses[0] > low - 6e-4 && masses[rows - 1] < high + 6e-4, masses[0] + " .. " + masses[rows - 1]);
        Path out = folder.resolve(name);
        MuonTableCsv.write(out, table);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out));
    }
}
