package org.sagitta.validation.cli;

import java.io.PrintWriter;
import org.sagitta.validation.pipeline.ProgressListener;

/** Shows progress on standard error. */
interface ProgressDisplay extends ProgressListener, AutoCloseable {

    /** Ends the last stage and leaves the cursor at the start of a line. */
    @Override
    void close();

    /** The display that a mode asks for. Whether standard error is a terminal is told by the launcher. */
    static ProgressDisplay open(ProgressMode mode, PrintWriter err) {
        boolean terminal = Boolean.getBoolean("sagitta.terminal");
        return switch (mode) {
            case NONE -> new Silent();
            case PLAIN -> new PlainProgress(err, System::nanoTime);
            case AUTO -> terminal ? new BarProgress(err) : new PlainProgress(err, System::nanoTime);
        };
    }

    /** Shows nothing. */
    final class Silent implements ProgressDisplay {
        @Override
        public void progress(String stage, long done, long total) {}

        @Override
        public void close() {}
    }
}
