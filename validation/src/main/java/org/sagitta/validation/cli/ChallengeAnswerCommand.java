package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.Provenance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.challenge.ChallengeFolder;
import org.sagitta.validation.pipeline.ChallengeAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Our own answer to a challenge, as an example and a mark to beat. */
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        description = "Calibrates the measured J/psi of a challenge against its simulated ones, as 'closure' does, and"
                + " writes the correction. Only public files are read.")
final class ChallengeAnswerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--challenge",
            required = true,
            paramLabel = "DIR",
            description = "Folder that 'challenge make' has written.")
    private Path challenge = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "w-like-2011",
            description = "Public scenario, for the model and the field pre-correction (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Correction to write.")
    private Path output = Path.of("");

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            defaultValue = "-1",
            description = "Threads; 0 or -1 for one per core (default). No result depends on it.")
    private int threads;

    @Override
    public Integer call() {
        if (threads < -1) {
            throw BadInputException.usage("--threads " + threads + ": must be at least 1, or 0 or -1 for one per core");
        }
        int used = threads >= 1 ? threads : Runtime.getRuntime().availableProcessors();
        ChallengeFolder folder = new ChallengeFolder(challenge);
        Correction correction = new ChallengeAnswer(Scenarios.find(scenario), used).answer(folder);
        List<Provenance.Input> inputs = new ArrayList<>();
        for (String kind : List.of("data", "simulation")) {
            for (Path file : folder.files(kind + "/")) {
                inputs.add(new Provenance.Input(kind, String.valueOf(file.getFileName()), Sha256.of(file)));
            }
        }
        AtomicFile.writeText(
                output, CorrectionJson.write(correction, new Provenance("sagitta " + Version.text(), inputs)));
        PrintWriter err = spec.commandLine().getErr();
        err.println("sagitta challenge answer: correction written to " + output);
        err.flush();
        return ExitCode.OK;
    }
}
