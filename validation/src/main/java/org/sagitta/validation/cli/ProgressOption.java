package org.sagitta.validation.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How a long run shows its progress. */
public final class ProgressOption {
    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ProgressMode mode = ProgressMode.AUTO;

    /** The display of a run; the caller closes it. */
    ProgressDisplay open(PrintWriter err) {
        return ProgressDisplay.open(mode, err);
    }
}
