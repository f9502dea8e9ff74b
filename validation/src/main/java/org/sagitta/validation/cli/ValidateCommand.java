package org.sagitta.validation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Comparisons of the simulation with what is published. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Puts the simulation beside what has been published.",
        subcommands = {ValidateDetectorCommand.class})
final class ValidateCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed: detector");
    }
}
