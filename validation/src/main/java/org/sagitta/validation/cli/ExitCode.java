package org.sagitta.validation.cli;

/** Exit codes of every command. */
public final class ExitCode {
    public static final int OK = 0;
    /** A fault of the program itself. */
    public static final int INTERNAL = 1;
    /** Wrong flag, scenario or other configuration. */
    public static final int USAGE = 2;
    /** A data file is missing, unreadable or holds something that is not allowed. */
    public static final int DATA = 3;
    /** A closure or other threshold was exceeded. */
    public static final int THRESHOLD = 4;
    /** Interrupted by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
