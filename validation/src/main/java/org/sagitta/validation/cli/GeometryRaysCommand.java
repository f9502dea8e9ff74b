package org.sagitta.validation.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.RaySummary;
import org.sagitta.geometry.detector.RayTracer;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sagitta geometry rays}: sensors and material along straight rays from the origin. */
@Command(
        name = "rays",
        mixinStandardHelpOptions = true,
        description = {
            "Straight rays from the origin: mean number of sensors and layers crossed, sums of x/X0 and xi over |cos|.",
            "The azimuths are 2 pi (i + 1/2) / N. \"both_ends\" is the mean of the rays at +eta and -eta, which differ"
                    + " because the strip barrels do."
        })
final class GeometryRaysCommand implements Runnable {
    private static final double MAX_ABS_ETA = 5;
    private static final int MAX_STEPS = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private GeometryReport report = new GeometryReport();

    @Option(names = "--eta", required = true, paramLabel = "ETA", description = "Pseudorapidity, with its sign.")
    private double eta;

    @Option(
            names = "--phi-steps",
            paramLabel = "N",
            defaultValue = "360",
            description = "Number of equidistant azimuths (default: ${DEFAULT-VALUE}).")
    private int phiSteps;

    @Override
    public void run() {
        if (!(Math.abs(eta) <= MAX_ABS_ETA)) {
            throw BadInputException.usage("geometry rays: --eta = " + eta + ", allowed is -5 to 5");
        }
        if (phiSteps < 1 || phiSteps > MAX_STEPS) {
            throw BadInputException.usage(
                    "geometry rays: --phi-steps = " + phiSteps + ", allowed is 1 to " + MAX_STEPS);
        }
        RayTracer rays = new RayTracer(SensorIndex.of(CmsTracker.load()));
        RaySummary here = rays.mean(eta, phiSteps);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("eta", eta);
        values.put("phi_steps", phiSteps);
        values.putAll(values(here));
        values.put("both_ends", values(here.meanWith(rays.mean(-eta, phiSteps))));
        report.print(values, spec.commandLine().getOut());
    }

    private static Map<String, Object> values(RaySummary mean) {
        Map<String, Object> values = new LinkedHashMap<>();
        mean.sensors().forEach((s, n) -> values.put("sensors_" + s.name().toLowerCase(Locale.ROOT), n));
        values.put("sensors_pixel", mean.pixelSensors());
        values.put("sensors_strip", mean.stripSensors());
        values.put("sensors_total", mean.pixelSensors() + mean.stripSensors());
        values.put("layers_pixel", mean.pixelLayers());
        values.put("layers_strip", mean.stripLayers());
        values.put("x_over_x0", mean.xOverX0());
        values.put("xi_gev", mean.xiGev());
        return values;
    }
}
