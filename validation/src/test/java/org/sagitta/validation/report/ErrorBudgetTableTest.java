package org.sagitta.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.validation.study.ErrorBudgetFigure;
import org.sagitta.validation.study.ErrorBudgetLine;

class ErrorBudgetTableTest {
    private static ErrorBudgetLine line(double z) {
        ErrorBudgetFigure small = new ErrorBudgetFigure(1e-6, 2e-6);
        List<ErrorBudgetFigure> bins = Collections.nCopies(12, small);
        return new ErrorBudgetLine(
                "field",
                "a spline",
                small,
                small,
                new ErrorBudgetLine.Tested(small, new ErrorBudgetFigure(7e-6, 3e-6), bins),
                new ErrorBudgetLine.Tested(small, new ErrorBudgetFigure(z, 4e-6), bins),
                bins,
                bins);
    }

    @Test
    void figuresAreInPpmWithTheirErrors() {
        List<String> lines =
                ErrorBudgetTable.of(List.of(line(-21.4e-6))).lines().toList();
        String row = lines.get(2);
        assertTrue(row.startsWith("field "), row);
        assertTrue(row.contains(" 7+-3 "), row);
        assertTrue(row.contains(" -21+-4 "), row);
        assertTrue(row.endsWith("  a spline"), row);
        String last = lines.get(lines.size() - 1);
        assertEquals(12, last.length() - last.replace("+", "").length(), last);
    }
}
