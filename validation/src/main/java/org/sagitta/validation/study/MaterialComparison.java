package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        BudgetStudy planes = BudgetStudy.of(MaterialModel.PLANES, nominal, published);
        BudgetStudy detailed = BudgetStudy.of(MaterialModel.DETAILED, nominal, published);
        List<DetectorComparison> all = new ArrayList<>();
        all.addAll(compared(PLANES, planes, published.planes(), Known.COMPUTED, PLANES_SOURCE));
        all.addAll(compared(DETAILED, detailed, published.detailed(), Known.COMPUTED, DETAILED_SOURCE));
        all.addAll(compared(DETAILED, detailed, published.paper(), Known.RECALLED, PAPER_SOURCE));
        return all;
    }

    private static List<DetectorComparison> compared(
            String quantity, BudgetStudy study, Map<Double, Double> published, Known known, String source) {
        return study.rows(published.keySet()).stream()
                .map(row -> {
                    double eta = row.absEta();
                    double value = Objects.requireNonNull(published.get(eta));
                    PublishedFigure figure =
                            new PublishedFigure(quantity, Double.NaN, eta, eta, value, value, "1", known, source);
                    return new DetectorComparison(figure, row.xOverX0(), 0);
                })
                .toList();
    }
}
