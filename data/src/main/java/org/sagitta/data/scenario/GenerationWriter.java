package org.sagitta.data.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** Writes the sections {@code beam_spot} and {@code generation}; what is at its default in them is left out. */
final class GenerationWriter {
    private GenerationWriter() {}

    static Map<String, Object> beamSpot(BeamSpot spot) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sigma_xy_um", ScenarioWriter.in(Units.UM, spot.sigmaXy()));
        map.put("sigma_z_mm", spot.sigmaZ());
        Vec3 centre = spot.centre();
        if (!centre.equals(Vec3.ZERO)) {
            map.put("x_mm", centre.x());
            map.put("y_mm", centre.y());
            map.put("z_mm", centre.z());
        }
        if (spot.slopeX() != 0 || spot.slopeY() != 0) {
            map.put("slope_x", spot.slopeX());
            map.put("slope_y", spot.slopeY());
        }
        return map;
    }

    static Map<String, Object> generation(GenerationChoice choice) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("radiation", word(choice.radiation()));
        map.put("z_line", word(choice.zLine()));
        map.put("z_spectra", word(choice.zSpectra()));
        map.put("z_angles", word(choice.zAngles()));
        map.put("b_fraction", choice.bFraction());
        map.put("background_fraction", choice.continuum().fraction());
        map.put("background_slope_per_gev", choice.continuum().slope());
        Map<String, Object> polarisation = new LinkedHashMap<>();
        choice.polarisation().forEach((resonance, value) -> {
            Map<String, Object> lambdas = new LinkedHashMap<>();
            lambdas.put("lambda_theta", value.lambdaTheta());
            lambdas.put("lambda_phi", value.lambdaPhi());
            lambdas.put("lambda_theta_phi", value.lambdaThetaPhi());
            polarisation.put(resonance.name(), lambdas);
        });
        map.put("polarisation", polarisation);
        return map;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
