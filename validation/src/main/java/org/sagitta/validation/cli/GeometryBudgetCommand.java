package org.sagitta.validation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.IoReason;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.report.BudgetChart;
import org.sagitta.validation.study.BudgetRow;
import org.sagitta.validation.study.BudgetStudy;
import org.sagitta.validation.study.PublishedMaterial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sagitta geometry budget}: matter against |eta|, beside what is published. */
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        description = {
            "x/X0 and xi against |eta| for both choices of material, by straight rays from the origin, beside the"
                    + " published column of each.",
            "Means over azimuth and both ends; \"detailed\" also over |eta| within 0.05, as its column."
        })
final class GeometryBudgetCommand implements Runnable {
    /** Name of the figure in the folder. */
    static final String FIGURE = "material-budget.svg";

    private static final double ABS_ETA_MAX = 2.5;
    private static final double LEAST_STEP = 0.01;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GeometryReport report = new GeometryReport();

    @Option(
            names = "--material",
            paramLabel = "MODEL",
            description = "planes (folded onto the sensors) or detailed (where it is); both if not given.")
    private @Nullable MaterialModel only;

    @Option(
            names = "--eta-step",
            paramLabel = "STEP",
            description = "Rows at 0, STEP, 2 STEP... up to 2.5 instead of the 26 published |eta|.")
    private @Nullable Double step;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the figure " + FIGURE + "; made if it does not exist. No figure if not given.")
    private @Nullable Path output;

    @Override
    public void run() {
        PublishedMaterial published = PublishedMaterial.load();
        Collection<Double> absEta = step == null ? published.planes().keySet() : grid(step);
        Tracker tracker = CmsTracker.load();
        Map<MaterialModel, List<BudgetRow>> budgets = new EnumMap<>(MaterialModel.class);
        for (MaterialModel model : MaterialModel.values()) {
            if (only == null || only == model) {
                budgets.put(model, BudgetStudy.of(model, tracker, published).rows(absEta));
            }
        }
        if (output != null) {
            BudgetChart.figure(budgets, published).writeSvg(made(output).resolve(FIGURE));
        }
        report.print(values(budgets), spec.commandLine().getOut());
    }

    private static List<Double> grid(double step) {
        if (!(step >= LEAST_STEP && step <= ABS_ETA_MAX)) {
            throw BadInputException.usage("geometry budget: --eta-step = " + step + ", allowed is 0.01 to 2.5");
        }
        List<Double> grid = new ArrayList<>();
        // the table's values have two decimals, and so has the grid where the step has
        for (int i = 0; i * step <= ABS_ETA_MAX * (1 + 1e-12); i++) {
            grid.add(Math.rint(i * step * 1e9) / 1e9);
        }
        return grid;
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw BadInputException.usage("--output " + folder + ": cannot be made, " + IoReason.of(e));
        }
    }

    private static Map<String, Object> values(Map<MaterialModel, List<BudgetRow>> budgets) {
        Map<String, Object> values = new LinkedHashMap<>();
        budgets.forEach((model, rows) -> {
            String name = model.name().toLowerCase(Locale.ROOT);
            rows.stream()
                    .filter(r -> r.ratio().isPresent())
                    .mapToDouble(r -> Math.abs(r.ratio().getAsDouble() - 1))
                    .max()
                    .ifPresent(worst -> values.put(name + "_worst_difference", worst));
            values.put(name, rows.stream().map(GeometryBudgetCommand::row).toList());
        });
        return values;
    }

    /** A row without a published value has none in JSON either. */
    private static Map<String, Object> row(BudgetRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("abs_eta", row.absEta());
        values.put("x_over_x0", row.xOverX0());
        values.put("xi_gev", row.xiGev());
        row.published().ifPresent(p -> values.put("published_x_over_x0", p));
        row.ratio().ifPresent(r -> values.put("ratio", r));
        return values;
    }
}
