package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;

class ErrorBudgetTest {
    private static final int EVENTS = 4000;

    private static Dimuon pair(double k) {
        return new Dimuon(new Muon(k, 0.3, 0.1, Charge.POSITIVE), new Muon(0.2, -0.2, 0.6, Charge.NEGATIVE), 0.03);
    }

    private static GroupedPairs pairs(int step) {
        GroupedPairs pairs = new GroupedPairs(EVENTS);
        for (int event = 0; event < EVENTS; event += step) {
            pairs.add(pair(0.2), new TruthPair(event, 0.2, 0.2, 3.1));
        }
        return pairs;
    }

    @Test
    void theJackknifeOfAMeanIsItsStandardError() {
        Random random = new Random(8);
        int groups = 400;
        double[] values = random.doubles(groups).toArray();
        Moments moments = new Moments();
        double sum = 0;
        for (double v : values) {
            moments.add(v);
            sum += v;
        }
        double[] without = new double[groups];
        for (int g = 0; g < groups; g++) {
            without[g] = (sum - values[g]) / (groups - 1);
        }
        ErrorBudgetFigure mean = ErrorBudgetFigure.of(sum / groups, without);
        assertEquals(Math.sqrt(moments.varianceOfMean()), mean.error(), 1e-12);
        assertEquals(moments.mean(), mean.value(), 1e-12);
    }

    @Test
    void groupsAreConsecutiveEventsAndLeaveOutEachEventOnce() {
        GroupedPairs pairs = pairs(1);
        int left = 0;
        for (int g = 0; g < GroupedPairs.GROUPS; g++) {
            left += pairs.size() - pairs.without(g).size();
        }
        assertEquals(EVENTS, left);
        assertEquals(EVENTS / GroupedPairs.GROUPS, pairs.without(0).truth(0).event());
        assertEquals(EVENTS, pairs.all().size());
    }

    @Test
    void commonEventsAreThoseOfBoth() {
        GroupedPairs common = pairs(2).alsoIn(pairs(3));
        assertEquals((EVENTS + 5) / 6, common.size());
        assertEquals(6, common.all().truth(1).event());
    }

    @Test
    void massesAreScaled() {
        double before = pairs(1).all().measured().get(5).mass();
        double after =
                pairs(1).withMasses(p -> 1 + 1e-4).all().measured().get(5).mass();
        assertEquals(1e-4, after / before - 1, 2e-6, "the muon mass does not scale");
    }

    @Test
    void theWorstIsTheLargest() {
        ErrorBudgetFigure worst = ErrorBudgetLine.worst(
                List.of(new ErrorBudgetFigure(1, 1), new ErrorBudgetFigure(-3, 1), new ErrorBudgetFigure(2, 1)));
        assertEquals(-3, worst.value());
        assertTrue(
                ErrorBudgetLine.edges().size() == 13 && ErrorBudgetLine.edges().get(0) == -2.4);
    }
}
