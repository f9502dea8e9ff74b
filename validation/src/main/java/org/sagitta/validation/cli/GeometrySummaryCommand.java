package org.sagitta.validation.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.TrackerSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sagitta geometry summary}: counts of sensors and the material groups. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = "Sensors, modules and layers of each subdetector, and the material groups.")
final class GeometrySummaryCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GeometryReport report = new GeometryReport();

    @Override
    public void run() {
        report.print(
                values(TrackerSummary.of(CmsTracker.load())), spec.commandLine().getOut());
    }

    private static Map<String, Object> values(TrackerSummary summary) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sensors_total", summary.sensors());
        values.put("modules_total", summary.modules());
        summary.subdetectors().forEach((s, p) -> values.put("sensors_" + lower(s), p.sensors()));
        summary.subdetectors().forEach((s, p) -> values.put("layers_" + lower(s), p.layers()));
        List<Map<String, Object>> parts = new ArrayList<>();
        summary.subdetectors().forEach((s, p) -> parts.add(part(lower(s), p)));
        values.put("subdetectors", parts);
        values.put("material_group_count", summary.materialGroups().size());
        values.put(
                "material_groups",
                summary.materialGroups().stream()
                        .map(GeometrySummaryCommand::group)
                        .toList());
        return values;
    }

    private static Map<String, Object> part(String name, TrackerSummary.Part part) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("sensors", part.sensors());
        row.put("modules", part.modules());
        row.put("layers", part.layers());
        row.put("r_min_mm", part.rMin());
        row.put("r_max_mm", part.rMax());
        row.put("abs_z_max_mm", part.absZMax());
        return row;
    }

    private static Map<String, Object> group(TrackerSummary.MaterialGroup group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", group.name());
        row.put("sensors", group.sensors());
        row.put("modules", group.modules());
        row.put("x_over_x0", group.xOverX0PerModule());
        row.put("xi_gev", group.xiGevPerModule());
        return row;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
