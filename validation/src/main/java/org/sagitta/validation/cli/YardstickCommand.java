package org.sagitta.validation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.yardstick.YardstickFile;
import org.sagitta.data.io.yardstick.YardstickTrack;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.validation.pipeline.YardstickRun;
import org.sagitta.validation.study.YardstickDetector;
import org.sagitta.validation.study.YardstickResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Time and quality of the track fit on an event file that other fitters have done, too. */
@Command(
        name = "yardstick",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Fits the tracks of a yardstick file (13 planes, muons of 10 GeV) on one thread, with seed, filter and"
                        + " smoother, and prints the time per track, the mean chi2 and the pull of q/p on the first plane.")
public final class YardstickCommand implements Callable<Integer> {
    private static final double MOST_SECONDS = 3600;
    private static final String SCHEMA = "sagitta-yardstick/1";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Event file: numbers of tracks and planes, then a line per track.")
    private Path file = Path.of("");

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description =
                    "One of ${COMPLETION-CANDIDATES} (default: NONUNIFORM for a file that is called so, else UNIFORM).")
    private YardstickDetector.@Nullable Field field;

    @Option(
            names = "--kernels",
            paramLabel = "NAME",
            defaultValue = "VECTOR",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private YardstickRun.Kernels kernels = YardstickRun.Kernels.VECTOR;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "200",
            description = "Times that the file is fitted with the clock running (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "How long it is fitted before, while Java compiles (default: ${DEFAULT-VALUE}).")
    private double warmUp;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        if (rounds < 1) {
            throw BadInputException.usage("--rounds " + rounds + ": must be at least 1");
        }
        if (!(warmUp >= 0 && warmUp <= MOST_SECONDS)) {
            throw BadInputException.usage("--warm-up " + warmUp + ": must be 0 to " + (int) MOST_SECONDS + " s");
        }
        List<YardstickTrack> tracks = YardstickFile.read(file, YardstickDetector.planes());
        YardstickDetector.Field chosen = field();
        YardstickRun.Timed timed = new YardstickRun(tracks, chosen, kernels).run(warmUp, rounds);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(timed, chosen)));
        } else {
            print(timed, chosen, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private YardstickDetector.Field field() {
        if (field != null) {
            return field;
        }
        boolean nonuniform =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).contains("nonuniform");
        return nonuniform ? YardstickDetector.Field.NONUNIFORM : YardstickDetector.Field.UNIFORM;
    }

    private Map<String, Object> json(YardstickRun.Timed timed, YardstickDetector.Field chosen) {
        YardstickResult result = timed.result();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("field", chosen.name());
        root.put("kernels", kernels());
        root.put("tracks", result.tracks());
        root.put("failures", result.failures());
        root.put("ndof", result.ndof());
        root.put("mean_chi2", result.meanChi2());
        root.put("q_over_p_pull_mean", result.pullMean());
        root.put("q_over_p_pull_width", result.pullWidth());
        root.put("rounds", rounds);
        root.put("us_per_track_median", timed.medianUs());
        root.put("us_per_track_min", timed.minUs());
        root.put("us_per_track_max", timed.maxUs());
        return root;
    }

    private void print(YardstickRun.Timed timed, YardstickDetector.Field chosen, PrintWriter out) {
        YardstickResult result = timed.result();
        out.printf(
                Locale.ROOT,
                "%d tracks in field %s, kernels %s, %d not fitted%n",
                result.tracks(),
                chosen,
                kernels(),
                result.failures());
        out.printf(Locale.ROOT, "<chi2>       %.2f for %d degrees of freedom%n", result.meanChi2(), result.ndof());
        out.printf(
                Locale.ROOT,
                "q/p pull     width %.3f, mean %.3f, on the first plane%n",
                result.pullWidth(),
                result.pullMean());
        out.printf(
                Locale.ROOT,
                "us a track   %.3f (%.3f to %.3f in %d rounds), one thread, filter and smoother%n",
                timed.medianUs(),
                timed.minUs(),
                timed.maxUs(),
                rounds);
    }

    /** Which kernels ran. */
    private String kernels() {
        boolean vectors = BatchTrackFitters.hasVectors();
        return kernels == YardstickRun.Kernels.VECTOR && !vectors ? "SCALAR (no vector module)" : kernels.name();
    }
}
