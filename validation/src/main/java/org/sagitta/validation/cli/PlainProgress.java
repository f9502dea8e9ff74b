package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every ten seconds, and one at the end of each stage: for log files. */
final class PlainProgress implements ProgressDisplay {
    private static final double NANOS = 1e9;
    private static final double INTERVAL_S = 10;

    private final PrintWriter err;
    private final LongSupplier nanoClock;
    private String stage = "";
    private long stageStart;
    private long lastLine;
    private boolean ended;

    PlainProgress(PrintWriter err, LongSupplier nanoClock) {
        this.err = err;
        this.nanoClock = nanoClock;
    }

    @Override
    public void progress(String newStage, long done, long total) {
        long now = nanoClock.getAsLong();
        if (!newStage.equals(stage)) {
            stage = newStage;
            stageStart = now;
            lastLine = now;
            ended = false;
        }
        if (ended) {
            return;
        }
        boolean finished = done >= total;
        if (finished || (now - lastLine) / NANOS >= INTERVAL_S) {
            lastLine = now;
            ended = finished;
            err.println(line(done, total, (now - stageStart) / NANOS));
            err.flush();
        }
    }

    private String line(long done, long total, double seconds) {
        double rate = seconds > 0 ? done / seconds : 0;
        String figures = String.format(Locale.ROOT, "%s: %d of %d, %.0f s", stage, done, total, seconds);
        if (done >= total || rate == 0) {
            return figures;
        }
        return figures + String.format(Locale.ROOT, ", %.0f/s, %.0f s left", rate, (total - done) / rate);
    }

    @Override
    public void close() {}
}
