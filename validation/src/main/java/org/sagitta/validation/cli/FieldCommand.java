package org.sagitta.validation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sagitta field}: evaluate, compare and list magnetic fields. */
@Command(
        name = "field",
        mixinStandardHelpOptions = true,
        description = "Magnetic field: values, comparisons, models.",
        subcommands = {FieldCommandEvaluate.class, FieldCommandCompare.class, FieldCommandModels.class})
final class FieldCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed: evaluate, compare or models");
    }
}
