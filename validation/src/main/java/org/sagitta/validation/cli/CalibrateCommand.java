package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.Provenance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.RealDataFiles;
import org.sagitta.validation.report.Figure;
import org.sagitta.validation.report.RealDataCalibrationCharts;
import org.sagitta.validation.report.RealDataCalibrationJson;
import org.sagitta.validation.report.RealDataCalibrationTable;
import org.sagitta.validation.study.OpenDataRecord;
import org.sagitta.validation.study.RealDataCalibration;
import org.sagitta.validation.study.RealDataCalibrationInput;
import org.sagitta.validation.study.RealDataCalibrationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Curvature corrections from real J/psi muons, tested on Upsilon muons. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fits the J/psi peak of real muon pairs, with radiation and background, and writes the correction of the"
                    + " curvature, k' = k (1 + A - e k) + q M, that puts it at the PDG mass. Of several models the"
                    + " one is taken that the likelihood ratio asks for.",
            "With --validate the corrections are tested on the Upsilon peaks of a second file.",
            "Files are CSV tables in the columns of the CMS Open Data, or HDF5 (.h5, .hdf5) with the columns nMuon,"
                    + " Muon_pt, Muon_eta, Muon_phi, Muon_charge."
        })
public final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "File with J/psi -> mu mu, 2.85 to 3.35 GeV.")
    private Path input = Path.of("");

    @Option(names = "--validate", paramLabel = "FILE", description = "File with Upsilon -> mu mu, 8.6 to 11.2 GeV.")
    private @Nullable Path validate;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for correction.json and the figures; made if it does not exist.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        requireFolder(output);
        List<Provenance.Input> provenance = new ArrayList<>();
        RealDataCalibrationInput jpsi = read(input, "calibration", provenance);
        Optional<RealDataCalibrationInput> upsilon =
                Optional.ofNullable(validate).map(file -> read(file, "validation", provenance));
        RealDataCalibrationResult result = RealDataCalibration.run(jpsi, upsilon);
        write(result, new Provenance("sagitta " + Version.text(), provenance));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? RealDataCalibrationJson.of(result) : RealDataCalibrationTable.of(result));
        out.flush();
        return ExitCode.OK;
    }

    /** Known before the fits, so that nobody waits for a result that cannot be written. */
    private static void requireFolder(Path folder) {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
            throw BadInputException.usage("--output " + folder + ": must be a folder that can be written to");
        }
    }

    private static RealDataCalibrationInput read(Path file, String role, List<Provenance.Input> provenance) {
        String sha256 = Sha256.of(file);
        String name = String.valueOf(file.getFileName());
        provenance.add(new Provenance.Input(role, name, sha256));
        String label =
                OpenDataRecord.ofSha256(sha256).map(OpenDataRecord::label).orElse(name);
        return RealDataFiles.read(file, label);
    }

    private void write(RealDataCalibrationResult result, Provenance provenance) {
        for (Map.Entry<String, Figure> figure :
                RealDataCalibrationCharts.of(result).entrySet()) {
            figure.getValue().writeSvg(output.resolve(figure.getKey()));
        }
        AtomicFile.writeText(output.resolve("correction.json"), CorrectionJson.write(result.correction(), provenance));
    }
}
