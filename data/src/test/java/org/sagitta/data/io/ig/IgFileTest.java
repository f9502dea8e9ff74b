package org.sagitta.data.io.ig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

class IgFileTest {
    private static final IgEventName NAME = new IgEventName(7, 42);

    /** Two tracks and three hits whose indices start at 105; unused tables with nan, a string and a word that ends in nan. */
    private static final String EVENT = """
            {"Types": {
              "Tracks_V2": [["pos","v3d"],["dir","v3d"],["pt","double"],["phi","double"],["eta","double"],["charge","int"],\
            ["chi2","double"],["ndof","double"]],
              "TrackingRecHits_V1": [["pos","v3d"]],
              "TrackDets_V1": [["detid","int"],["front_1","v3d"],["front_2","v3d"],["front_3","v3d"],["front_4","v3d"],\
            ["back_1","v3d"],["back_2","v3d"],["back_3","v3d"],["back_4","v3d"]],
              "SiStripClusters_V1": [["detid","int"],["pos","v3d"]]},
             "Other": [nan, "a \\" nan"],
             "Collections": {
              "Unused_V1": [[nan, -nan, inf, "nan"]],
              "Tracks_V2": [[[0.001,0.002,-0.03],[1,0,nan],2.5,-1.25,0.5,-1,12.5,10],[[0,0,0],[1,0,0],1.5,3,-2,1,4,0]],
              "TrackingRecHits_V1": [[[0.04,0.01,0.1]],[[0.07,0.02,0.2]],[[0.1,0.03,0.3]]],
              "TrackDets_V1": [
               [302055684,[0,0,0],[0,0,1],[0,1,1],[0,1,0],[1,0,0],[1,0,1],[1,1,1],[1,1,0]],
               [302055685,[0,0,0],[0,0,1],[0,1,1],[0,1,0],[1,0,0],[1,0,1],[1,1,1],[1,1,0]],
               [302055686,[0,0,0],[0,0,1],[0,1,1],[0,1,0],[1,0,0],[1,0,1],[1,1,1],[1,1,0]]],
              "SiStripClusters_V1": [[369120277,[0.25,0.5,-0.75]]]},
             "Associations": {"TrackHits_V1": [[[45,1],[23,107]],[[45,0],[23,105]],[[45,0],[23,106]]]}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path zip(String member, byte[] content) throws IOException {
        Path file = folder.resolve("toy.ig");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    private IgEvent read(String json) throws IOException {
        return IgFile.open(zip("Events/Run_7/Event_42", json.getBytes(StandardCharsets.UTF_8)))
                .read(NAME);
    }

    private static String refusalOf(Executable step) {
        BadInputException e = assertThrows(BadInputException.class, step);
        assertEquals(BadInputException.Kind.DATA, e.kind());
        return String.valueOf(e.getMessage());
    }

    private String refusal(String json) {
        String message = refusalOf(() -> read(json));
        assertTrue(message.contains("toy.ig") && message.contains("Events/Run_7/Event_42"), message);
        return message;
    }

    @Test
    void readsTracksWithTheirHitsInMillimetres() throws IOException {
        IgEvent event = read(EVENT);
        assertEquals(NAME, event.name());
        assertEquals(2, event.tracks().size());
        IgTrack first = event.tracks().get(0);
        assertEquals(new Vec3(1, 2, -30), first.position());
        assertEquals(
                List.of(2.5, 0.5, -1.25, 12.5, 10.0),
                List.of(first.pt(), first.eta(), first.phi(), first.chi2(), first.ndof()));
        assertEquals(-1, first.charge());
        assertEquals(
                List.of(302055684, 302055685),
                first.hits().stream().map(IgHit::detId).toList());
        IgHit hit = event.tracks().get(1).hits().get(0);
        assertEquals(302055686, hit.detId(), "the smallest hit index of the file stands for row 0");
        assertEquals(new Vec3(100, 30, 300), hit.position());
        assertEquals(new Vec3(500, 500, 500), hit.module().centre());
        assertEquals(List.of(new IgCluster(369120277, new Vec3(250, 500, -750))), event.stripClusters());
    }

    @Test
    void wordsWithoutQuotesBecomeNumbersThatAreNone() {
        byte[] json = "[nan,-nan,-inf,\"nan \\\" nan\", 1]".getBytes(StandardCharsets.UTF_8);
        BareNan.replace(json);
        assertEquals("[NaN, NaN, NaN,\"nan \\\" nan\", 1]", new String(json, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "],2.5,-1.25 | ],nan,-1.25 | Tracks_V2 row 0 column pt: is \"NaN\", must be a finite number",
                "],2.5,-1.25 | ],null,-1.25 | Tracks_V2 row 0 column pt: is null, must be a finite number",
                "],2.5,-1.25 | ],-2.5,-1.25 | Tracks_V2 row 0 column pt: is -2.5, must be a positive number",
                "0.5,-1,12.5 | 0.5,0,12.5 | Tracks_V2 row 0 column charge: is 0, must be +1 or -1",
                "0.5,-1,12.5 | 0.5,-1.5,12.5 | Tracks_V2 row 0 column charge: is -1.5, must be an integer of 32 bits",
                "[[0.07,0.02,0.2]] | [[0.07,nan,0.2]] | TrackingRecHits_V1 row 1 column pos: is \"NaN\", must be a finite number",
                "[[0.07,0.02,0.2]] | [[0.07,0.2]] | TrackingRecHits_V1 row 1 column pos: is [0.07,0.2], must be three numbers",
                "[[0.07,0.02,0.2]], | '' | TrackingRecHits_V1 has 2 rows and TrackDets_V1 has 3",
                "[[0.07,0.02,0.2]] | [[0.07,0.02,0.2],5] | TrackingRecHits_V1 row 1: has 2 cells, must be an array of 1",
                "[\"pt\",\"double\"] | [\"p\",\"double\"] | Tracks_V2: has no column pt; its columns are pos, dir, p, phi",
                "[23,107] | [23,109] | TrackHits_V1 pair 0: points to row 4 of TrackingRecHits_V1, which has 3 rows",
                "[45,1] | [45,2] | TrackHits_V1 pair 0: points to row 2 of Tracks_V2, which has 2 rows",
                "[45,1] | [45] | TrackHits_V1 pair 0: is [[45],[23,107]], must be [[collection, index]",
                "\"TrackHits_V1\" | \"TrackHits_V0\" | Associations has no TrackHits_V1",
                "\"TrackDets_V1\": [ | \"TrackDets\": [ | Types has no TrackDets_V1",
                "\"SiStripClusters_V1\": [[369 | \"SiStripClusters_V1\": 1, \"X\": [[369 | Collections.SiStripClusters_V1 must be an array"
            })
    void oneLineSaysWhatIsWrongAndWhere(String good, String bad, String message) {
        assertTrue(EVENT.contains(good), good);
        String refusal = refusal(EVENT.replace(good, bad));
        assertTrue(refusal.contains(message), refusal);
        assertEquals(1, refusal.lines().count());
    }

    @Test
    void aTruncatedTextIsNamedWithItsPlace() {
        String refusal = refusal(EVENT.substring(0, EVENT.length() / 2));
        assertTrue(refusal.contains("is no complete JSON at line 9 column 37: Unexpected end-of-input"), refusal);
        assertTrue(refusal("[]").contains("must be a JSON object"));
        assertTrue(refusal("{\"Types\": 3}").contains("must be a JSON object"));
    }

    @Test
    void aTruncatedZipIsNamed() throws IOException {
        Path file = zip("Events/Run_7/Event_42", EVENT.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        String message = refusalOf(() -> IgFile.open(file));
        assertTrue(message.contains("toy.ig: is no complete zip file"), message);
    }

    @Test
    void damagedContentIsNamed() throws IOException {
        Path file = zip("Events/Run_7/Event_42", EVENT.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        // Behind the local header of the only member; the table of contents at the end stays whole.
        Arrays.fill(bytes, 60, 200, (byte) 0x55);
        Files.write(file, bytes);
        IgFile ig = IgFile.open(file);
        assertEquals(1, refusalOf(() -> ig.read(NAME)).lines().count());
    }

    @Test
    void aFileWithoutEventsIsRefused() throws IOException {
        Path none = zip("Geometry/Tracker", new byte[0]);
        assertTrue(refusalOf(() -> IgFile.open(none)).contains("holds no event"));
        Path missing = folder.resolve("missing.ig");
        assertTrue(
                refusalOf(() -> IgFile.open(missing)).contains("missing.ig: cannot be read, no such file or folder"));
    }

    @Test
    void anEventThatIsNotThereIsRefused() throws IOException {
        IgFile ig = IgFile.open(zip("Events/Run_7/Event_42", EVENT.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(NAME), ig.events());
        assertThrows(BadInputException.class, () -> ig.read(new IgEventName(7, 43)));
    }
}
