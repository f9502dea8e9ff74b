package org.sagitta.data.io.lhe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.external.EventFiles;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.ExternalMuon;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

class LheReaderTest {
    private static final Path SAMPLE =
            Path.of("..", "..", "shared", "reference", "generator", "pylhe-testfile-madgraph-2.2.1-Z-mlm.lhe.gz");

    /** Two events: u ubar -> Z -> mu+ mu- with weights, and a decay of a particle that lives, with a photon. */
    private static final String TEXT = """
            <LesHouchesEvents version="3.0">
            <!-- made by hand
            <event> in a comment -->
            <header>
            <init> in a header
            </header>
            <init>
             2212 2212 3.5E+03 0.35D+04 0 0 10800 10800 3 1
             607.3 1.44 0.375 3
            </init>
            # a remark
            <event npLO="0">
             5 1 0.375 91.188 7.5E-03 0.118
              2 -1 0 0 501 0 0. 0. 50. 50. 0. 0. -1.
             -2 -1 0 0 0 501 0. 0. -40. 40. 0. 0. 1.
             23  2 1 2 0 0 0. 0. 10. 90. 89.4427191 0. 0.
            -13  1 3 3 0 0 3. 40. 24. 46.74398357008098 0. 0. -1.
             13  1 3 3 0 0 -3. -40. -14. 42.48529157249601 0. 0. 1.
            #  0.7E+04
            <rwgt>
            <wgt id='up'> 0.5 </wgt><wgt id="down"> -2.5E-1 </wgt>
            </rwgt>
            <weights> 1 2.5 </weights>
            </event>
            <event>
             4 1 1 5 0 0
             443 2 0 0 0 0 3. 4. 0. 5.8816 3.0969 6.1938 9.
             13 1 1 1 0 0 1. 1. 1. 1.7352731 0.105658 0. 9.
            -13 1 1 1 0 0 1. 2. -1. 2.4517677 0.105658 0. 9.
             22 1 1 1 0 0 1. 1. 0. 1.4142136 0. 0. 9.
            </event>
            </LesHouchesEvents>
            """;

