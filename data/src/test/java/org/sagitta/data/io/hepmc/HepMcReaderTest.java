package org.sagitta.data.io.hepmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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

/**
 * The file libhepmc3.hepmc3 was written by the library HepMC3 3.1.2 with the program write-sample.cc beside it, which says
 * what is in it.
 */
class HepMcReaderTest {
    private static final Path SAMPLE = Path.of("..", "..", "shared", "reference", "generator", "example.hepmc3");

    /** Numerical: unit conversion. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path folder;

    static String sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(HepMcReaderTest.class.getResourceAsStream("libhepmc3.hepmc3"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<ExternalEvent> read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("events.txt"), text));
    }

    static List<ExternalEvent> read(Path file) {
        List<ExternalEvent> events = new ArrayList<>();
        try (EventReader reader = EventFiles.open(file)) {
            assertEquals("HepMC3", reader.format());
            for (Optional<ExternalEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
                events.add(next.get());
            }
            assertTrue(reader.next().isEmpty());
        }
        return events;
    }

    private static void assertVector(double x, double y, double z, Vec3 v) {
        assertEquals(x, v.x(), ROUNDING);
        assertEquals(y, v.y(), ROUNDING);
        assertEquals(z, v.z(), ROUNDING);
    }

    @Test
    void anEventOfTheLibraryReadsBack() throws IOException {
        ExternalEvent event = read(sample()).get(0);
        assertEquals(7, event.number());
        assertEquals(5, event.line());
        assertEquals(List.of("Default", "ScaleUp"), event.weights().names());
        assertEquals(0.75, event.weights().nominal());
        assertEquals(OptionalDouble.of(1.5), event.weights().value("ScaleUp"));
        assertEquals(2, event.muons().size());
        ExternalMuon plus = event.muons().get(0);
        assertEquals(1, plus.charge());
        assertVector(30.25, -20.5, 40.125, plus.momentum());
        assertVector(0.01, -0.02, 35.5, plus.vertex());
        assertEquals(23, plus.parentPdgId());
        ExternalMuon minus = event.muons().get(1);
        assertEquals(-1, minus.charge());
        assertVector(-26.25, 23.5, -19.125, minus.momentum());
        assertVector(0.01, -0.02, 35.5, minus.vertex());
        assertEquals(23, minus.parentPdgId());
        assertEquals(1, event.photons().count());
        assertVector(-1, 1, -1, event.photons().sum().momentum());
        assertEquals(plus.parent(), minus.parent());
        assertEquals(1, event.photons().all().get(0).muons().size());
    }

    @Test
    void unitsAndPositionsAreThoseThatTheFileStates() throws IOException {
        ExternalEvent event = read(sample()).get(1);
        assertEquals(8, event.number());
        assertEquals(-2, event.weights().nominal());
        ExternalMuon minus = event.muons().get(0);
        assertEquals(-1, minus.charge());
        assertVector(3.5, 2, 1, minus.momentum());
        // the decay of the B, 1.1 2.2 -47 mm with the shift of the event, from which the muons inherit
        assertVector(1.1, 2.2, -47, minus.vertex());
        assertVector(1.1, 2.2, -47, event.muons().get(1).vertex());
        assertEquals(443, minus.parentPdgId());
        assertEquals(0, event.photons().count());
    }

    @Test
    void anEventWithoutMuonsIsAnEvent() throws IOException {
        List<ExternalEvent> events = read(sample());
        assertEquals(3, events.size());
        assertEquals(List.of(), events.get(2).muons());
    }

    @Test
    void aVertexWithoutPositionIsWhereTheEventIs() throws IOException {
        String text = sample().replace("E 7 3 7", "E 7 3 7 @ 1 2 3 0").replaceAll("(V -1 0 \\[1,2\\]) @.*", "$1");
        assertEquals(new Vec3(1, 2, 3), read(text).get(0).muons().get(0).vertex());
    }

    @Test
    void weightsWithoutNamesAreNumbered() throws IOException {
        ExternalEvent event = read(sample().replaceFirst("W Default.*\n", "")).get(0);
        assertEquals(List.of("0", "1"), event.weights().names());
        ExternalEvent none = read(sample().replaceAll("W .*\n", "")).get(0);
        assertEquals(1, none.weights().nominal());
    }

    @Test
    void theRunMayBeDescribedAgainBetweenEvents() throws IOException {
        String text = sample().replace("E 8 3 7", "W A\\|B\\|C\nT other|1|tool\nA x y\nE 8 3 7")
                .replace("W -2.0000000000000000000000e+00", "W 3 -2.0000000000000000000000e+00")
                .replace(
                        "W 1.0000000000000000000000e+00 1.0000000000000000000000e+00",
                        "W 1 1.0000000000000000000000e+00 1.0000000000000000000000e+00");
        assertEquals(List.of("A", "B", "C"), read(text).get(1).weights().names());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HepMC::Version 3.01.02 | HepMC::Version 2.06.09 | line 1: is 'HepMC::Version 2.06.09'",
                "Asciiv3-START | IO_GenEvent-START | HepMC 2 and other formats",
                "E 7 3 7 | E 7 3 8 | line 5: event 7 has 7 particles and 3 vertices, must have 8 and 3",
                "E 7 3 7 | E 7 4 7 | line 5: event 7 has 7 particles and 3 vertices, must have 7 and 4",
                "E 7 3 7 | E 7 3 6 | number of the particle is 7, must be 7 of 6",
                "E 7 3 7 | E 7 3 | line 5: ends before number of particles",
                "E 7 3 7 | E x 3 7 | event number is 'x', must be a whole number",
                "E 7 3 7 | E 7 -3 7 | must be at least 0",
                "E 7 3 7 | E 7 3 7 1 2 3 | has '1' where a position may be, must be @ x y z t",
                "U GEV MM | U KEV MM | line 6: unit of momentum is 'KEV', must be GEV or MEV",
                "U GEV MM | U GEV M | unit of length is 'M', must be MM or CM",
                "U GEV MM | A 0 x | line 8: comes before a line U with the units",
                "U GEV MM | U MEV MM | line 12: mass of the muon is 1.056583755E-4 GeV",
                "U MEV CM | U GEV CM | mass of the muon is 105.6583755",
                "-2.0500000000000000e+01 | NaN | line 12: py is 'NaN', must be a finite number",
                "-2.0500000000000000e+01 | -inf | py is '-inf', must be a finite number",
                "-2.0500000000000000e+01 | 2.5f | py is '2.5f', must be a finite number",
                "3.0250000000000000e+01 -2.0500000000000000e+01 | 3.0250000000000000e+01 -2.0500000000000000e+02 |"
                        + " line 12: E^2 - p^2 of the muon is",
                "5.4270980170735015e+01 | -5.4270980170735015e+01 | line 12: energy of the muon is -54.27",
                "7.5000000000000000000000e-01 | nan | line 7: weight 1 is 'nan'",
                "7.5000000000000000000000e-01 | 1 2 | line 7: has 3 weights, must have 2",
                "P 4 3 -13 | P 4 3 13 | line 12: particle id is 13, with which the products of particle 23 have charge",
                "P 6 5 13 | P 6 5 -13 | line 14: particle id is -13, with which the products of particle 13 have",
                "P 4 3 -13 | P 4 3 x13 | particle id is 'x13', must be a whole number",
                "P 4 3 -13 | P 4 30 -13 | parent is 30, must be a vertex from -1 to -3",
                "P 4 3 -13 | P 4 -3 -13 | parent is vertex -3, for which the event has no line V",
                "P 4 3 -13 | Q 4 3 -13 | begins with 'Q 4 3 -13",
                "V -1 0 [1,2] @ 1.0 | V -1 0 [1;2] @ 1.0 | number of an incoming particle is '1;2'",
                "V -1 0 [1,2] @ 1.0 | V -1 0 [1,9] @ 1.0 | number of an incoming particle is 9, must be from 1 to 7",
                "V -1 0 [1,2] @ 1.0 | V -4 0 [1,2] @ 1.0 | number of the vertex is -4, must be from -1 to -3",
                "V -1 0 [1,2] @ 1.0 | V -1 0 1,2 @ 1.0 | must be [1,2,...]",
                "HepMC::Asciiv3-END_EVENT_LISTING | | the file is cut off",
                "HepMC::Asciiv3-END_EVENT_LISTING | HepMC::Asciiv3-END_EVENT_LISTING/P 1 | must be the last line"
            })
    void whatIsWrongIsSaidInOneLine(String part, String instead, String message) throws IOException {
        String text = sample();
        assertTrue(text.contains(part), part);
        Path file = Files.writeString(
                folder.resolve("bad.hepmc3"),
                text.replaceFirst(
                        java.util.regex.Pattern.quote(part),
                        java.util.regex.Matcher.quoteReplacement(instead == null ? "" : instead.replace("/", "\n"))));
        BadInputException e = assertThrows(BadInputException.class, () -> read(file));
        String said = String.valueOf(e.getMessage());
        assertEquals(BadInputException.Kind.DATA, e.kind());
        assertTrue(said.startsWith(file + ": line "), said);
        assertTrue(said.contains(message), said);
        assertFalse(said.contains("\n"), said);
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        String text = sample();
        int last = text.indexOf("END_EVENT_LISTING") + "END_EVENT_LISTIN".length();
        for (int length = 1; length <= last; length += 7) {
            Path file = Files.writeString(folder.resolve("cut"), text.substring(0, length));
            assertThrows(BadInputException.class, () -> read(file), "cut after " + length);
        }
    }

    @Test
    void aParticleIsNotItsOwnAncestor() throws IOException {
        String text = sample().replace("P 5 3 13", "P 5 6 13")
                .replace("E 7 3 7", "E 7 4 7")
                .replace("-1 23 3.0", "-1 4000023 3.0");
        BadInputException e = assertThrows(BadInputException.class, () -> read(text));
        assertTrue(String.valueOf(e.getMessage()).contains("its own ancestor"), e.getMessage());
    }

    @Test
    void thePublishedSampleReads() {
        assumeTrue(Files.exists(SAMPLE), "no generator files beside this clone");
        List<ExternalEvent> events = read(SAMPLE);
        assertEquals(100, events.size());
        assertEquals(99, events.get(99).number());
        assertTrue(events.stream().allMatch(e -> e.muons().isEmpty()));
        assertEquals(List.of("0"), events.get(0).weights().names());
    }
}
