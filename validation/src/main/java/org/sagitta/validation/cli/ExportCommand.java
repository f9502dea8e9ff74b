package org.sagitta.validation.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.export.CorrectionlibJson;
import org.sagitta.calibration.export.UhiJson;
import org.sagitta.calibration.export.UhiJson.Approximation;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a correction in the format of another program. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Writes a correction for other programs to read, with all its variations.",
            "correctionlib: schema version 2, correction muon_pt_scale(var, pt, eta, phi, charge) with var nom, stat_up,"
                    + " stat_down, eig<i>_up, eig<i>_down.",
            "uhi: histograms A, e, M and covariance_matrix in the JSON of the Unified Histogram Interface."
        })
public final class ExportCommand implements Callable<Integer> {
    private static final int ETA_BINS = 24;
    private static final int MOST_ETA_BINS = 480;

    /** Whose format it is. */
    enum Format {
        CORRECTIONLIB,
        UHI
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--correction",
            required = true,
            paramLabel = "FILE",
            description = "A correction.json of 'calibrate' or 'closure'.")
    private Path correction = Path.of("");

    @Option(names = "--format", required = true, paramLabel = "correctionlib|uhi", description = "Format to write.")
    private Format format = Format.CORRECTIONLIB;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "File to write; gzip if it ends with .gz.")
    private Path output = Path.of("");

    @Option(
            names = "--eta-bins",
            paramLabel = "N",
            description = "With uhi: equal bins over |eta| < 2.4 (default: " + ETA_BINS + ").")
    private @Nullable Integer etaBins;

    @Option(
            names = "--average",
            description = "With uhi: write means where the correction is not one A, e and M for each eta bin, as with"
                    + " harmonics of phi or a field ratio; without it such a correction is refused.")
    private boolean average;

    @Override
    public Integer call() {
        requireOptions();
        CorrectionInput read = CorrectionInput.read(correction);
        String text = format == Format.CORRECTIONLIB
                ? CorrectionlibJson.write(read.correction(), provenance(read))
                : uhi(read);
        AtomicFile.write(output, out -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (output.toString().endsWith(".gz")) {
                try (OutputStream packed = new GZIPOutputStream(out)) {
                    packed.write(bytes);
                }
            } else {
                out.write(bytes);
            }
        });
        PrintWriter err = spec.commandLine().getErr();
        err.println("sagitta export: " + read.correction().aem().model().size() + " parameters and their covariance,"
                + " written to " + output);
        err.flush();
        return ExitCode.OK;
    }

    private void requireOptions() {
        Integer bins = etaBins;
        if (format != Format.UHI && (bins != null || average)) {
            throw BadInputException.usage(
                    (average ? "--average" : "--eta-bins " + bins) + ": goes with --format uhi only");
        }
        if (bins != null && (bins < 1 || bins > MOST_ETA_BINS)) {
            throw BadInputException.usage("--eta-bins " + bins + ": must be 1 to " + MOST_ETA_BINS);
        }
        if (Files.isDirectory(output)) {
            throw BadInputException.usage("--output " + output + ": is a folder, must be a file");
        }
        if (output.toAbsolutePath()
                .normalize()
                .equals(correction.toAbsolutePath().normalize())) {
            throw BadInputException.usage("--output " + output + ": must be another file than --correction");
        }
    }

    private String uhi(CorrectionInput read) {
        Correction found = read.correction();
        int bins = etaBins == null ? ETA_BINS : etaBins;
        Approximation approximation = average ? Approximation.AVERAGED : Approximation.REFUSED;
        return new UhiJson(Version.text(), provenance(read)).write(found, bins, approximation);
    }

    private static String provenance(CorrectionInput read) {
        return "sagitta " + Version.text() + "; exported from " + read.origin();
    }
}
