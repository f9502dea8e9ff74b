package org.sagitta.validation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sagitta geometry}: what is known about the sensors. */
@Command(
        name = "geometry",
        mixinStandardHelpOptions = true,
        description = "Sensors and material of the tracker, at ideal positions.",
        subcommands = {
            GeometrySummaryCommand.class,
            GeometryModuleCommand.class,
            GeometryRaysCommand.class,
            GeometryBudgetCommand.class
        })
final class GeometryCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed: summary, module, rays or budget");
    }
}
