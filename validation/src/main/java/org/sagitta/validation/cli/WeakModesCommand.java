package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.IoReason;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.WeakModeRun;
import org.sagitta.validation.report.ModuleArrows;
import org.sagitta.validation.report.WeakModeCharts;
import org.sagitta.validation.report.WeakModeColumns;
import org.sagitta.validation.report.WeakModeJson;
import org.sagitta.validation.report.WeakModeTable;
import org.sagitta.validation.study.WeakModeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The response of muons and masses to each of the weak modes, beside the closed form. */
@Command(
        name = "weakmodes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Switches on one weak mode at a time in the truth and fits the same exact muons (mean loss, no scattering, no hit"
                    + " errors) with and without it. Prints how the curvature answers, k_measured - k = a k - e k^2 + q m,"
                    + " beside the closed form; what becomes of d0, z0, the track chi2 and the masses of J/psi, Upsilon and Z;"
                    + " and the bias of the Z mass before and after a calibration on J/psi.",
            "With --modes also every figure in bins of eta and phi; with --output HDF5 and figures."
        })
public final class WeakModesCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--modes",
            paramLabel = "NAME",
            split = ",",
            description = "Only these modes, with all figures in bins (default: all ten).")
    private List<String> modes = List.of();

    @Option(
            names = "--amplitude",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Amplitude in units of the default one, which moves the edge of the tracker by about 600 um"
                    + " (default: ${DEFAULT-VALUE}).")
    private double amplitude;

    @Option(
            names = "--muons",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Single muons for each mode (default: ${DEFAULT-VALUE}).")
    private int muons;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "15000",
            description = "Pairs of each resonance for each mode, every second one with exchanged charges"
                    + " (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for weakmodes.h5 and figures, made if it does not exist (default: no files).")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        List<WeakMode> chosen = modes.isEmpty()
                ? List.of(WeakMode.values())
                : modes.stream().map(WeakMode::fromName).distinct().toList();
        check();
        long seed = threads.seed(1);
        WeakModeRun run = new WeakModeRun(amplitude, seed);
        List<WeakModeResponse> responses;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            responses = run.run(chosen, muons, pairs, threads.threads(), display);
        }
        if (output != null) {
            write(output, run, seed, responses);
        }
        print(seed, responses);
        return ExitCode.OK;
    }

    /** Checks all options and makes the folder. */
    private void check() {
        if (!(Math.abs(amplitude) >= 1e-3 && Math.abs(amplitude) <= 10)) {
            throw BadInputException.usage("--amplitude " + amplitude + ": its size must be from 0.001 to 10");
        }
        if (muons < 1 || muons > MOST) {
            throw BadInputException.usage("--muons " + muons + ": must be from 1 to " + MOST);
        }
        if (pairs < 1 || pairs > MOST) {
            throw BadInputException.usage("--pairs " + pairs + ": must be from 1 to " + MOST);
        }
        if (output != null) {
            try {
                Files.createDirectories(output);
            } catch (IOException e) {
                throw BadInputException.usage("--output " + output + ": cannot be made, " + IoReason.of(e));
            }
        }
    }

    private static void write(Path folder, WeakModeRun run, long seed, List<WeakModeResponse> responses) {
        Provenance provenance = new Provenance(Version.text(), "", "weakmodes", "", "", seed);
        SampleHdf5.write(folder.resolve("weakmodes.h5"), new Sample(provenance, WeakModeColumns.of(responses)));
        for (WeakModeResponse r : responses) {
            WeakModeCharts.againstEta(r).writeSvg(folder.resolve("weakmode-" + r.mode() + "-eta.svg"));
            WeakModeCharts.againstPhi(r).writeSvg(folder.resolve("weakmode-" + r.mode() + "-phi.svg"));
            new ModuleArrows(WeakModeCharts.title(r), run.shifts(WeakMode.fromName(r.mode())))
                    .writeSvg(folder.resolve("weakmode-" + r.mode() + "-arrows.svg"));
        }
    }

    private void print(long seed, List<WeakModeResponse> responses) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(WeakModeJson.tree(seed, responses).toPrettyString());
        } else {
            out.print(WeakModeTable.summary(responses));
            if (!modes.isEmpty()) {
                responses.forEach(r -> out.print(WeakModeTable.details(r)));
            }
        }
        out.flush();
    }
}
