package org.sagitta.validation.study;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.passive.CmsPassiveMaterial;
import org.sagitta.geometry.passive.MaterialBudget;
import org.sagitta.geometry.passive.PassiveMaterial;

/**
 * The matter of one model against |eta|, by straight rays from the origin, each model in the way in which its published
 * column was made: the planes at one |eta|, the detailed model as the mean over |eta| within 0.05.
 */
public final class BudgetStudy {
    /** Azimuths at each end; the published columns have as many. */
    private static final int PHI_STEPS = 120;

    private static final double ETA_HALF_WIDTH = 0.05;
    private static final int ETA_STEPS = 21;

    private final MaterialModel model;
    private final MaterialBudget budget;
    private final NavigableMap<Double, Double> published;

    private BudgetStudy(MaterialModel model, MaterialBudget budget, NavigableMap<Double, Double> published) {
        this.model = model;
        this.budget = budget;
        this.published = published;
    }

    /**
     * The study of one model.
     *
     * @param tracker ideal, with the matter of the planes
     */
    public static BudgetStudy of(MaterialModel model, Tracker tracker, PublishedMaterial published) {
        return switch (model) {
            case PLANES ->
                new BudgetStudy(
                        model, new MaterialBudget(SensorIndex.of(tracker), PassiveMaterial.NONE), published.planes());
            case DETAILED ->
                new BudgetStudy(
                        model,
                        new MaterialBudget(
                                SensorIndex.of(PassiveMaterial.bareSensors(tracker)), CmsPassiveMaterial.load(tracker)),
                        published.detailed());
        };
    }

    /** One row per |eta|. */
    public List<BudgetRow> rows(Collection<Double> absEta) {
        return absEta.stream().map(this::row).toList();
    }

    private BudgetRow row(double absEta) {
        MaterialSlab met = switch (model) {
            case PLANES -> budget.at(absEta, PHI_STEPS);
            case DETAILED -> budget.around(absEta, ETA_HALF_WIDTH, ETA_STEPS, PHI_STEPS);
        };
        Double known = published.get(absEta);
        return new BudgetRow(
                absEta, met.xOverX0(), met.xiGev(), known == null ? OptionalDouble.empty() : OptionalDouble.of(known));
    }
}
