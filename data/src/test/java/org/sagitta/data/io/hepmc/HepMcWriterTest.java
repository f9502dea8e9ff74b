package org.sagitta.data.io.hepmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.data.external.LeadingPair;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Origin;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.linear.Vec3;

/** Pairs that are written read back the same, to the last bit. */
class HepMcWriterTest {
    /** Numerical: the boson is summed up again from its products [GeV]. */
    private static final double BOSON_ROUNDING = 1e-7;

    @TempDir
    private Path folder;

    private static List<GeneratedPair> pairs(Resonance resonance) {
        Scenario scenario = Scenarios.find("ideal");
        RandomStream stream = RandomStream.of("hepmc", RandomPurpose.TEST);
        List<GeneratedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            pairs.add(scenario.generator(resonance).generate(EventRandom.of(1, stream, i)));
        }
        return pairs;
    }

    private Path written(List<GeneratedPair> pairs) {
        Path file = folder.resolve("pairs.hepmc3");
        AtomicFile.write(file, out -> {
            HepMcWriter writer = new HepMcWriter(out, "1.0+test");
            for (int i = 0; i < pairs.size(); i++) {
                writer.write(100 + i, pairs.get(i), -0.1 * i);
            }
            writer.end();
        });
        return file;
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        for (Resonance resonance : List.of(Resonance.JPSI, Resonance.Z)) {
            List<GeneratedPair> pairs = pairs(resonance);
            List<ExternalEvent> events = HepMcReaderTest.read(written(pairs));
            assertEquals(pairs.size(), events.size());
            for (int i = 0; i < pairs.size(); i++) {
                assertEquals(100 + i, events.get(i).number());
                assertEquals(-0.1 * i, events.get(i).weights().nominal());
                assertSame(pairs.get(i), LeadingPair.of(events.get(i)).orElseThrow());
            }
        }
    }

    private static void assertSame(GeneratedPair written, GeneratedPair read) {
        assertEquals(written.plus(), read.plus());
        assertEquals(written.minus(), read.minus());
        assertEquals(written.photons(), read.photons());
        assertEquals(written.vertex(), read.vertex());
        assertEquals(written.resonance(), read.resonance());
        assertEquals(written.boson().mass(), read.boson().mass(), BOSON_ROUNDING);
        assertEquals(written.boson().pt(), read.boson().pt(), BOSON_ROUNDING);
        assertEquals(written.boson().y(), read.boson().y(), BOSON_ROUNDING);
    }

    private static GeneratedPair changed(GeneratedPair p, Origin origin, Vec3 plus, Vec3 minus) {
        return new GeneratedPair(
                p.resonance(),
                origin,
                plus,
                p.boson(),
                new GeneratedMuon(1, p.plus().momentum(), plus),
                new GeneratedMuon(-1, p.minus().momentum(), minus),
                p.photons());
    }

    /** Also if one of them is at the origin, where the format has no position. */
    @Test
    void muonsOfTwoVerticesReadBackThere() {
        Vec3 near = new Vec3(0.5, -0.25, 40);
        Vec3 far = new Vec3(1.5, 2.25, -30);
        GeneratedPair pair = pairs(Resonance.Z).get(0);
        for (List<Vec3> places : List.of(List.of(near, far), List.of(Vec3.ZERO, far), List.of(far, Vec3.ZERO))) {
            GeneratedPair apart = changed(pair, Origin.PROMPT, places.get(0), places.get(1));
            ExternalEvent event = HepMcReaderTest.read(written(List.of(apart))).get(0);
            assertEquals(2, event.muons().size());
            GeneratedPair read = LeadingPair.of(event).orElseThrow();
            assertSame(apart, read);
            assertEquals(Origin.PROMPT, read.origin());
        }
    }

    @Test
    void theContinuumReadsBackAsSuch() {
        GeneratedPair pair = pairs(Resonance.Z).get(1);
        GeneratedPair continuum = changed(pair, Origin.CONTINUUM, pair.vertex(), pair.vertex());
        ExternalEvent event = HepMcReaderTest.read(written(List.of(continuum))).get(0);
        assertEquals(22, event.muons().get(0).parentPdgId());
        GeneratedPair read = LeadingPair.of(event).orElseThrow();
        assertEquals(Origin.CONTINUUM, read.origin());
        assertSame(continuum, read);
    }

    @Test
    void linesHaveTheFormOfTheFormat() throws Exception {
        List<String> lines = Files.readAllLines(written(pairs(Resonance.Z)));
        assertEquals("HepMC::Asciiv3-START_EVENT_LISTING", lines.get(1));
        assertEquals("HepMC::Asciiv3-END_EVENT_LISTING", lines.get(lines.size() - 1));
        assertEquals("W Default", lines.get(2));
        Pattern form =
                Pattern.compile("HepMC::.*|W .*|T .*|U GEV MM|E \\d+ 1 [34]|V -1 0 \\[1\\] @( \\S+){4}|P \\d [01-]+"
                        + " -?\\d+( [-+.e0-9]+){5} [12]");
        assertTrue(lines.stream().allMatch(line -> form.matcher(line).matches()));
    }
}
