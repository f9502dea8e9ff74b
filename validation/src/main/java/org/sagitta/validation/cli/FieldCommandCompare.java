package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.fieldmap.compare.FieldComparison;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sagitta field compare}: ratio of two fields over the volume and along tracks, divergence and curl. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Two fields in the tracker: ratio over r, phi, z and along tracks, div B, curl B, in-situ factors.",
            "With --output, DIR receives field-ratio-map.csv, field-ratio-tracks.csv and field-maxwell.csv."
        })
final class FieldCommandCompare implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--numerator",
            paramLabel = "NAME",
            description = "Model name, or grid:PATH (default: ${DEFAULT-VALUE}).")
    private String numerator = FieldModels.FIELD_MAPPER;

    @Option(
            names = "--denominator",
            paramLabel = "NAME",
            description = "Model name, or grid:PATH (default: ${DEFAULT-VALUE}).")
    private String denominator = FieldModels.TOSCA;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for CSV files.")
    private @Nullable Path output;

    @Override
    public void run() {
        FieldComparison comparison = compare(FieldSource.open(numerator), FieldSource.open(denominator));
        FieldCommandReport report = new FieldCommandReport(numerator, denominator, comparison);
        if (output != null) {
            AtomicFile.writeText(output.resolve("field-ratio-map.csv"), FieldCommandCsv.map(comparison.map()));
            AtomicFile.writeText(output.resolve("field-ratio-tracks.csv"), FieldCommandCsv.tracks(comparison));
            AtomicFile.writeText(
                    output.resolve("field-maxwell.csv"), FieldCommandCsv.maxwell(numerator, denominator, comparison));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.json() : report.tables());
        out.flush();
    }

    private FieldComparison compare(MagneticField top, MagneticField bottom) {
        try {
            FieldComparison comparison = FieldComparison.of(top, bottom);
            if (!Double.isFinite(comparison.map().bzRatio().mean())) {
                throw BadInputException.usage("--denominator " + denominator + ": its Bz vanishes, there is no ratio");
            }
            return comparison;
        } catch (OutOfFieldException e) {
            throw BadInputException.usage("--numerator " + numerator + ", --denominator " + denominator
                    + ": both must cover r <= 1.1 m, |z| <= 2.8 m; " + e.getMessage());
        }
    }
}
