package org.sagitta.data.io.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class MuonTableCsvTest {
    /** Of the mass formula against plain E^2 - p^2, relative: a few roundings of 2e-16, amplified by (E/m)^2 < 100. */
    private static final double MASS_TOLERANCE = 1e-13;

    private static final String FIXED = """
            Run,Event,type1,E1,px1,py1,pz1,pt1,eta1,phi1,Q1,type2,E2,px2,py2,pz2,pt2,eta2,phi2,Q2
            1,10,G,3.7431,3.0000,1.0000,-2.0000,3.1623,-0.5969,0.3217,-1,T,5.4782,-1.0000,5.0000,2.0000,5.0990,0.3832,1.7682,1
            1,11,G,3.7431,3.0000,1.0000,-2.0000,3.2000,-0.5969,0.3217,-1,T,5.4782,-1.0000,5.0000,2.0000,5.0990,0.3832,1.7682,1
            """;

    private static final String SIGNIFICANT = """
            Run,Event,Type1,E1,px1 ,py1,pz1,pt1,eta1,phi1,Q1,Type2,E2,px2,py2,pz2,pt2,eta2,phi2,Q2,M
            7,3,G,3.74315,3,1,-2,3.16228,-0.596,0.32175,1,T,5.47825,-1,5,2,5.09902,0.383,1.76819,1,5.8
            7,4,G,37.4315,30.01,1e1,-20,31.6228,-0.596,0.32175,1,T,5.47825,-1,5,2,5.09902,0.383,1.76819,-1,10.125
            """;

    @TempDir
    Path folder;

    @Test
    void readsTheVariantsByName() throws IOException {
        for (String text : List.of(FIXED, SIGNIFICANT)) {
            MuonTable table = MuonTableCsv.read(file(text));
            assertEquals(2, table.size());
            TableMuon muon = table.rows().get(0).second();
            assertEquals(new Vec3(-1, 5, 2), muon.momentum());
            assertEquals(1, muon.charge());
            assertEquals(2, table.rows().get(0).line());
        }
        assertFalse(MuonTableCsv.read(file(SIGNIFICANT)).rows().get(0).isOppositeSign());
        assertTrue(MuonTableCsv.read(file(FIXED)).rows().get(0).isOppositeSign());
    }

    @Test
    void countsRowsWithTwoFits() throws IOException {
        // 3.2 against hypot(3, 1) in the second row; rounding to four decimals is 1e-5
        assertEquals(1, MuonTableCsv.read(file(FIXED)).rowsWithTwoFits(1e-3));
        assertEquals(0, MuonTableCsv.read(file(FIXED)).rowsWithTwoFits(0.02));
        assertEquals(2, MuonTableCsv.read(file(FIXED)).rowsWithTwoFits(1e-7));
        String polar = "pt1,eta1,phi1,q1,pt2,eta2,phi2,q2\n40.5,1.25,-3,1,30,-0.5,0.2,-1\n";
        assertEquals(0, MuonTableCsv.read(file(polar)).rowsWithTwoFits(1e-3));
    }

    @Test
    void readsPolarTables() throws IOException {
        MuonTable table = MuonTableCsv.read(
                file("\ufeffPT1,Eta1, phi1,q1,pt2,eta2,phi2,q2,dxy1\r\n40.5,1.25,-3,1,30,-0.5,0.2,-1,0.01\r\n"));
        TableMuon first = table.rows().get(0).first();
        assertEquals(40.5, first.pt(), 1e-14 * 40.5);
        assertEquals(1.25, first.eta(), 1e-14);
        assertEquals(-3, first.phi(), 1e-15);
        MuonTable scaled = table.map(row -> row.with(row.first().scaled(0.5), row.second()));
        Path out = folder.resolve("out.csv");
        MuonTableCsv.write(out, scaled);
        assertEquals(
                "PT1,Eta1, phi1,q1,pt2,eta2,phi2,q2,dxy1\r\n20.250000,1.25,-3,1,30,-0.5,0.2,-1,0.01\r\n",
                Files.readString(out));
    }

    @Test
    void unchangedTableIsWrittenBackToTheByte() throws IOException {
        for (String text : List.of(FIXED, SIGNIFICANT, FIXED.replace("\n", "\r\n"))) {
            Path in = file(text);
            Path out = folder.resolve("out.csv");
            MuonTableCsv.write(out, MuonTableCsv.read(in).map(row -> row.with(row.first(), row.second())));
            assertArrayEquals(Files.readAllBytes(in), Files.readAllBytes(out));
        }
    }

    @Test
    void changedMomentaReachAllTheirColumns() throws IOException {
        MuonTable table = MuonTableCsv.read(file(FIXED));
        Path out = folder.resolve("out.csv");
        MuonTableCsv.write(out, table.map(row -> row.with(row.first().scaled(1.001), row.second())));
        List<String> lines = Files.readAllLines(out);
        // E = sqrt(14 * 1.001^2 + m_mu^2); pt = 1.001 * 3.1623, in row two 1.001 times its own 3.2.
        assertEquals(
                "1,10,G,3.746889,3.003000,1.001000,-2.002000,3.165462,-0.5969,0.3217,-1,"
                        + "T,5.4782,-1.0000,5.0000,2.0000,5.0990,0.3832,1.7682,1",
                lines.get(1));
        assertTrue(lines.get(2).startsWith("1,11,G,3.746889,3.003000,1.001000,-2.002000,3.203200,-0.5969,0.3217"));
    }

    @Test
    void massColumnFollows() throws IOException {
        MuonTable table = MuonTableCsv.read(file(SIGNIFICANT));
        Path out = folder.resolve("out.csv");
        MuonTable scaled =
                table.map(row -> row.with(row.first().scaled(2), row.second().scaled(2)));
        MuonTableCsv.write(out, scaled);
        List<String> cells = List.of(Files.readAllLines(out).get(1).split(",", -1));
        DimuonRow row = table.rows().get(0);
        double expected =
                5.8 * row.with(row.first().scaled(2), row.second().scaled(2)).mass() / row.mass();
        // Five significant digits in the column, seven in the output.
        assertEquals(expected, Double.parseDouble(cells.get(cells.size() - 1)), 5e-7 * expected);
        assertEquals("6", cells.get(4));
        MuonTable again = MuonTableCsv.read(out);
        assertEquals(60.02, again.rows().get(1).first().px(), 1e-12);
    }

    @Test
    void newDirectionIsWritten() throws IOException {
        MuonTable table = MuonTableCsv.read(file(FIXED));
        Path out = folder.resolve("out.csv");
        MuonTableCsv.write(out, table.map(row -> row.with(new TableMuon(new Vec3(0, 2, 0), -1), row.second())));
        List<String> cells = List.of(Files.readAllLines(out).get(1).split(",", -1));
        assertEquals("0.000000", cells.get(8));
        assertEquals("1.570796", cells.get(9));
    }

    @Test
    void chargesStay() throws IOException {
        MuonTable table = MuonTableCsv.read(file(FIXED));
        assertThrows(IllegalArgumentException.class, () -> table.map(row -> row.with(row.second(), row.first())));
        assertThrows(IllegalArgumentException.class, () -> new TableMuon(Vec3.ZERO, 0));
    }

    @Test
    void massIsThatOfTheFourMomenta() throws IOException {
        for (DimuonRow row : MuonTableCsv.read(file(SIGNIFICANT)).rows()) {
            Vec3 p = row.first().momentum().plus(row.second().momentum());
            double e = row.first().energy() + row.second().energy();
            assertEquals(Math.sqrt(e * e - p.dot(p)), row.mass(), MASS_TOLERANCE * row.mass());
        }
        TableMuon muon = new TableMuon(new Vec3(100, 0, 1000), 1);
        assertEquals(2 * Units.MUON_MASS, new DimuonRow(2, muon, muon).mass(), MASS_TOLERANCE);
    }

    @Test
    void wrongCellsAreNamed() throws IOException {
        assertFails("line 2, column px1: 'abc' is not a number", FIXED.replaceFirst("3\\.0000", "abc"));
        assertFails("line 2, column px1: '' is not a number", FIXED.replaceFirst("3\\.0000", ""));
        assertFails("line 2, column px1: 'NaN' is not a number", FIXED.replaceFirst("3\\.0000", "NaN"));
        assertFails("line 2, column px1: '3d' is not a number", FIXED.replaceFirst("3\\.0000", "3d"));
        assertFails("line 2, column px1: '1e999' is not a finite number", FIXED.replaceFirst("3\\.0000", "1e999"));
        assertFails("line 2, column pt1: 'x' is not a number", FIXED.replaceFirst("3\\.1623", "x"));
        assertFails("line 3, column Q2: '0' is not -1 or 1", FIXED.substring(0, FIXED.length() - 2) + "0\n");
        assertFails(
                "line 2: muon 1 has the transverse momentum 0.0 GeV, allowed are finite values above 0",
                FIXED.replaceFirst("3\\.0000,1\\.0000", "0,0"));
    }

    @Test
    void wrongShapesAreNamed() throws IOException {
        assertFails(": the file is empty, a header line is needed", "");
        assertFails(
                "line 3: 5 cells, the header has 20 (is the file truncated?)",
                FIXED.substring(0, FIXED.lastIndexOf("3.0000") + 3));
        assertFails("line 2: 21 cells, the header has 20", FIXED.replaceFirst("1,10,", "1,10,x,"));
        assertFails("line 1: column 'px1' occurs twice", FIXED.replaceFirst("py1", " PX1"));
        assertFails(
                "line 1: column q1, px2 missing; needed are",
                FIXED.replace("Q1", "c").replace("px2", "c2").replace("eta2", "h"));
    }

    @Test
    void unreadableFilesAreNamed() throws IOException {
        Path missing = folder.resolve("missing.csv");
        BadInputException bad = assertThrows(BadInputException.class, () -> MuonTableCsv.read(missing));
        assertEquals("cannot read " + missing + ": no such file or folder", bad.getMessage());
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {0x1f, (byte) 0x8b, 8, 0, (byte) 0xff});
        bad = assertThrows(BadInputException.class, () -> MuonTableCsv.read(binary));
        assertEquals("cannot read " + binary + ": it is not UTF-8 text", bad.getMessage());
        assertThrows(BadInputException.class, () -> MuonTableCsv.read(folder));
        assertFailsAnywhere(FIXED.replaceFirst("G", "\"G\"x"));
        assertFailsAnywhere(FIXED.replaceFirst("G", "\"G"));
    }

    @Test
    void unwritableTargetIsUsage() throws IOException {
        MuonTable table = MuonTableCsv.read(file(FIXED));
        BadInputException bad = assertThrows(BadInputException.class, () -> MuonTableCsv.write(folder, table));
        assertEquals(BadInputException.Kind.USAGE, bad.kind());
    }

    private void assertFails(String expected, String text) throws IOException {
        BadInputException bad = assertFailsAnywhere(text);
        assertTrue(String.valueOf(bad.getMessage()).contains(expected), bad.getMessage());
    }

    private BadInputException assertFailsAnywhere(String text) throws IOException {
        Path file = file(text);
        BadInputException bad = assertThrows(BadInputException.class, () -> MuonTableCsv.read(file));
        assertEquals(BadInputException.Kind.DATA, bad.kind());
        assertEquals(1, String.valueOf(bad.getMessage()).lines().count(), bad.getMessage());
        assertTrue(String.valueOf(bad.getMessage()).contains(file.toString()), bad.getMessage());
        return bad;
    }

    private Path file(String text) throws IOException {
        Path file = folder.resolve("in.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
