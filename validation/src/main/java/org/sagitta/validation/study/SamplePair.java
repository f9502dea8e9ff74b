package org.sagitta.validation.study;

/**
 * The sample of a resonance in a scenario and in its ideal partner.
 *
 * @param partner how the events of the two belong together
 */
public record SamplePair(PairStore scenario, PairStore ideal, Partner partner) {

    /** How the events of two worlds belong together. */
    public enum Partner {
        /** The same events with the same random numbers: events of equal number are the same muons. */
        SAME_EVENTS,
        /** Statistically independent. */
        OTHER_EVENTS
    }

    /** Is told of all pairs. */
    interface Visitor {
        /** A pair of the scenario. */
        void scenario(PairSample block, int i);

        /** A pair of the ideal world. */
        void ideal(PairSample block, int i);

        /** An event that is accepted in both worlds, after each of its pairs was visited. */
        void both(PairSample scenario, int i, PairSample ideal, int j);
    }

    /** Visits all pairs of both samples, in the order of the scenario's events. */
    void visit(Visitor visitor) {
        Cursor other = new Cursor(ideal);
        scenario.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                long event = block.truth(i).event();
                other.before(event, visitor);
                visitor.scenario(block, i);
                other.at(event, partner, block, i, visitor);
            }
        });
        other.before(Long.MAX_VALUE, visitor);
    }

    /** The next pair of the ideal sample. */
    private static final class Cursor {
        private final PairStore store;
        private PairSample block;
        private int next;
        private int first;

        Cursor(PairStore store) {
            this.store = store;
            this.block = store.block(0, Math.min(PairStore.BLOCK, store.size()));
        }

        private boolean hasNext() {
            if (next == block.size() && first + next < store.size()) {
                first += next;
                next = 0;
                block = store.block(first, Math.min(first + PairStore.BLOCK, store.size()));
            }
            return next < block.size();
        }

        /** Visits all pairs of earlier events. */
        void before(long event, Visitor visitor) {
            while (hasNext() && block.truth(next).event() < event) {
                visitor.ideal(block, next++);
            }
        }

        void at(long event, Partner partner, PairSample scenario, int i, Visitor visitor) {
            if (partner == Partner.SAME_EVENTS && hasNext() && block.truth(next).event() == event) {
                visitor.ideal(block, next);
                visitor.both(scenario, i, block, next++);
            }
        }
    }
}
