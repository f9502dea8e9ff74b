package org.sagitta.validation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.WeakModeScan;
import org.sagitta.validation.study.WeakModeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The response of the momentum scale to each of the nine weak modes, beside the closed form. */
@Command(
        name = "weakmodes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Switches on each of CMS's nine weak modes alone, at its default amplitude, and prints how the"
                + " measured curvature of exact barrel muons answers: k_measured / k - 1 = a + q m / k.")
public final class WeakModesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--pt",
            paramLabel = "GEV",
            defaultValue = "20",
            description = "Transverse momentum of the muons in GeV (default: ${DEFAULT-VALUE}).")
    private double pt;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        if (!(pt >= 1 && pt <= 1000)) {
            throw BadInputException.usage("--pt " + pt + ": must be from 1 to 1000 GeV");
        }
        List<WeakModeResponse> responses = WeakModeScan.ofCms(pt).run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(responses));
        } else {
            print(responses, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void print(List<WeakModeResponse> responses, PrintWriter out) {
        out.printf(
                "%-11s %-5s %-29s %11s %11s %13s %13s%n",
                "mode", "term", "shape", "predicted", "found/pred.", "|even| max", "|odd| max/GeV");
        for (WeakModeResponse r : responses) {
            out.printf(
                    "%-11s %-5s %-29s %11.3e %11.3f %13.2e %13.2e%n",
                    r.mode(), r.component(), r.shape(), r.predicted(), r.amplitude(), r.even(), r.odd());
        }
    }
}
