package org.sagitta.calibration.fit;

/**
 * How good a model is for a sample.
 *
 * @param name of the model
 * @param parameters their number
 * @param scenario criterion of the fit to the sample
 * @param ideal criterion of the fit to the ideal world, where nothing is to be found: what a model gains there it gains
 *     from imperfections of the target
 * @param cells cells of the held-out test, all folds together
 * @param heldOutChi2 sum over them of the squared pull of the mean residual of pairs that the fit has not seen
 * @param heldOutBias mean residual of these pairs, scenario minus ideal world, relative mass
 * @param heldOutBiasSigma its standard deviation
 */
public record ModelScore(
        String name,
        int parameters,
        InformationCriterion scenario,
        InformationCriterion ideal,
        int cells,
        double heldOutChi2,
        double heldOutBias,
        double heldOutBiasSigma) {

    /** AIC of the scenario less that of the ideal world. */
    public double aic() {
        return scenario.aic() - ideal.aic();
    }

    /** BIC of the scenario less that of the ideal world. */
    public double bic() {
        return scenario.bic() - ideal.bic();
    }
}
