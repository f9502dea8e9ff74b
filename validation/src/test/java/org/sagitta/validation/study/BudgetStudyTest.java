package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Tracker;

class BudgetStudyTest {
    /** Relative; required of both models at each of the 26 |eta|. */
    private static final double REQUIRED = 0.03;

    private static Tracker tracker;
    private static PublishedMaterial published;

    @BeforeAll
    static void load() {
        tracker = CmsTracker.load();
        published = PublishedMaterial.load();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithThePublishedColumn(MaterialModel model) {
        List<BudgetRow> rows = BudgetStudy.of(model, tracker, published)
                .rows(published.planes().keySet());
        assertEquals(26, rows.size());
        for (BudgetRow row : rows) {
            assertEquals(1, row.ratio().orElseThrow(), REQUIRED, model + " at |eta| = " + row.absEta());
        }
    }

    /** What CMS shows: 0.4 at eta = 0 and about 1.8 at 1.4, here within the 10 % to which the figure is known. */
    @Test
    void isWhatCmsShows() {
        List<BudgetRow> rows =
                BudgetStudy.of(MaterialModel.DETAILED, tracker, published).rows(List.of(0.0, 1.4));
        assertEquals(0.4, rows.get(0).xOverX0(), 0.04);
        assertEquals(1.8, rows.get(1).xOverX0(), 0.18);
        assertTrue(rows.get(0).published().isEmpty());
        assertEquals(
                Set.of(0.0, 0.5, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.4),
                published.paper().keySet());
    }

    /** Two models of one detector lose about the same energy: within a quarter up to |eta| = 2.2, walls left aside. */
    @Test
    void bothModelsIoniseAlike() {
        List<Double> absEta = List.of(0.1, 0.5, 0.8);
        List<BudgetRow> planes =
                BudgetStudy.of(MaterialModel.PLANES, tracker, published).rows(absEta);
        List<BudgetRow> detailed =
                BudgetStudy.of(MaterialModel.DETAILED, tracker, published).rows(absEta);
        for (int i = 0; i < planes.size(); i++) {
            assertEquals(1, detailed.get(i).xiGev() / planes.get(i).xiGev(), 0.25, "at " + absEta.get(i));
        }
    }
}