    /** Numbers of this text have few digits. */
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.lhe"), text);
    }

    private static List<ExternalEvent> read(Path file) {
        List<ExternalEvent> events = new ArrayList<>();
        try (EventReader reader = EventFiles.open(file)) {
            assertEquals("LHE", reader.format());
            for (Optional<ExternalEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
                events.add(next.get());
            }
            assertTrue(reader.next().isEmpty());
        }
        return events;
    }

    /** The energies of the text, to the digits that make it consistent. */
    private static String consistent() {
        double plus = Math.sqrt(3 * 3 + 40 * 40 + 24 * 24);
        double minus = Math.sqrt(3 * 3 + 40 * 40 + 14 * 14);
        return TEXT.replace("46.74398357008098", Double.toString(plus))
                .replace("42.48529157249601", Double.toString(minus))
                .replace(" 50. 50. 0. 0. -1.", " 49.6 49.6 0. 0. -1.")
                .replace(" -40. 40. 0. 0. 1.", " -39.6 39.6 0. 0. 1.");
    }

    @Test
    void muonsWeightsAndParentsAreThoseOfTheFile() throws IOException {
        List<ExternalEvent> events = read(file(consistent()));
        assertEquals(2, events.size());
        ExternalEvent event = events.get(0);
        assertEquals(0, event.number());
        assertEquals(12, event.line());
        assertEquals(List.of("XWGTUP", "up", "down", "0", "1"), event.weights().names());
        assertEquals(0.375, event.weights().nominal());
        assertEquals(-0.25, event.weights().value(2));
        assertEquals(2.5, event.weights().value(4));
        assertEquals(
                new ExternalMuon(1, new Vec3(3, 40, 24), Vec3.ZERO, 23, 3),
                event.muons().get(0));
        assertEquals(-1, event.muons().get(1).charge());
        assertEquals(0, event.photons().count());
    }

    @Test
    void whatLivesFliesAndItsPhotonsCount() throws IOException {
        ExternalEvent event = read(file(consistent())).get(1);
        assertEquals(1, event.number());
        // p/m times the lifetime of 6.1938 mm: twice the mass in GeV
        Vec3 vertex = event.muons().get(0).vertex();
        assertEquals(6, vertex.x(), ROUNDING);
        assertEquals(8, vertex.y(), ROUNDING);
        assertEquals(443, event.muons().get(0).parentPdgId());
        assertEquals(1, event.photons().count());
        assertEquals(1.4142136, event.photons().sum().e(), ROUNDING);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<LesHouchesEvents version | <LesHouches version | line 1: begins neither as HepMC3 text",
                "<init>\u00a7 2212 | <inti>\u00a7 2212 | must be <init> before the first event",
                "3.5E+03 | 3.5E+06 | line 8: energy of beam 1 is 3500000.0 GeV, must be from 0 to",
                "3.5E+03 | nan | line 8: energy of beam 1 is 'nan', must be a finite number",
                "3.5E+03 0.35D+04 | 15. 15. | line 17: energy of the muon is 46.",
                " 607.3 1.44 0.375 3\u00a7 | | line 9: is '</init>', must be the line of the process",
                " 5 1 0.375 | 6 1 0.375 | line 19: particle id is '#', must be a whole number",
                " 5 1 0.375 | 4 1 0.375 | line 12: charge of the final particles is 1.0 more",
                " 5 1 0.375 | -5 1 0.375 | number of particles is -5, must be from 0",
                " 5 1 0.375 | 5 1 NaN | line 13: weight is 'NaN', must be a finite number",
                "-13  1 3 3 0 0 3. | -13 1 3 3 0 0 NaN | line 17: px is 'NaN'",
                "-13  1 3 3 0 0 3. | -13 1 3 3 0 0 300. | line 17: E^2 - p^2 of the muon is",
                "-13  1 3 3 0 0 3. | -13 1 3 3 0 0 -3. | line 12: momentum or energy of the final particles differs",
                "-13  1 3 3 | 13 1 3 3 | line 12: charge of the final particles is -2.0 more",
                "-13  1 3 3 | -13 1 9 3 | mother is 9, must be another particle from 1 to 5",
                "-13  1 3 3 | -13 1 4 3 | mother is 4, must be another particle",
                "-14. 42. | -14. -42. | line 18: energy of the muon is -42.",
                " 0.105658 | 105.658 | mass of the muon is 105.658",
                " -2.5E-1 | minus | line 21: weight down is 'minus', must be a finite number",
                "<wgt id='up'> 0.5 </wgt><wgt id=\"down\"> -2.5E-1 </wgt> | <wgt id='up'> 0.5 | must be <wgt id='...'>",
                "</LesHouchesEvents> | | the file is cut off",
                "</LesHouchesEvents> | </LesHouchesEvents>\u00a7more | must be the last line",
                "<event npLO | <evnt npLO | line 12: is '<evnt npLO=\"0\">', must be <event>",
                " 5 1 0.375 91.188 7.5E-03 0.118 | 5 1 0.375 | line 13: ends before scale"
            })
    void whatIsWrongIsSaidInOneLine(String part, String instead, String message) throws IOException {
        String text = consistent();
        String there = part.replace('\u00a7', '\n');
        assertTrue(text.contains(there), part);
        Path file = file(text.replaceFirst(
                Pattern.quote(there),
                Matcher.quoteReplacement(instead == null ? "" : instead.replace('\u00a7', '\n'))));
        BadInputException e = assertThrows(BadInputException.class, () -> read(file));
        String said = String.valueOf(e.getMessage());
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertTrue(said.startsWith(file + ": line "), said);
        assertTrue(said.contains(message), said);
        assertFalse(said.contains("\n"), said);
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        String text = consistent();
        for (int length = 0; length < text.length() - 1; length += 5) {
            Path file = file(text.substring(0, length));
            assertThrows(BadInputException.class, () -> read(file), "cut after " + length);
        }
    }

    @Test
    void aForeignFileIsRefusedWithoutShowingIt() throws IOException {
        Path file = file("px,py,pz\n1,2,3\n");
        BadInputException e = assertThrows(BadInputException.class, () -> EventFiles.open(file));
        assertTrue(String.valueOf(e.getMessage()).contains("begins neither as HepMC3"), e.getMessage());
    }

    @Test
    void thePublishedSampleReads() {
        assumeTrue(Files.exists(SAMPLE), "no generator files beside this clone");
        List<ExternalEvent> events = read(SAMPLE);
        assertEquals(10_000, events.size());
        assertEquals(4994, events.stream().filter(e -> e.muons().size() == 2).count());
        assertTrue(events.stream().allMatch(e -> e.photons().count() == 0));
        assertEquals(0.37513, events.get(0).weights().nominal(), 1e-12);
    }
}
