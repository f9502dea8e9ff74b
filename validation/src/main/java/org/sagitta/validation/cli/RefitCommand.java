package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.validation.pipeline.RefitRun;
import org.sagitta.validation.report.Figure;
import org.sagitta.validation.report.RefitCharts;
import org.sagitta.validation.report.RefitJson;
import org.sagitta.validation.report.RefitTable;
import org.sagitta.validation.study.OpenDataRecord;
import org.sagitta.validation.study.RefitChoice;
import org.sagitta.validation.study.RefitResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Refits real tracks from their hits. */
@Command(
        name = "refit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fits the silicon hits of the tracks in a CMS event display file (.ig) and compares pT, eta, phi, d0 and z0 with"
                    + " the tracks that CMS lists, at the listed point. Nothing of those enters the fit.",
            "A second table shows what another field, another mass and no energy loss do to the same tracks."
        })
public final class RefitCommand implements Callable<Integer> {
    /** Whether something is taken into account. */
    enum Switch {
        ON,
        OFF
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Event display file with tracks, their hits and modules.")
    private Path file = Path.of("");

    @Option(
            names = "--field",
            paramLabel = "NAME",
            defaultValue = FieldModels.TOSCA,
            description = "Magnetic field of the fit: a name of 'field models', or grid:PATH (default:"
                    + " ${DEFAULT-VALUE}).")
    private String field = "";

    @Option(
            names = "--mass-hypothesis",
            paramLabel = "NAME",
            defaultValue = "MUON",
            description = "Particle of the fit: one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ParticleHypothesis particle = ParticleHypothesis.MUON;

    @Option(
            names = "--energy-loss",
            paramLabel = "on|off",
            defaultValue = "ON",
            description = "Mean energy loss in the sensors and its variance (default: on). Scattering stays.")
    private Switch energyLoss = Switch.ON;

    @Option(
            names = "--event",
            paramLabel = "N",
            description = "Number of the only event wanted (default: all that hold hits).")
    private @Nullable Long event;

    @Option(
            names = "--pt-min-gev",
            paramLabel = "X",
            defaultValue = "1",
            description = "Only tracks with listed pT above (default: ${DEFAULT-VALUE}).")
    private double ptMinGev;

    @Option(
            names = "--min-hits",
            paramLabel = "N",
            defaultValue = "8",
            description = "Only tracks with at least as many hits (default: ${DEFAULT-VALUE}).")
    private int minHits;

    @Option(names = "--json", description = "Print the result as JSON, with every track, instead of tables.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for refit.json and the figures; made if it does not exist.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        requireSensible();
        RefitChoice choice = new RefitChoice(
                field, particle, energyLoss == Switch.ON ? EnergyLoss.IONISATION : EnergyLoss.NONE, ptMinGev, minHits);
        OptionalLong onlyEvent = event == null ? OptionalLong.empty() : OptionalLong.of(event);
        RefitResult result = new RefitRun(file, onlyEvent, choice, CmsTracker.load()).run(label());
        if (output != null) {
            write(result, output);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? RefitJson.of(result) : RefitTable.of(result));
        out.flush();
        return ExitCode.OK;
    }

    private void requireSensible() {
        if (!(ptMinGev >= 0) || Double.isInfinite(ptMinGev)) {
            throw BadInputException.usage("--pt-min-gev " + ptMinGev + ": must be zero or positive");
        }
        if (minHits < 1) {
            throw BadInputException.usage("--min-hits " + minHits + ": must be at least 1");
        }
        if (output != null && Files.exists(output) && !(Files.isDirectory(output) && Files.isWritable(output))) {
            throw BadInputException.usage("--output " + output + ": must be a folder that can be written to");
        }
    }

    private String label() {
        return OpenDataRecord.ofSha256(Sha256.of(file))
                .map(OpenDataRecord::label)
                .orElse(String.valueOf(file.getFileName()));
    }

    private static void write(RefitResult result, Path folder) {
        for (Map.Entry<String, Figure> figure : RefitCharts.of(result).entrySet()) {
            figure.getValue().writeSvg(folder.resolve(figure.getKey()));
        }
        AtomicFile.writeText(folder.resolve("refit.json"), RefitJson.of(result));
    }
}
