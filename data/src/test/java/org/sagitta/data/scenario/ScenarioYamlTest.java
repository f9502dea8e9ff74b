package org.sagitta.data.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.FieldRatioChoice.SeenBy;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.hit.Detection;
import org.sagitta.data.simulation.hit.WrongHits;
import org.sagitta.fieldmap.grid.FieldGrid;
import org.sagitta.fieldmap.grid.FieldGridFile;
import org.sagitta.fieldmap.grid.GridAxes;
import org.sagitta.fieldmap.grid.Interpolation;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.input.BadInputException;

class ScenarioYamlTest {
    static final String FULL = """
            name: everything
            description: all keys
            seed: -7
            events: {JPSI: 10, UPSILON_1S: 0, Z: 30}
            centre_of_mass_energy_gev: 13000
            beam_spot:
              sigma_xy_um: 12.3
              sigma_z_mm: 45
            acceptance:
              abs_eta_max: 2.3
              pt_min_gev:
                JPSI: 3.0
                UPSILON_1S: 4
                Z: 25.0
            truth:
              field:
                model: uniform_3.8
                scale: 1.25
              material:
                factor: 1.5
                regions:
                  - {abs_eta_min: 0.0, abs_eta_max: 1.0, factor: 2.0}
                  - {abs_eta_min: 1.0, abs_eta_max: 2.0, factor: 0.5}
                subdetectors: {TIB: 1.05, TOB: 0}
              alignment:
                weak_modes:
                  - {mode: twist, amplitude: -1.5, delta_rad: 0.25}
                random:
                  - {level: tob_rod, sigma_um: 3.3}
              resolution: {factor: 1.1, subdetectors: {BPIX: 1.25}}
              hits:
                efficiency: 0.98
                efficiencies: {BPIX: 0.97, TEC: 0.99}
                dead_module_fraction: 0.02
                dead_module_seed: 9
                tail_fraction: 0.03
                tail_scale: 2.5
                outlier_fraction: 0.001
              effects: {scattering: tail, energy_loss: landau, radiation: stochastic, hit_smearing: gaussian}
            reconstruction:
              field: {model: oae_3_8T}
              energy_loss: most_probable
              outliers: rejected
            calibration:
              field_ratio: {map: polyfit3d_3.81143026675623, parametrisation: oae_3_8T}
            """;

    @TempDir
    Path folder;

    @Test
    void everyKeyArrives() {
        Scenario s = ScenarioYaml.parse("f", FULL);
        assertEquals("everything", s.name());
        assertEquals("all keys", s.description());
        assertEquals(-7, s.seed());
        assertEquals(Map.of(Resonance.JPSI, 10, Resonance.UPSILON_1S, 0, Resonance.Z, 30), s.events());
        assertEquals(13000, s.centreOfMassEnergy());
        assertEquals(new BeamSpot(12.3 * 1e-3, 45), s.beamSpot());
        assertEquals(new Acceptance(2.3, 3), s.acceptance(Resonance.JPSI));
        assertEquals(new Acceptance(2.3, 4), s.acceptance(Resonance.UPSILON_1S));
        assertEquals(new Acceptance(2.3, 25), s.acceptance(Resonance.Z));
        WorldChoice truth = s.truth().world();
        assertEquals(new FieldChoice("uniform_3.8", 1.25), truth.field());
        assertEquals(
                new MaterialChoice(
                        1.5,
                        List.of(new MaterialRegion(0, 1, 2), new MaterialRegion(1, 2, 0.5)),
                        Map.of(Subdetector.TIB, 1.05, Subdetector.TOB, 0.0)),
                truth.material());
        assertEquals(
                new AlignmentChoice(
                        List.of(new WeakModeChoice("twist", -1.5, 0.25)),
                        List.of(new RandomDisplacementChoice("tob_rod", 3.3 * 1e-3))),
                truth.alignment());
        assertEquals(new ResolutionChoice(1.1, Map.of(Subdetector.BPIX, 1.25)), truth.resolution());
        assertEquals(1.1 * 1.25, truth.resolution().factorAt(Subdetector.BPIX));
        assertEquals(1.1, truth.resolution().factorAt(Subdetector.TIB));
        assertEquals(
                new SimulationEffects(
                        SimulationEffects.Scattering.TAIL,
                        SimulationEffects.EnergyLoss.LANDAU,
                        SimulationEffects.Radiation.STOCHASTIC,
                        SimulationEffects.HitSmearing.GAUSSIAN,
                        new Detection(0.98, Map.of(Subdetector.BPIX, 0.97, Subdetector.TEC, 0.99), 0.02, 9),
                        new WrongHits(0.03, 2.5, 0.001)),
                s.truth().effects());
        assertEquals(
                new ReconstructionChoice(
                        new WorldChoice(
                                new FieldChoice("oae_3_8T", 1),
                                MaterialChoice.NOMINAL,
                                AlignmentChoice.IDEAL,
                                ResolutionChoice.NOMINAL),
                        FitLoss.MOST_PROBABLE,
                        OutlierChoice.REJECTED),
                s.reconstruction());
        assertEquals(
                Optional.of(new FieldRatioChoice("polyfit3d_3.81143026675623", "oae_3_8T", SeenBy.STRAIGHT_TRACK)),
                s.fieldRatio());
    }

