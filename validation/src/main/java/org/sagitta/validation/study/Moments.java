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

    /** Adds the numbers of another one (T. Chan, G. Golub, R. LeVeque, The American Statistician 37 (1983) 242, eq. 2.1). */
    void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        double all = (double) count + other.count;
        double delta = other.mean - mean;
        mean += delta * (other.count / all);
        sumOfSquares += other.sumOfSquares + delta * delta * (count * (other.count / all));
        count += other.count;
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
