package org.sagitta.data.scenario;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.Continuum;
import org.sagitta.data.generation.QuarkoniumPolarisation;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.generation.ZLine;
import org.sagitta.data.generation.ZSpectra;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** Reads the sections {@code beam_spot} and {@code generation}. */
final class GenerationReader {
    private static final NumberRange SIGMA_XY_UM = new NumberRange(0, 1e4);
    private static final NumberRange SIGMA_Z_MM = new NumberRange(0, 500);
    /** The beam pipe ends at 29 mm. */
    private static final NumberRange TRANSVERSE_MM = new NumberRange(-20, 20);

    private static final NumberRange ALONG_MM = new NumberRange(-300, 300);
    private static final NumberRange SLOPE = new NumberRange(-0.01, 0.01);
    private static final NumberRange SHARE = new NumberRange(0, 1);
    /** A pair in a hundred must be left of the resonance. */
    private static final NumberRange BACKGROUND = new NumberRange(0, 0.99);

    private static final NumberRange BACKGROUND_SLOPE = new NumberRange(-10, 10);
    private static final NumberRange LAMBDA = new NumberRange(-1, 1);

    private GenerationReader() {}

    static BeamSpot beamSpot(YamlMap map) {
        double sigmaXy = map.number("sigma_xy_um", SIGMA_XY_UM) * Units.UM;
        double sigmaZ = map.number("sigma_z_mm", SIGMA_Z_MM) * Units.MM;
        Vec3 centre = new Vec3(
                map.number("x_mm", TRANSVERSE_MM, 0) * Units.MM,
                map.number("y_mm", TRANSVERSE_MM, 0) * Units.MM,
                map.number("z_mm", ALONG_MM, 0) * Units.MM);
        return new BeamSpot(centre, map.number("slope_x", SLOPE, 0), map.number("slope_y", SLOPE, 0), sigmaXy, sigmaZ);
    }

    static GenerationChoice generation(YamlMap map) {
        GenerationChoice standard = GenerationChoice.STANDARD;
        return new GenerationChoice(
                map.word("radiation", Radiation.class, standard.radiation()),
                map.word("z_line", ZLine.class, standard.zLine()),
                map.word("z_spectra", ZSpectra.class, standard.zSpectra()),
                map.word("z_angles", GenerationChoice.ZAngles.class, standard.zAngles()),
                map.number("b_fraction", SHARE, 0),
                continuum(map),
                map.optionalMap("polarisation", quarkonia())
                        .map(GenerationReader::polarisation)
                        .orElse(Map.of()));
    }

    private static Continuum continuum(YamlMap map) {
        Continuum none = Continuum.NONE;
        return new Continuum(
                map.number("background_fraction", BACKGROUND, none.fraction()),
                map.number("background_slope_per_gev", BACKGROUND_SLOPE, none.slope()),
                none.relativeWindow());
    }

    private static Map<Resonance, QuarkoniumPolarisation> polarisation(YamlMap map) {
        Map<Resonance, QuarkoniumPolarisation> values = new EnumMap<>(Resonance.class);
        for (String name : quarkonia()) {
            Optional<YamlMap> given = map.optionalMap(name, Keys.POLARISATION);
            given.ifPresent(value -> values.put(Resonance.valueOf(name), polarisation(map, name, value)));
        }
        return values;
    }

    private static QuarkoniumPolarisation polarisation(YamlMap map, String name, YamlMap given) {
        double theta = given.number("lambda_theta", LAMBDA, 0);
        double phi = given.number("lambda_phi", LAMBDA, 0);
        double mixed = given.number("lambda_theta_phi", LAMBDA, 0);
        if (!QuarkoniumPolarisation.isPossible(theta, phi, mixed)) {
            throw map.wrong(
                    name,
                    "parameters that a spin state can have, not lambda_theta " + theta + ", lambda_phi " + phi
                            + ", lambda_theta_phi " + mixed);
        }
        return new QuarkoniumPolarisation(theta, phi, mixed);
    }

    private static Set<String> quarkonia() {
        Set<String> names = new LinkedHashSet<>();
        for (Resonance resonance : Resonance.values()) {
            if (resonance != Resonance.Z) {
                names.add(resonance.name());
            }
        }
        return names;
    }
}
