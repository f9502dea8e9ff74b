package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.likelihood.FisherScoring.Constraints;
import org.sagitta.calibration.likelihood.FisherScoring.Minimum;
import org.sagitta.calibration.model.SparseVector;

/**
 * The peak of one cell.
 *
 * @param offset where the peak is, ln(m' / target)
 * @param sigma its standard deviation
 */
record CellPeak(double offset, double sigma) {
    /** Offset, logit of the signal, slope of the background, logarithm of the factor on the errors. */
    private static final int PARAMETERS = 4;

    private static final double[] CENTRE = {0, 3, 0, 0};
    /** Weak constraints: 5 % on the offset, 1.5 on logit and slope, a factor 1.2 on the errors. */
    private static final double[] PRECISION = {1 / (0.05 * 0.05), 1 / 2.25, 1 / 2.25, 1 / (0.2 * 0.2)};

    private static final int MAX_ITERATIONS = 200;

    static CellPeak fit(
            CellColumns columns,
            CellColumns.Corrected corrected,
            int cell,
            PeakShape shape,
            MassRange range,
            double tolerance) {
        FisherScoring.Likelihood likelihood = values -> {
            ScoreSums sums = new ScoreSums(PARAMETERS);
            PeakMixture mixture = new PeakMixture(shape, range, values[1], values[2]);
            SparseVector score = new SparseVector(PARAMETERS);
            for (int j = 0; j < columns.count(cell); j++) {
                int pair = columns.pair(cell, j);
                mixture.evaluate(
                        columns.logMass(pair),
                        corrected.scale(pair) - values[0],
                        Math.exp(values[3]) * columns.sigma(pair));
                score.clear();
                score.append(0, -mixture.dScale());
                score.append(1, mixture.dLogit());
                score.append(2, mixture.dKappa());
                score.append(3, mixture.dLogSigma());
                sums.add(mixture.density(), score);
            }
            return sums;
        };
        Minimum minimum =
                FisherScoring.minimise(likelihood, new Constraints(CENTRE, PRECISION), tolerance, MAX_ITERATIONS);
        return new CellPeak(minimum.values()[0], minimum.covariance().sigma(0));
    }
}
