package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line on standard error and an exit code. */
final class Failures {

    /** A flag that picocli does not accept: what is wrong, then where help is to be found. */
    int wrongParameter(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(
                name + ": " + oneLine(String.valueOf(e.getMessage())) + suggestion(e) + "; see " + name + " --help");
        err.flush();
        return ExitCode.USAGE;
    }

    /** Anything thrown by a command. */
    int failedExecution(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        int code = describe(e, name, err);
        if (code == ExitCode.INTERNAL && isVerbose(command)) {
            e.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    private static int describe(Exception e, String name, PrintWriter err) {
        if (e instanceof BadInputException bad) {
            err.println(name + ": " + oneLine(String.valueOf(bad.getMessage())));
            return bad.kind() == BadInputException.Kind.USAGE ? ExitCode.USAGE : ExitCode.DATA;
        }
        if (e instanceof InterruptedException) {
            err.println(name + ": interrupted");
            return ExitCode.INTERRUPTED;
        }
        err.println(
                name + ": internal error: " + oneLine(e.toString()) + "; please report it, with what --verbose prints");
        return ExitCode.INTERNAL;
    }

    private static boolean isVerbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Sagitta root && root.isVerbose();
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : " (did you mean " + near.get(0) + "?)";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
