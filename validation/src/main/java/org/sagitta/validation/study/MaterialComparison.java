package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.validation.study.PublishedFigure.Known;

/** x/X0 against |eta| of both choices of material, beside what is published. */
public final class MaterialComparison {
    static final String PLANES = "x_over_x0_planes";
    static final String DETAILED = "x_over_x0_detailed";

    private static final String PLANES_SOURCE = "CMS software, planes of the track fit";
    private static final String DETAILED_SOURCE = "CMS software, fast simulation";
    private static final String PAPER_SOURCE = "arXiv:1405.6569 fig. 3";

    private MaterialComparison() {}

    /**
     * All comparisons, planes first.
     *
     * @param nominal tracker at its ideal place with the matter of the planes
     */
    public static List<DetectorComparison> of(Tracker nominal) {
        PublishedMaterial published = PublishedMaterial.load();
        List<DetectorComparison> all = new ArrayList<>();
        add(all, MaterialModel.PLANES, published.planes(), Known.COMPUTED, PLANES_SOURCE, nominal);
        add(all, MaterialModel.DETAILED, published.detailed(), Known.COMPUTED, DETAILED_SOURCE, nominal);
        add(all, MaterialModel.DETAILED, published.paper(), Known.RECALLED, PAPER_SOURCE, nominal);
        return all;
    }

    private static void add(
            List<DetectorComparison> all,
            MaterialModel model,
            Map<Double, Double> published,
            Known known,
            String source,
            Tracker nominal) {
        String quantity = "x_over_x0_" + model.name().toLowerCase(Locale.ROOT);
        BudgetStudy study = BudgetStudy.of(model, nominal, PublishedMaterial.load());
        List<BudgetRow> rows = study.rows(published.keySet());
        int i = 0;
        for (Map.Entry<Double, Double> entry : published.entrySet()) {
            double eta = entry.getKey();
            double value = entry.getValue();
            PublishedFigure figure =
                    new PublishedFigure(quantity, Double.NaN, eta, eta, value, value, "1", known, source);
            all.add(new DetectorComparison(figure, rows.get(i++).xOverX0(), 0));
        }
    }
}
