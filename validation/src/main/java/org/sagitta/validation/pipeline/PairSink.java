package org.sagitta.validation.pipeline;

/** Takes the accepted pairs of one sample in event order, for example to write them to a file. */
interface PairSink {
    /** Takes and forgets. */
    PairSink NONE = new PairSink() {
        @Override
        public void add(FittedPair pair) {}

        @Override
        public void close() {}
    };

    void add(FittedPair pair);

    /** Called once, after the last pair. */
    void close();
}
