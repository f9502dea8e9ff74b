package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sagitta.calibration.Correction;
import org.sagitta.data.io.csv.MuonTable;
import org.sagitta.data.io.csv.MuonTableCsv;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.RealDataCalibrationTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Corrects the momenta of a table of muons and leaves everything else in it as it was. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Corrects the momenta of a table of muon pairs: px, py, pz, E, pt and M where the table has them;"
                + " all other cells stay as they are.")
public final class ApplyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--correction",
            required = true,
            paramLabel = "FILE",
            description = "A correction.json of 'calibrate' or 'closure'.")
    private Path correction = Path.of("");

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "Table of muon pairs (CSV in the columns of the CMS Open Data).")
    private Path input = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Table to write.")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        Correction read = CorrectionInput.read(correction).correction();
        MuonTable table = MuonTableCsv.read(input);
        MuonTableCsv.write(output, corrected(table, read));
        PrintWriter err = spec.commandLine().getErr();
        err.println("sagitta apply: " + table.size() + " pairs corrected, written to " + output);
        err.flush();
        return ExitCode.OK;
    }

    private MuonTable corrected(MuonTable table, Correction read) {
        return named(input, () -> RealDataCalibrationTables.corrected(table, read));
    }

    /** Puts the name of the file before a message that was written without knowing it. */
    private static <T> T named(Path file, Supplier<T> step) {
        try {
            return step.get();
        } catch (BadInputException e) {
            throw BadInputException.data(file + ": " + e.getMessage());
        }
    }
}
