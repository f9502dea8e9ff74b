package org.sagitta.validation.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that is redrawn on one line of a terminal, with rate and time left; each stage leaves its line behind. */
final class BarProgress implements ProgressDisplay {
    private static final int UPDATE_MS = 250;
    private static final int USUAL_COLUMNS = 80;

    private final PrintWriter err;
    private final int columns;
    private String stage = "";
    private @Nullable ProgressBar bar;

    BarProgress(PrintWriter err) {
        this.err = err;
        this.columns = Math.max(40, Integer.getInteger("sagitta.columns", USUAL_COLUMNS)) - 1;
    }

    @Override
    public void progress(String newStage, long done, long total) {
        if (!newStage.equals(stage)) {
            close();
            stage = newStage;
            bar = newBar(newStage, total);
        }
        if (bar != null) {
            bar.stepTo(done);
        }
        if (done >= total) {
            close();
        }
    }

    private ProgressBar newBar(String name, long total) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MS)
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(this::redraw, columns))
                .build();
    }

    private void redraw(String line) {
        err.print("\r" + line);
        err.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            err.println();
            err.flush();
        }
    }
}
