package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnSpec;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.RealDataCalibrationInput;
import org.sagitta.validation.study.RealDataCounts;
import org.sagitta.validation.study.RealDataPair;
import org.sagitta.validation.study.ToyMuonTables;

/** The same muons in all kinds of files. */
class RealDataFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private RealDataCalibrationInput plain() throws IOException {
        return RealDataFiles.read(new ToyMuonTables(40, 0).jpsi(folder.resolve("plain.csv"), 20), "toy");
    }

    /** The header of the 2010 tables, rows of equal charge, rows with a pt from another fit, Windows line ends. */
    @Test
    void variantsOfTablesHoldTheSamePairs() throws IOException {
        RealDataCalibrationInput plain = plain();
        assertEquals(new RealDataCounts(20, 0, 0, 0), plain.counts());
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("plain.csv")));
        lines.set(0, lines.get(0).replace("px1", "px1 ").replace("type", "Type") + ",M");
        for (int i = 1; i < lines.size(); i++) {
            lines.set(i, lines.get(i) + ",3.1");
        }
        lines.add(5, lines.get(5).replaceFirst(",-1,3\\.1$", ",1,3.1"));
        String[] cells = lines.get(9).split(",", -1);
        cells[7] = String.valueOf(1.002 * Double.parseDouble(cells[7]));
        lines.set(9, String.join(",", cells));
        Path variant = folder.resolve("variant.csv");
        Files.writeString(variant, String.join("\r\n", lines) + "\r\n");
        RealDataCalibrationInput read = RealDataFiles.read(variant, "toy");
        assertEquals(new RealDataCounts(21, 1, 0, 1), read.counts());
        assertEquals(20, read.counts().pairs());
        assertEquals("line 2", read.pairs().get(0).place());
        assertSamePairs(plain.pairs(), read.pairs(), 0);
    }

    /** Events of no muon, of one, of two of equal charge, and of three are around the pairs. */
    @Test
    void eventsHoldTheSamePairs() throws IOException {
        RealDataCalibrationInput plain = plain();
        Columns columns = new Columns();
        columns.event();
        for (RealDataPair pair : plain.pairs()) {
            columns.event(pair.first(), pair.second());
        }
        RealDataPair one = plain.pairs().get(0);
        columns.event(one.first());
        columns.event(one.first(), one.first());
        columns.event(one.first(), one.first(), one.second());
        Path file = folder.resolve("events.hdf5");
        columns.write(file);
        RealDataCalibrationInput read = RealDataFiles.read(file, "toy");
        assertEquals(new RealDataCounts(24, 1, 2, 0), read.counts());
        assertEquals(21, read.pairs().size());
        assertEquals("event 1", read.pairs().get(0).place());
        // 1/(1/k) is off by a rounding
        assertSamePairs(plain.pairs(), read.pairs().subList(0, 20), 1e-15);
        assertEquals(Charge.NEGATIVE, read.pairs().get(20).second().charge());
    }

    @Test
    void damagedFilesAreOneLine() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.H5"), "no HDF5");
        BadInputException e = assertThrows(BadInputException.class, () -> RealDataFiles.read(bad, "x"));
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertTrue(String.valueOf(e.getMessage()).contains("bad.H5: not an HDF5 file"), e.getMessage());
    }

    private static void assertSamePairs(List<RealDataPair> expected, List<RealDataPair> actual, double rounding) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            RealDataPair a = expected.get(i);
            RealDataPair b = actual.get(i);
            assertEquals(a.first().k(), b.first().k(), rounding);
            assertEquals(a.second().eta(), b.second().eta(), 0);
            assertEquals(a.second().phi(), b.second().phi(), 0);
            assertEquals(a.first().charge(), b.first().charge());
        }
    }

    /** A file of events as other programs have them. */
    private static final class Columns {
        private final List<Integer> counts = new ArrayList<>();
        private final List<Muon> muons = new ArrayList<>();

        void event(Muon... of) {
            counts.add(of.length);
            muons.addAll(List.of(of));
        }

        void write(Path file) {
            List<Column> columns = List.of(
                    Column.of(
                            ColumnSpec.of("nMuon", ColumnType.INT32, "1", "muons"),
                            counts.stream().mapToInt(n -> n).toArray()),
                    muon("Muon_pt", muons.stream().mapToDouble(m -> m.pt()).toArray()),
                    muon("Muon_eta", muons.stream().mapToDouble(m -> m.eta()).toArray()),
                    muon("Muon_phi", muons.stream().mapToDouble(m -> m.phi()).toArray()),
                    Column.of(
                            ColumnSpec.jagged("Muon_charge", ColumnType.INT32, "1", "", "nMuon"),
                            muons.stream().mapToInt(m -> m.charge().sign()).toArray()));
            Provenance provenance = new Provenance("1", "", "toy", "toy", "", 1);
            SampleHdf5.write(file, new Sample(provenance, List.of(new Table("", counts.size(), columns))));
        }

        private static Column muon(String name, double[] values) {
            return Column.of(ColumnSpec.jagged(name, ColumnType.FLOAT64, "1", "", "nMuon"), values);
        }
    }
}
