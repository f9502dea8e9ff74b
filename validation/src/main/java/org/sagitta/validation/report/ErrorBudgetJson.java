package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.ErrorBudgetFigure;
import org.sagitta.validation.study.ErrorBudgetLine;

/** The error budget as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class ErrorBudgetJson {
    public static final String SCHEMA = "sagitta-budget/1";

    private static final double PPM = 1e-6;

    private ErrorBudgetJson() {}

    /**
     * The whole budget.
     *
     * @param scenario with its seed and the events generated in each world
     */
    public static ObjectNode tree(Scenario scenario, List<ErrorBudgetLine> lines) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario.name());
        root.put("seed", scenario.seed());
        root.put("jpsi", scenario.events(Resonance.JPSI));
        root.put("upsilon", scenario.events(Resonance.UPSILON_1S));
        root.put("z", scenario.events(Resonance.Z));
        ErrorBudgetLine.edges().forEach(edge -> root.withArray("eta_edges").add(edge));
        for (ErrorBudgetLine line : lines) {
            ObjectNode node = root.withArray("lines").addObject();
            node.put("effect", line.effect());
            node.put("remedy", line.remedy());
            figure(node.putObject("jpsi_before"), line.jpsiBefore());
            figure(node.putObject("jpsi_after"), line.jpsiAfter());
            tested(node, "upsilon", line.upsilon());
            tested(node, "z", line.z());
            figures(node, "even_45gev_by_eta", line.even45());
            figures(node, "odd_45gev_by_eta", line.odd45());
        }
        return root;
    }

    private static void tested(ObjectNode node, String name, ErrorBudgetLine.Tested mass) {
        figure(node.putObject(name + "_before"), mass.before());
        figure(node.putObject(name + "_after"), mass.after());
        figures(node, name + "_after_by_eta", mass.byEta());
    }

    private static void figures(ObjectNode node, String key, List<ErrorBudgetFigure> figures) {
        figures.forEach(f -> figure(node.withArray(key).addObject(), f));
    }

    private static void figure(ObjectNode node, ErrorBudgetFigure f) {
        JsonNumbers.put(node, "ppm", f.value() / PPM);
        JsonNumbers.put(node, "error_ppm", f.error() / PPM);
    }
}
