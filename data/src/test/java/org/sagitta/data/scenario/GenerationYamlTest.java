package org.sagitta.data.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.Continuum;
import org.sagitta.data.generation.QuarkoniumPolarisation;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.generation.ZLine;
import org.sagitta.data.generation.ZSpectra;
import org.sagitta.geometry.linear.Vec3;

/** Keys of {@code generation}, of the beam spot and of the other resonances. */
class GenerationYamlTest {
    private static final String GENERATION = """
            generation:
              radiation: multi_photon
              z_line: full
              z_spectra: measured
              z_angles: angular_coefficients
              b_fraction: 0.25
              background_fraction: 0.1
              background_slope_per_gev: 1.5
              polarisation:
                PSI_2S: {lambda_theta: 0.5, lambda_phi: -0.1, lambda_theta_phi: 0.05}
                UPSILON_1S: {lambda_theta: -1}
            """;

    private static String withGeneration() {
        return ScenarioYamlTest.FULL
                .replace("JPSI: 10,", "JPSI: 10, UPSILON_3S: 7,")
                .replace("    Z: 25.0\n", "    Z: 25.0\n    UPSILON_2S: 5.0\n")
                .replace(
                        "  sigma_z_mm: 45\n",
                        "  sigma_z_mm: 45\n  x_mm: 0.7\n  y_mm: -0.4\n  z_mm: 3\n  slope_x: 1.0e-4\n  slope_y: -2.0e-4\n")
                .replace("acceptance:\n", GENERATION + "acceptance:\n");
    }

    @Test
    void howEventsAreMadeArrives() {
        Scenario s = ScenarioYaml.parse("f", withGeneration());
        GenerationChoice expected = new GenerationChoice(
                Radiation.MULTI_PHOTON,
                ZLine.FULL,
                ZSpectra.MEASURED,
                GenerationChoice.ZAngles.ANGULAR_COEFFICIENTS,
                0.25,
                new Continuum(0.1, 1.5, 0.15),
                Map.of(
                        Resonance.PSI_2S, new QuarkoniumPolarisation(0.5, -0.1, 0.05),
                        Resonance.UPSILON_1S, new QuarkoniumPolarisation(-1, 0, 0)));
        assertEquals(expected, s.generation());
        assertEquals(new BeamSpot(new Vec3(0.7, -0.4, 3), 1e-4, -2e-4, 12.3 * 1e-3, 45), s.beamSpot());
        assertEquals(7, s.events(Resonance.UPSILON_3S));
        assertEquals(new Acceptance(2.3, 5), s.acceptance(Resonance.UPSILON_2S));
        assertEquals(new Acceptance(2.3, 4), s.acceptance(Resonance.UPSILON_3S));
        assertEquals(s, ScenarioYaml.parse("canonical", ScenarioYaml.write(s)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "radiation: multi_photon | radiation: photos | generation.radiation is 'photos', needed is one of none, one_photon, multi_photon, multi_photon_corrected",
                "z_spectra: measured | z_spectra: cms | generation.z_spectra is 'cms', needed is one of simple, measured",
                "b_fraction: 0.25 | b_fraction: 1.25 | generation.b_fraction is '1.25', needed is a number from 0 to 1",
                "background_fraction: 0.1 | background_fraction: 1 | generation.background_fraction is '1', needed is a number from 0 to 0.99",
                "UPSILON_1S: {lambda_theta: -1} | UPSILON_1S: {lambda_theta: -1, lambda_phi: 0.5} | generation.polarisation.UPSILON_1S is a group of keys, needed is parameters that a spin state can have",
                "UPSILON_1S: {lambda | Z: {lambda | unknown key 'generation.polarisation.Z'",
                "x_mm: 0.7 | x_mm: 70 | beam_spot.x_mm is '70', needed is a number from -20 to 20"
            })
    void mistakesInHowEventsAreMadeAreNamed(String there, String instead, String message) {
        assertTrue(withGeneration().contains(there), there);
        ScenarioYamlTest.assertFails(withGeneration().replace(there, instead), message);
    }
}
