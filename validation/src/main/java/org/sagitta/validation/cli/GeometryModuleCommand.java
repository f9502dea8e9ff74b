package org.sagitta.validation.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sagitta.geometry.alignment.StructureLevel;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorAddress;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sagitta geometry module NAME}: all that is known about one sensor. */
@Command(
        name = "module",
        mixinStandardHelpOptions = true,
        description = "Place, outline, channels, resolution and material of one sensor.")
final class GeometryModuleCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GeometryReport report = new GeometryReport();

    @Parameters(paramLabel = "NAME", description = "Name of the sensor, such as TOB+/L3/inner/rod2/mod4/rphi.")
    private String name = "";

    @Override
    public void run() {
        Tracker tracker = CmsTracker.load();
        Sensor sensor = tracker.find(name).orElseThrow(() -> unknown(tracker));
        Map<String, Object> values = new LinkedHashMap<>();
        putAddress(values, sensor, tracker);
        putPlace(values, sensor);
        putOutline(values, sensor.outline());
        values.put("thickness_um", sensor.thickness() / Units.UM);
        putTopology(values, sensor);
        values.put("sigma_u_um", sensor.resolution().sigmaU() / Units.UM);
        values.put("sigma_v_um", sensor.resolution().sigmaV() / Units.UM);
        values.put("material_group", sensor.materialGroup());
        values.put("x_over_x0", sensor.material().xOverX0());
        values.put("xi_gev", sensor.material().xiGev());
        putStructures(values, sensor);
        report.print(values, spec.commandLine().getOut());
    }

    private BadInputException unknown(Tracker tracker) {
        List<String> names = tracker.sensors().stream().map(Sensor::name).toList();
        return BadInputException.usage("geometry module: there is no sensor named \"" + name + "\""
                + DidYouMean.hint(name, names) + " (names look like BPIX/L1/outer/ladder1/mod1)");
    }

    private static void putAddress(Map<String, Object> values, Sensor sensor, Tracker tracker) {
        SensorAddress address = sensor.address();
        values.put("name", sensor.name());
        values.put("id", sensor.index() + 1);
        values.put("subdetector", lower(address.subdetector()));
        values.put("side", address.side());
        values.put("layer", address.layer());
        values.put("ring", address.ring());
        values.put("surface", address.face());
        values.put("structure", address.structure());
        values.put("panel", address.panel());
        values.put("module", address.module());
        values.put("kind", lower(address.kind()));
        values.put("other_side", otherSide(sensor, tracker).map(Sensor::name).orElse("none"));
    }

    private static Optional<Sensor> otherSide(Sensor sensor, Tracker tracker) {
        int pair = sensor.address().pairId();
        return tracker.sensors().stream()
                .filter(s -> pair != 0 && s.address().pairId() == pair && s.index() != sensor.index())
                .findFirst();
    }

    private static void putPlace(Map<String, Object> values, Sensor sensor) {
        Vec3 centre = sensor.plane().origin();
        values.put("centre_mm", components(centre));
        values.put("r_mm", centre.perp());
        values.put("phi_rad", centre.phi());
        values.put("eta", centre.eta());
        values.put("u_axis", components(sensor.plane().u()));
        values.put("v_axis", components(sensor.plane().v()));
        values.put("w_axis", components(sensor.plane().w()));
    }

    private static void putOutline(Map<String, Object> values, Outline outline) {
        values.put("half_width_u_at_minus_v_mm", outline.halfWidthAtMinusV());
        values.put("half_width_u_at_plus_v_mm", outline.halfWidthAtPlusV());
        values.put("half_length_v_mm", outline.halfLength());
        values.put("gap_v_centre_mm", outline.gapCentre());
        values.put("gap_half_length_v_mm", outline.gapHalfLength());
    }

    private static void putTopology(Map<String, Object> values, Sensor sensor) {
        if (sensor.topology() instanceof PixelTopology pixels) {
            values.put("topology", "pixel");
            values.put("rows_u", pixels.rows());
            values.put("columns_v", pixels.columns());
            values.put("pitch_u_um", pixels.pitchU() / Units.UM);
            values.put("pitch_v_um", pixels.pitchV() / Units.UM);
        } else if (sensor.topology() instanceof StripTopology strips) {
            boolean parallel = Double.isInfinite(strips.convergenceV());
            values.put("topology", parallel ? "parallel" : "radial");
            values.put("strips", strips.strips());
            values.put("pitch_u_um", strips.pitch() / Units.UM);
            if (!parallel) {
                values.put("v_convergence_mm", strips.convergenceV());
            }
        }
    }

    private static void putStructures(Map<String, Object> values, Sensor sensor) {
        Map<String, String> structures = new LinkedHashMap<>();
        Arrays.stream(StructureLevel.values())
                .filter(level -> level.holds(sensor))
                .forEach(level -> structures.put(lower(level), level.structureOf(sensor)));
        values.put("structures", structures);
    }

    private static List<Double> components(Vec3 v) {
        return List.of(v.x(), v.y(), v.z());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
