package org.sagitta.validation.study;

/** Mean of numbers of pairs and its error, where neighbours may be twins of one decay: the mean of twins is one entry. */
final class TwinMoments {
    private final Moments decays = new Moments();
    private long decay = -1;
    private double sum;
    private int twins;

    /** Adds the number of a pair; pairs come in their order. */
    void add(PairChange pair, double x) {
        if (pair.decay() != decay) {
            close();
            decay = pair.decay();
        }
        sum += x;
        twins++;
    }

    private void close() {
        if (twins > 0) {
            decays.add(sum / twins);
        }
        sum = 0;
        twins = 0;
    }

    /** Of all pairs added; none may be added afterwards. */
    Moments moments() {
        close();
        return decays;
    }
}