    @Test
    void canonicalTextGivesAnEqualScenario() {
        for (String text : List.of(FULL, Scenarios.bundledText("ideal"), Scenarios.bundledText("w-like-2011"))) {
            Scenario scenario = ScenarioYaml.parse("f", text);
            String canonical = ScenarioYaml.write(scenario);
            Scenario again = ScenarioYaml.parse("canonical", canonical);
            assertEquals(scenario, again);
            assertEquals(canonical, ScenarioYaml.write(again));
        }
        assertTrue(ScenarioYaml.write(ScenarioYaml.parse("f", FULL)).contains("sigma_xy_um: 12.3\n"));
        // The library would abbreviate lists that are the same object.
        assertFalse(ScenarioYaml.write(Scenarios.bundled("ideal")).contains("&"));
    }

    @Test
    void clustersComeBack() {
        String text = FULL.replace("hit_smearing: gaussian", "hit_smearing: clusters")
                .replace("  resolution: {factor: 1.1, subdetectors: {BPIX: 1.25}}", "");
        Scenario scenario = ScenarioYaml.parse("f", text);
        assertEquals(
                SimulationEffects.HitSmearing.CLUSTERS,
                scenario.truth().effects().hitSmearing());
        assertEquals(scenario, ScenarioYaml.parse("canonical", ScenarioYaml.write(scenario)));
    }

    @Test
    void unitsComeBackToTheBit() {
        for (double um = 0.1; um < 1000; um *= 1.37) {
            assertEquals(um * 1e-3, ScenarioWriter.in(1e-3, um * 1e-3) * 1e-3);
        }
        assertEquals(20, ScenarioWriter.in(1e-3, 0.02));
    }

    @Test
    void materialFactorsMultiply() {
        MaterialChoice m = ScenarioYaml.parse("f", FULL).truth().world().material();
        assertEquals(1.5 * 1.05 * 2, m.factorAt(Subdetector.TIB, 0.99), 1e-15);
        assertEquals(1.5 * 0.5, m.factorAt(Subdetector.BPIX, 1.0), 1e-15);
        assertEquals(1.5, m.factorAt(Subdetector.TEC, 2.0), 1e-15);
        assertEquals(0, m.factorAt(Subdetector.TOB, 0.5));
    }

    @Test
    void detailedMaterialIsForTheTruthOnly() {
        assertEquals(
                MaterialModel.PLANES,
                ScenarioYaml.parse("f", FULL).truth().world().material().model());
        String detailed = FULL.replace("    factor: 1.5\n", "    factor: 1.5\n    model: detailed\n");
        Scenario scenario = ScenarioYaml.parse("f", detailed);
        MaterialChoice material = scenario.truth().world().material();
        assertEquals(MaterialModel.DETAILED, material.model());
        assertEquals(List.of(0.0, 1.0, 1.0, 2.0), material.absEtaEdges());
        assertEquals(scenario, ScenarioYaml.parse("canonical", ScenarioYaml.write(scenario)));

        String believed =
                FULL.replace("field: {model: oae_3_8T}\n", "field: {model: oae_3_8T}\n  material: {model: detailed}\n");
        BadInputException thrown = assertThrows(BadInputException.class, () -> ScenarioYaml.parse("f", believed));
        String told = String.valueOf(thrown.getMessage());
        assertTrue(told.contains("reconstruction.material.model is 'detailed', needed is 'planes'"), told);
    }

