package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.challenge.ChallengeFolder;
import org.sagitta.validation.challenge.ChallengeScore;
import org.sagitta.validation.challenge.SealedTruth;
import org.sagitta.validation.report.ChallengeJson;
import org.sagitta.validation.report.ChallengeTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a correction. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Checks that no file of a challenge has changed, opens its truth, and scores a correction on the"
                + " hidden Upsilon and Z: mass biases, and scales of legs at 45 GeV, in units of fixed limits.")
final class ChallengeScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--challenge",
            required = true,
            paramLabel = "DIR",
            description = "Folder that 'challenge make' has written.")
    private Path challenge = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Its key, DIR-key.json.")
    private Path key = Path.of("");

    @Option(
            names = "--correction",
            required = true,
            paramLabel = "FILE",
            description =
                    "The answer: a correction.json of schema sagitta-correction/1, the only format that is scored.")
    private Path correction = Path.of("");

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        Correction answer = answer();
        ChallengeFolder folder = new ChallengeFolder(challenge);
        SealedTruth truth = folder.open(key);
        ChallengeScore score = ChallengeScore.of(answer, truth.samples());
        String id = folder.challenge().id();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ChallengeJson.tree(id, Sha256.of(correction), score).toPrettyString());
        } else {
            out.print(ChallengeTable.of(id, score));
        }
        out.flush();
        return ExitCode.OK;
    }

    private Correction answer() {
        try {
            return CorrectionJson.read(Files.readString(correction));
        } catch (IOException e) {
            throw BadInputException.data("cannot read " + correction + ": " + IoReason.of(e));
        } catch (BadInputException e) {
            throw BadInputException.data(correction + ": " + e.getMessage());
        }
    }
}
