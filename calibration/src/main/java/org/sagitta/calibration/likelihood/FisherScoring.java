package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.fit.LinearStep;
import org.sagitta.calibration.model.Covariance;

/**
 * Minimises -ln L plus Gaussian constraints: each step solves (I + P) d = -(gradient + P (p - p_0)) with I the sum of the
 * outer products of the scores, which is never negative, and is halved until the sum goes down. At the minimum (I + P)^-1
 * is the covariance (Fisher information, in its empirical form).
 */
public final class FisherScoring {
    private static final int MAX_HALVINGS = 12;
    /** A rise of -ln L that is rounding, relative to its value. */
    private static final double ROUNDING = 1e-12;

    /**
     * A gain of -ln L after which a step was the last. Where the events hardly know a parameter, steps in units of its error
     * stay large and lead nowhere.
     */
    private static final double NOTHING_TO_GAIN = 1e-5;

    private FisherScoring() {}

    /** A likelihood as a function of its parameters. */
    public interface Likelihood {
        /** The sums over all events at these values. */
        ScoreSums at(double[] values);

        /** Whether the density exists at these values. */
        default boolean allows(double[] values) {
            return true;
        }
    }

    /** Gaussian constraints. */
    public static final class Constraints {
        private final double[] centre;
        private final double[] precision;

        /**
         * Keeps copies.
         *
         * @param centre of each parameter; where the minimisation starts
         * @param precision 1 / sigma^2 of each parameter, 0 for a free one
         */
        public Constraints(double[] centre, double[] precision) {
            this.centre = centre.clone();
            this.precision = precision.clone();
        }

        private double[] deviation(double[] values) {
            double[] deviation = values.clone();
            for (int i = 0; i < values.length; i++) {
                deviation[i] -= centre[i];
            }
            return deviation;
        }

        private double penalty(double[] values) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double d = values[i] - centre[i];
                sum += 0.5 * precision[i] * d * d;
            }
            return sum;
        }
    }

    /** The minimum. Immutable. */
    public static final class Minimum {
        private final double[] values;
        private final Covariance covariance;
        private final double negativeLog;
        private final int iterations;
        private final long events;

        private Minimum(double[] values, Covariance covariance, ScoreSums sums, int iterations) {
            this.values = values.clone();
            this.covariance = covariance;
            this.negativeLog = sums.negativeLog();
            this.iterations = iterations;
            this.events = sums.events();
        }

        /** A copy of the values. */
        public double[] values() {
            return values.clone();
        }

        /** Covariance of all parameters. */
        public Covariance covariance() {
            return covariance;
        }

        /** -ln L without constraints. */
        public double negativeLog() {
            return negativeLog;
        }

        /** Steps taken. */
        public int iterations() {
            return iterations;
        }

        /** Events that were used. */
        public long events() {
            return events;
        }
    }

    /**
     * Finds the minimum, from the centre of the constraints.
     *
     * @param tolerance it ends when no parameter would move by more than this part of its standard deviation, or
     *     when -ln L falls by less than {@value #NOTHING_TO_GAIN}
     * @throws IllegalStateException if it does not end within {@code maxIterations}
     * @throws IllegalArgumentException if the events do not determine the parameters
     */
    public static Minimum minimise(
            Likelihood likelihood, Constraints constraints, double tolerance, int maxIterations) {
        double[] values = constraints.centre.clone();
        ScoreSums sums = likelihood.at(values);
        double lastPull = Double.POSITIVE_INFINITY;
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            LinearStep step = sums.information().solve(constraints.deviation(values), constraints.precision);
            lastPull = step.largestPull();
            double[] full = step.addedTo(values);
            double before = sums.negativeLog() + constraints.penalty(values);
            double fraction = 1;
            double[] next = full;
            ScoreSums there = sums;
            for (int h = 0; h < MAX_HALVINGS; h++) {
                next = between(values, full, fraction);
                if (likelihood.allows(next)) {
                    there = likelihood.at(next);
                    double after = there.negativeLog() + constraints.penalty(next);
                    if (after <= before + ROUNDING * Math.abs(before)) {
                        break;
                    }
                }
                fraction *= 0.5;
            }
            double gain = before - there.negativeLog() - constraints.penalty(next);
            values = next;
            sums = there;
            if (lastPull <= tolerance || gain < NOTHING_TO_GAIN) {
                return new Minimum(values, step.covariance(), sums, iteration);
            }
        }
        throw new IllegalStateException("likelihood: after " + maxIterations + " iterations a parameter still moves by "
                + lastPull + " of its standard deviation, allowed is " + tolerance);
    }

    private static double[] between(double[] from, double[] to, double fraction) {
        double[] point = from.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += fraction * (to[i] - from[i]);
        }
        return point;
    }
}
