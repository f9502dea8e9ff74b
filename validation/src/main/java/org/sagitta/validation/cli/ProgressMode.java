package org.sagitta.validation.cli;

import java.util.Locale;

/** How a long command shows how far it is; on the command line in lower case. */
enum ProgressMode {
    /** A bar on a terminal, plain lines elsewhere. */
    AUTO,
    NONE,
    /** A line every ten seconds and one at the end of each stage. */
    PLAIN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
