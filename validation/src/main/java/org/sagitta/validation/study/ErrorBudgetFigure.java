package org.sagitta.validation.study;

/** A relative bias and its statistical error. */
public record ErrorBudgetFigure(double value, double error) {
    /** From the value with all events and those without each group: the delete-a-group jackknife. */
    static ErrorBudgetFigure of(double all, double[] withoutGroup) {
        double mean = 0;
        for (double v : withoutGroup) {
            mean += v / withoutGroup.length;
        }
        double sum = 0;
        for (double v : withoutGroup) {
            sum += (v - mean) * (v - mean);
        }
        return new ErrorBudgetFigure(all, Math.sqrt(sum * (withoutGroup.length - 1) / withoutGroup.length));
    }
}