    /** What is replaced in the full text, by what, and what the message must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model: uniform_3.8 | modle: uniform_3.8 | line 17: unknown key 'truth.field.modle', did you mean \"model\"? (allowed here: model, scale)",
                "hits: | hit: | unknown key 'truth.hit', did you mean \"hits\"?",
                "description: all keys | zebra: all keys | unknown key 'zebra' (allowed here: name,",
                "scale: 1.25 | scale: -1.25 | line 18: truth.field.scale is '-1.25', needed is a number from 0.5 to 2",
                "scale: 1.25 | scale: .nan | truth.field.scale is '.nan', needed is a number",
                "scale: 1.25 | scale: .inf | truth.field.scale is '.inf', needed is a number",
                "scale: 1.25 | scale: '1.25' | truth.field.scale is '1.25', needed is a number",
                "scale: 1.25 | scale: 0x2 | truth.field.scale is '0x2', needed is a number",
                "scale: 1.25 | scale: | truth.field.scale is '', needed is a number",
                "scale: 1.25 | scale: [1] | truth.field.scale is a list, needed is a number",
                "scale: 1.25 | model: oae_3_8T | key 'truth.field.model' occurs twice",
                "JPSI: 10 | JPSI: -10 | line 4: events.JPSI is '-10', needed is a whole number from 0 to 2147483647",
                "JPSI: 10 | JPSI: 1e3 | events.JPSI is '1e3', needed is a whole number",
                "JPSI: 10 | JPSI: 99999999999 | events.JPSI is '99999999999', needed is a whole number",
                "seed: -7 | seed: x | seed is 'x', needed is a whole number",
                "name: everything | name: | name is '', needed is a text",
                "name: everything | seed: 3 | key 'seed' occurs twice",
                "name: everything | # nothing | key 'name' is missing",
                "model: uniform_3.8 | model: oae_3_9T | line 17: truth.field.model: field model oae_3_9T is unknown, did you mean \"oae",
                "map: polyfit3d_3 | map: polyfit4d_3 | calibration.field_ratio.map: field model polyfit4d_3",
                "abs_eta_max: 1.0 | abs_eta_max: 0.0 | truth.material.regions[0].abs_eta_max is '0.0', needed is a number above abs_eta_min",
                "abs_eta_max: 1.0 | abs_eta_max: 1.1 | truth.material.regions[1].abs_eta_min is '1.0', needed is a region that does not overlap 0.0 to 1.1",
                "TIB: 1.05 | TIP: 1.05 | unknown key 'truth.material.subdetectors.TIP', did you mean \"TIB\"?",
                "mode: twist | mode: twits | truth.alignment.weak_modes[0].mode: weak mode \"twits\" does not exist, did you mean \"twist\"?",
                "TEC: 0.99 | TEC: 1.01 | truth.hits.efficiencies.TEC is '1.01', needed is a number from 0 to 1",
                "dead_module_fraction: 0.02 | dead_modules: 0.02 | unknown key 'truth.hits.dead_modules', did you mean",
                "dead_module_seed: 9 | dead_module_seed: 0.5 | truth.hits.dead_module_seed is '0.5', needed is a whole",
                "tail_fraction: 0.03 | tail_fraction: -1 | truth.hits.tail_fraction is '-1', needed is a number from 0",
                "tail_scale: 2.5 | tail_scale: 0.9 | truth.hits.tail_scale is '0.9', needed is a number from 1 to 100",
                "outlier_fraction: 0.001 | outlier_fraction: 2 | truth.hits.outlier_fraction is '2', needed is a number",
                "hit_smearing: gaussian | hit_smearing: cluster | needed is one of gaussian, clusters, none",
                "hit_smearing: gaussian | hit_smearing: clusters | truth.resolution is a group of keys, needed is none",
                "scattering: tail | scattering: off | truth.effects.scattering is 'off', needed is one of gaussian, tail, none",
                "outliers: rejected | outliers: cut | reconstruction.outliers is 'cut', needed is one of kept, rejected",
                "energy_loss: most_probable | energy_loss: landau | reconstruction.energy_loss is 'landau', needed is one of mean, most_probable, none",
                "sigma_xy_um: 12.3 | sigma_xy_um: -1 | beam_spot.sigma_xy_um is '-1', needed is a number from 0 to 10000",
                "JPSI: 3.0 | JPSI: 0.1 | acceptance.pt_min_gev.JPSI is '0.1', needed is a number from 0.8 to 1000",
                "resolution: {factor: 1.1, subdetectors: {BPIX: 1.25}} | resolution: 1.1 | truth.resolution must be a group of keys (factor, subdetectors)",
                "BPIX: 1.25 | BPIX: 0 | truth.resolution.subdetectors.BPIX is '0', needed is a number from 0.01 to 100",
                "BPIX: 1.25 | BPX: 1.25 | unknown key 'truth.resolution.subdetectors.BPX', did you mean \"BPIX\"?",
                "seed: -7 | ? [a, b] : 3 | a key must be a plain word"
            })
    void mistakesAreNamed(String there, String instead, String message) {
        assertTrue(FULL.contains(there), there);
        assertFails(FULL.replace(there, instead == null ? "" : instead), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 130, 300, 500, 700, 850, 890})
    void truncatedTextIsRefused(int length) {
        assertFails(FULL.substring(0, length), "f");
    }

    private Path uniformMap(double rMax, double zMax) {
        Path file = folder.resolve("map.csv");
        FieldGridFile.write(
                FieldGrid.sample(
                        FieldModels.byName("uniform_3.8"), GridAxes.cylinder(rMax, zMax, 5, 1, 5), Interpolation.CUBIC),
                file);
        return file;
    }

    private Path scenarioWithMap() throws IOException {
        String text = FULL.replace("model: uniform_3.8", "model: grid:map.csv")
                .replace("{map: polyfit3d_3.81143026675623", "{map: grid:map.csv");
        return Files.writeString(folder.resolve("mine.yaml"), text);
    }

    @Test
    void fieldMapIsFoundFromTheFolderOfTheScenario() throws IOException {
        String map = "grid:" + uniformMap(1100, 2720).toAbsolutePath();
        Scenario scenario = ScenarioYaml.read(scenarioWithMap());

        assertEquals(new FieldChoice(map, 1.25), scenario.truth().world().field());
        assertEquals(Optional.of(new FieldRatioChoice(map, "oae_3_8T", SeenBy.STRAIGHT_TRACK)), scenario.fieldRatio());
        assertEquals(scenario, ScenarioYaml.parse("elsewhere/canonical", ScenarioYaml.write(scenario)));
    }

    @Test
    void fieldMapThatCannotBeUsedIsAMatterOfData() throws IOException {
        Path scenario = scenarioWithMap();
        String where = scenario + ", line 17: truth.field.model: ";
        Path map = folder.resolve("map.csv").toAbsolutePath();
        assertDataFails(scenario, where + map + ": no such file");

        List<String> lines = Files.readAllLines(uniformMap(1100, 2720));
        lines.remove(9);
        Files.write(map, lines);
        assertDataFails(scenario, where + map + ": ");

        uniformMap(1100, 2719);
        assertDataFails(
                scenario,
                where + map + ": covers r <= 1100.0 mm and |z| <= 2719.0 mm, must cover the tracker, r <= 1100.0 mm and"
                        + " |z| <= 2720.0 mm");
        uniformMap(1099, 2800);
        assertDataFails(scenario, "must cover the tracker");
        assertFails(FULL.replace("model: uniform_3.8", "model: 'grid:'"), "line 17: truth.field.model: field grid:");
    }

    private static void assertDataFails(Path scenario, String message) {
        BadInputException bad = assertThrows(BadInputException.class, () -> ScenarioYaml.read(scenario));
        assertEquals(BadInputException.Kind.DATA, bad.kind());
        assertTrue(String.valueOf(bad.getMessage()).contains(message), bad.getMessage());
        assertEquals(1, String.valueOf(bad.getMessage()).lines().count(), bad.getMessage());
    }

    @Test
    void brokenYamlIsRefused() {
        assertFails("name: {a", "f, line 1: not valid YAML");
        assertFails("- a\n- b\n", "the scenario must be a group of keys");
        assertFails("name: a\n\u0001", "not valid YAML");
        assertFails(FULL + "---\nname: second\n", "not valid YAML");
        assertFails("", "the scenario is empty");
        assertFails("a: &x {b: *x}", "unknown key");
        assertFails(FULL.replace("- {mode: twist", "mode: twist").replace("0.25}", "0.25"), "not valid YAML");
        assertFails(
                FULL.replace("[", "")
                        .replace("weak_modes:\n", "weak_modes: 3\n")
                        .replace("      - {mode: twist, amplitude: -1.5, delta_rad: 0.25}\n", ""),
                "truth.alignment.weak_modes is '3', needed is a list");
    }

    @Test
    void filesAreFoundByNameOrPath() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, FULL);
        assertEquals("everything", Scenarios.find(file.toString()).name());
        assertEquals("ideal", Scenarios.find("ideal").name());
        BadInputException bad = assertThrows(BadInputException.class, () -> Scenarios.find("ideall"));
        assertEquals(
                "scenario 'ideall' is neither a file nor one of ideal, w-like-2011, w-like-2011-detailed, did you mean \"ideal\"?",
                bad.getMessage());
        bad = assertThrows(
                BadInputException.class,
                () -> Scenarios.find(folder.resolve("none.yaml").toString()));
        assertEquals(BadInputException.Kind.USAGE, bad.kind());
        assertEquals(
                "cannot read scenario " + folder.resolve("none.yaml") + ": no such file or folder", bad.getMessage());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 1, 2});
        bad = assertThrows(BadInputException.class, () -> Scenarios.find(file.toString()));
        assertTrue(String.valueOf(bad.getMessage()).contains("not UTF-8"), bad.getMessage());
        assertThrows(BadInputException.class, () -> Scenarios.find(folder.toString()));
        assertThrows(IllegalArgumentException.class, () -> Scenarios.bundled("none"));
    }

    static void assertFails(String text, String message) {
        BadInputException bad = assertThrows(BadInputException.class, () -> ScenarioYaml.parse("f", text));
        assertEquals(BadInputException.Kind.USAGE, bad.kind());
        String given = String.valueOf(bad.getMessage());
        assertTrue(given.contains(message), given);
        assertTrue(given.startsWith("f"), given);
        assertEquals(1, given.lines().count(), given);
    }
}
