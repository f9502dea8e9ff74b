package org.sagitta.calibration.method;

/** Sums over legs in bins of charge and direction: a weighted mean of some quantity in each. One thread at a time. */
final class LegMeans {
    private final double[][] sum;
    private final double[][] weight;

    LegMeans(int bins) {
        sum = new double[2][bins];
        weight = new double[2][bins];
    }

    void addPlus(int bin, double value, double w) {
        sum[0][bin] += w * value;
        weight[0][bin] += w;
    }

    void addMinus(int bin, double value, double w) {
        sum[1][bin] += w * value;
        weight[1][bin] += w;
    }

    int bins() {
        return sum[0].length;
    }

    /** Sum of the weights of both charges in this bin. */
    double weight(int bin) {
        return weight[0][bin] + weight[1][bin];
    }

    /** True if legs of both charges were counted in this bin. */
    boolean isFilled(int bin) {
        return weight[0][bin] > 0 && weight[1][bin] > 0;
    }

    /** Mean of the positive legs; the bin must be filled. */
    double plus(int bin) {
        return sum[0][bin] / weight[0][bin];
    }

    /** Mean of the negative legs; the bin must be filled. */
    double minus(int bin) {
        return sum[1][bin] / weight[1][bin];
    }
}
