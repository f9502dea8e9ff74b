package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;

@Execution(ExecutionMode.CONCURRENT)
class SimulateCommandTest {
    private static final Path GENERATORS = Path.of("..", "..", "shared", "reference", "generator");

    private static final String LHE_HEAD = """
            <LesHouchesEvents version="1.0">
            <init>
            2212 2212 3500 3500 0 0 0 0 3 1
            1 1 1 1
            </init>
            """;

    /** Two quarks and the Z that they make. */
    private static final String INCOMING = """
            2 -1 0 0 0 0 0 0 45 45 0 0 9
            -2 -1 0 0 0 0 0 0 -45 45 0 0 9
            23 2 1 2 0 0 0 0 0 90 90 0 9
            """;

    @TempDir
    private Path folder;

    private CommandRun simulate(String... options) {
        return CommandRun.of(Stream.concat(Stream.of("simulate", "--progress", "none"), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(CommandRun run) throws IOException {
        assertEquals(0, run.exitCode(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    /** Generated pairs as an event file. */
    private Path generated(String resonance, int pairs, String name) {
        CommandRun run = simulate(
                "--resonance",
                resonance,
                "--pairs",
                Integer.toString(pairs),
                "-o",
                path("gen.h5"),
                "--hepmc",
                path(name),
                "-j",
                "1");
        assertEquals(0, run.exitCode(), run.err());
        return folder.resolve(name);
    }

    private static Table dimuon(Path file) {
        Sample sample = SampleHdf5.read(file);
        return sample.tables().stream()
                .filter(t -> t.name().equals("dimuon"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void generatedEventsGoOutAndComeBackIn() throws IOException {
        Path events = generated("JPSI", 700, "jpsi.hepmc3.gz");
        JsonNode result = json(simulate("--input", events.toString(), "-o", path("back.h5"), "--json", "--seed", "5"));
        assertEquals("sagitta-simulate/1", result.get("schema").asText());
        assertEquals("HepMC3", result.get("format").asText());
        long read = result.get("events").asLong();
        assertEquals(read, result.get("pairs").asLong());
        assertTrue(result.get("fitted").asLong() > 0.95 * read, result.toString());
        assertEquals(3.097, result.at("/peak_mass_gev/median").asDouble(), 0.01);
        assertEquals(0.028, result.at("/peak_mass_gev/half_width").asDouble(), 0.01);
        // the truth of the pairs, to the last bit
        Column back = dimuon(folder.resolve("back.h5")).column("gen_mass");
        Column first = dimuon(folder.resolve("gen.h5")).column("gen_mass");
        assertTrue(values(back).containsAll(values(first)));
    }

    private static List<Double> values(Column column) {
        return Arrays.stream(column.toDoubles()).boxed().toList();
    }

    @Test
    void noByteDependsOnTheNumberOfThreads() throws IOException {
        Path events = generated("Z", 700, "z.hepmc3");
        for (String threads : List.of("1", "3")) {
            CommandRun run = simulate(
                    "--input",
                    events.toString(),
                    "-j",
                    threads,
                    "-o",
                    path(threads + ".h5"),
                    "--hepmc",
                    path(threads + ".hepmc3"),
                    "--beam-spot",
                    "scenario");
            assertEquals(0, run.exitCode(), run.err());
            assertTrue(run.out().contains("mass peak"), run.out());
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("1.h5")), Files.readAllBytes(folder.resolve("3.h5")));
        assertEquals(Files.readString(folder.resolve("1.hepmc3")), Files.readString(folder.resolve("3.hepmc3")));
    }

    private double mean(String file, String column) {
        double[] all = dimuon(folder.resolve(file)).column(column).toDoubles();
        return Arrays.stream(all).average().orElseThrow();
    }

    /** A Les Houches file of bare Z decays at rest, every second with electrons. */
    private static String lhe() {
        StringBuilder text = new StringBuilder(LHE_HEAD);
        for (int i = 0; i < 600; i++) {
            double phi = 0.01 * i;
            double px = 45 * Math.cos(phi);
            double py = 45 * Math.sin(phi);
            int lepton = i % 2 == 0 ? 13 : 11;
            text.append("<event>\n5 1 ").append(0.5 + i).append(" 91 0.0075 0.118\n");
            text.append(INCOMING);
            text.append(lepton + " 1 3 3 0 0 " + px + " " + py + " 0 45 0 0 9\n");
            text.append(-lepton + " 1 3 3 0 0 " + -px + " " + -py + " 0 45 0 0 9\n</event>\n");
        }
        return text.append("</LesHouchesEvents>\n").toString();
    }

    @Test
    void radiationIsAddedAndWeightsAreKept() throws IOException {
        Path events = Files.writeString(folder.resolve("z.lhe"), lhe());
        JsonNode bare = json(simulate("--input", events.toString(), "-o", path("bare.h5"), "--json"));
        JsonNode radiated = json(simulate(
                "--input",
                events.toString(),
                "-o",
                path("fsr.h5"),
                "--json",
                "--radiation",
                "added",
                "--hepmc",
                path("fsr.hepmc3")));
        assertEquals("LHE", bare.get("format").asText());
        assertEquals(300, bare.at("/without_pair/NO_MUON").asLong());
        assertEquals(300, bare.get("pairs").asLong());
        assertEquals(90, bare.at("/peak_true_mass_gev/median").asDouble(), 1e-3);
        assertEquals(90, mean("fsr.h5", "gen_boson_mass"), 1e-3);
        // the mean share lost is beta / (1 + beta) = 5.5 % of m^2; error of the mean 0.5 GeV
        assertEquals(300, radiated.get("pairs").asLong());
        assertEquals(87.3, mean("fsr.h5", "gen_mass"), 2);
        Sample sample = SampleHdf5.read(folder.resolve("bare.h5"));
        Table nano = sample.tables().get(0);
        Column event = nano.column("event");
        Column weight = nano.column("genWeight");
        for (int i = 0; i < event.length(); i++) {
            assertEquals(0.5f + event.whole(i), weight.number(i));
        }
        // a second time would count twice
        CommandRun twice = simulate("--input", path("fsr.hepmc3"), "-o", path("twice.h5"), "--radiation", "added");
        assertEquals(2, twice.exitCode(), twice.err());
        assertEquals(1, twice.errorLines(), twice.err());
        assertTrue(twice.err().contains("count twice"), twice.err());
        assertFalse(Files.exists(folder.resolve("twice.h5")));
    }

    @Test
    void muonsOutsideTheTrackerAreCounted() throws IOException {
        String forward = lhe().replace(" 0 45 0 0 9\n", " 4500 4500.225 0 0 9\n")
                .replaceAll("<event>\n5 1", "<event>\n2 1")
                .replaceAll("(?m)^(2|-2|23) (-1|2) .*\n", "")
                .replace(" 1 3 3 0 0 ", " 1 0 0 0 0 ");
        Path events = Files.writeString(folder.resolve("forward.lhe"), forward);
        JsonNode result =
                json(simulate("--input", events.toString(), "-o", path("f.h5"), "--json", "--max-events", "100"));
        assertEquals(100, result.get("events").asLong());
        assertEquals(50, result.at("/lost/OUTSIDE_TRACKER").asLong());
        assertEquals(0, result.get("fitted").asLong());
        assertTrue(result.at("/peak_mass_gev/median").isNull());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hepmc-cut | must end with HepMC::Asciiv3-END_EVENT_LISTING",
                "hepmc-gzip-cut | the gzip file is cut off or damaged",
                "hepmc-mev | mass of the muon is 1.05",
                "hepmc-sign | with which the products of particle 443 have charge",
                "hepmc-nan | is 'nan', must be a finite number",
                "lhe-cut | must end with </event>",
                "lhe-gzip-cut | the gzip file is cut off or damaged",
                "lhe-mev | energy of beam 1 is 3500000.0 GeV",
                "lhe-muons-mev | energy of the muon is 45000.0 GeV",
                "lhe-sign | charge of the final particles is",
                "lhe-momentum-sign | momentum or energy of the final particles differs",
                "lhe-nan | must be a finite number",
                "foreign | begins neither as HepMC3",
                "missing | no such file"
            })
    void damagedFilesAreOneLineAndLeaveNothing(String damage, String message) throws IOException {
        String lhe = lhe();
        String hepmc = damage.startsWith("hepmc") ? Files.readString(generated("JPSI", 20, "good.hepmc3")) : "";
        Files.deleteIfExists(folder.resolve("gen.h5"));
        Files.deleteIfExists(folder.resolve("good.hepmc3"));
        Path bad = folder.resolve("bad");
        byte[] content = damaged(damage, lhe, hepmc);
        if (content.length > 0) {
            Files.write(bad, content);
        }
        CommandRun run = simulate("--input", bad.toString(), "-o", path("out.h5"), "--hepmc", path("out.hepmc3"));
        assertEquals(ExitCode.DATA, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals("", run.out());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.filter(p -> !p.equals(bad)).toList(), "nothing half-written");
        }
    }

    private static byte[] damaged(String damage, String lhe, String hepmc) throws IOException {
        return switch (damage) {
            case "hepmc-cut" -> bytes(hepmc.substring(0, hepmc.lastIndexOf("\nP ")));
            case "hepmc-gzip-cut" -> Arrays.copyOf(gzip(hepmc), gzip(hepmc).length / 2);
            case "hepmc-mev" -> bytes(hepmc.replace("U GEV MM", "U MEV MM"));
            case "hepmc-sign" -> bytes(replaceLast(hepmc, " -13 ", " 13 "));
            case "hepmc-nan" -> bytes(replaceLast(hepmc, "P 2 -1 -13 ", "P 2 -1 -13 nan "));
            case "lhe-cut" -> bytes(lhe.substring(0, lhe.lastIndexOf("</event>")));
            case "lhe-gzip-cut" -> Arrays.copyOf(gzip(lhe), gzip(lhe).length / 2);
            case "lhe-mev" -> bytes(lhe.replace("3500 3500", "3500000 3500000"));
            case "lhe-muons-mev" ->
                bytes(replaceLast(lhe, "\n13 1 3 3 0 0 ", "\n13 1 3 3 0 0 45000 0 0 45000 0 0 9\n"));
            case "lhe-sign" -> bytes(replaceLast(lhe, "\n-13 1", "\n13 1"));
            case "lhe-momentum-sign" ->
                bytes(replaceLast(lhe, "\n-13 1 3 3 0 0 ", "\n-13 1 3 3 0 0 45 0 0 45 0 0 9\n"));
            case "lhe-nan" -> bytes(replaceLast(lhe, "91 0.0075", "NaN 0.0075"));
            case "foreign" -> bytes("px,py,pz\n1,2,3\n");
            default -> new byte[0];
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaceLast(String text, String part, String instead) {
        int at = text.lastIndexOf(part);
        assertTrue(at >= 0, part);
        return text.substring(0, at) + instead + text.substring(at + part.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-o x.h5 | one of --input FILE and --resonance NAME is needed, none given",
                "-o x.h5 --input a --resonance Z | both given",
                "-o x.h5 --resonance Z | --pairs: with --resonance at least 1 is needed",
                "-o x.h5 --resonance Z --pairs 0 | --pairs 0: with --resonance",
                "-o x.h5 --resonance Z --pairs 1 --radiation added | --radiation added: goes not with --resonance",
                "-o x.h5 --input a --pairs 3 | --pairs 3: goes not with --input",
                "-o x.h5 --input a --max-events 0 | --max-events 0: must be at least 1",
                "-o a --input a | must be another file than --input",
                "-o x.h5 --resonance Z --pairs 1 --hepmc x.h5 | must be another file",
                "-o . --resonance Z --pairs 1 | --output .: is a folder",
                "--resonance Z --pairs 1 | Missing required option",
                "-o x.h5 --resonance PHI --pairs 1 | PHI",
                "-o x.h5 --input a --scenario nowhere | nowhere"
            })
    void wrongOptionsAreOneLine(String options, String message) {
        CommandRun run = simulate(options.split(" ", -1));
        assertEquals(ExitCode.USAGE, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void thePublishedFilesRun() throws IOException {
        Path lhe = GENERATORS.resolve("pylhe-testfile-madgraph-2.2.1-Z-mlm.lhe.gz");
        assumeTrue(Files.exists(lhe), "no generator files beside this clone");
        JsonNode result = json(simulate(
                "--input",
                lhe.toString(),
                "-o",
                path("lhe.h5"),
                "--json",
                "--radiation",
                "added",
                "--beam-spot",
                "scenario"));
        assertEquals(10_000, result.get("events").asLong());
        assertEquals(4994, result.get("pairs").asLong());
        assertTrue(result.get("fitted").asLong() > 2500, result.toString());
        // the Z, a little lower for radiation; error of the median 0.08
        assertEquals(90.95, result.at("/peak_mass_gev/median").asDouble(), 0.35);
        JsonNode none = json(
                simulate("--input", GENERATORS.resolve("example.hepmc3").toString(), "-o", path("ex.h5"), "--json"));
        assertEquals(100, none.at("/without_pair/NO_MUON").asLong());
    }
}
