package org.sagitta.validation.cli;

import java.io.PrintWriter;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: finds the subcommand, turns exceptions into one line and an exit code. */
@Command(
        name = "sagitta",
        mixinStandardHelpOptions = true,
        description = "An open laboratory for the muon momentum scale.",
        subcommands = {})
public final class Sagitta implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed");
    }

    /** The command line ready to execute; tests give it their own writers. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Sagitta());
        line.setExecutionExceptionHandler((e, command, parse) -> report(e, command.getErr()));
        return line;
    }

    private static int report(Exception e, PrintWriter err) {
        if (e instanceof BadInputException bad) {
            err.println("sagitta: " + bad.getMessage());
            return bad.kind() == BadInputException.Kind.USAGE ? ExitCode.USAGE : ExitCode.DATA;
        }
        e.printStackTrace(err);
        return ExitCode.INTERNAL;
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
