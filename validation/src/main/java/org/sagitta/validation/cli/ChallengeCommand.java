package org.sagitta.validation.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Blind challenges: making them, and scoring answers. */
@Command(
        name = "challenge",
        mixinStandardHelpOptions = true,
        description =
                "Makes a data set whose truth is sealed, answers it, and scores corrections against the sealed truth.",
        subcommands = {ChallengeMakeCommand.class, ChallengeAnswerCommand.class, ChallengeScoreCommand.class})
final class ChallengeCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a subcommand is needed: make, answer or score");
    }
}
