package org.sagitta.validation.study;

/** Mean and its error of a stream of numbers, by Welford's update; filled in a fixed order it is the same to the bit. */
final class Moments {
    private long count;
    private double mean;
    private double sumOfSquares;

    void add(double x) {
        count++;
        double delta = x - mean;
        mean += delta / count;
        sumOfSquares += delta * (x - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** Unbiased variance of the entries; NaN below two entries. */
    double variance() {
        return count < 2 ? Double.NaN : sumOfSquares / (count - 1);
    }

    /** Square of the statistical error of the mean; NaN below two entries. */
    double varianceOfMean() {
        return variance() / count;
    }
}
