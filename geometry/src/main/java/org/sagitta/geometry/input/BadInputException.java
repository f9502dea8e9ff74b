package org.sagitta.geometry.input;

/**
 * Something the user gave is wrong: a flag, a scenario, a file. The message is one line that says what, where, its
 * value and what is allowed; the command line prints it without a stack trace and exits with the code of its kind.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which of the documented exit codes applies. */
    public enum Kind {
        /** Command line, scenario or other configuration. */
        USAGE,
        /** Content of a data file. */
        DATA
    }

    private final Kind kind;

    private BadInputException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** A flag or scenario entry is wrong. */
    public static BadInputException usage(String message) {
        return new BadInputException(Kind.USAGE, message);
    }

    /** A data file cannot be read or holds something that is not allowed. */
    public static BadInputException data(String message) {
        return new BadInputException(Kind.DATA, message);
    }

    public Kind kind() {
        return kind;
    }
}
