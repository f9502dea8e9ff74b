package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.geometry.detector.RaySummary;
import org.sagitta.geometry.detector.RayTracer;
import org.sagitta.validation.study.PublishedFigure.Known;

/** Puts our figures of the detector beside the published ones. */
public final class DetectorStudy {
    /** Transverse momenta at which resolutions are compared [GeV]. */
    public static final List<Double> MOMENTA = List.of(1.0, 10.0, 100.0);

    /** Muons of the resolutions are flat in eta up to here. */
    public static final double ABS_ETA_MAX = 2.5;

    private static final String MASS = "mass_";

    /** Half width of the range of |eta| that stands for a published point. */
    private static final double POINT = 0.1;

    /** Azimuths of the rays at each end. */
    private static final int PHI_STEPS = 120;

    private static final Map<String, ToDoubleFunction<RaySummary>> RAYS = Map.of(
            "pixel_layers", RaySummary::pixelLayers,
            "strip_layers", RaySummary::stripLayers,
            "pixel_hits", RaySummary::pixelSensors,
            "strip_hits", RaySummary::stripSensors);

    private static final Set<String> PLANES = Set.of(MaterialComparison.PLANES);
    private static final Set<String> DETAILED = Set.of(MaterialComparison.DETAILED);

    private final List<PublishedFigure> published;
    private final RayTracer rays;
    private final List<DetectorComparison> material;
    private final ResolutionStudy tracks;
    private final Map<Resonance, DimuonResolutionStudy> masses;

    /**
     * @param rays through the nominal sensors
     * @param material compared already
     */
    public DetectorStudy(
            List<PublishedFigure> published,
            RayTracer rays,
            List<DetectorComparison> material,
            ResolutionStudy tracks,
            Map<Resonance, DimuonResolutionStudy> masses) {
        this.published = List.copyOf(published);
        this.rays = rays;
        this.material = List.copyOf(material);
        this.tracks = tracks;
        this.masses = Map.copyOf(masses);
    }

    public DetectorResult result() {
        List<DetectorComparison> comparisons = new ArrayList<>(material);
        published.forEach(figure -> comparisons.add(compared(figure)));
        List<DetectorRequirement> requirements = List.of(
                farthest("layers and hits along rays, farthest from the reference", RAYS.keySet(), comparisons, 2),
                farthest("x/X0 of the planes, farthest from the reference", PLANES, comparisons, 3),
                farthest("x/X0 of the detailed matter, farthest from the reference", DETAILED, comparisons, 3),
                track(TrackQuantity.PT, 100, 1.4, 1.5, 2.8),
                track(TrackQuantity.D0, 100, 1.4, 8, 12),
                track(TrackQuantity.Z0, 100, 1.4, 24, 36),
                track(TrackQuantity.D0, 1, 0.9, 72, 108),
                mass(0, 0.4, 0.52, 0.78),
                mass(2, 2.4, 1.28, 1.92));
        return new DetectorResult(tracks.muons(), tracks.fitted(), comparisons, requirements);
    }

    private DetectorComparison compared(PublishedFigure figure) {
        ToDoubleFunction<RaySummary> ray = RAYS.get(figure.quantity());
        if (ray != null) {
            RaySummary mean = rays.meanOfBothEnds(figure.absEtaLow(), PHI_STEPS);
            return new DetectorComparison(figure, ray.applyAsDouble(mean), 0);
        }
        Resolution ours = resolution(figure);
        return new DetectorComparison(figure, ours.value(), ours.error());
    }

    private Resolution resolution(PublishedFigure figure) {
        double low = figure.absEtaLow();
        double high = figure.absEtaHigh();
        if (low == high) {
            low = Math.max(0, low - POINT);
            high = Math.min(ABS_ETA_MAX, high + POINT);
        }
        if (figure.quantity().startsWith(MASS)) {
            Resonance resonance = Resonance.valueOf(figure.quantity().substring(MASS.length()));
            return Objects.requireNonNull(masses.get(resonance)).resolution(low, high);
        }
        TrackQuantity quantity = TrackQuantity.valueOf(figure.quantity().toUpperCase(Locale.ROOT));
        return tracks.resolution(quantity, figure.ptGev(), low, high);
    }

    /** The largest difference of some quantities from what is computed by others [%]. */
    private static DetectorRequirement farthest(
            String name, Set<String> quantities, List<DetectorComparison> comparisons, double limit) {
        double worst = comparisons.stream()
                .filter(c -> c.published().known() == Known.COMPUTED
                        && quantities.contains(c.published().quantity()))
                .mapToDouble(c -> 100 * Math.abs(c.ratio() - 1))
                .max()
                .orElse(Double.NaN);
        return new DetectorRequirement(name, "%", 0, limit, worst, 0);
    }

    private DetectorRequirement track(TrackQuantity quantity, double pt, double absEta, double low, double high) {
        Resolution ours = tracks.resolution(quantity, pt, 0, absEta);
        String name = String.format(Locale.ROOT, "%s at %.0f GeV, |eta| < %.1f", quantity.key(), pt, absEta);
        return new DetectorRequirement(name, quantity.unitName(), low, high, ours.value(), ours.error());
    }

    /** As seen in the data of 2011, within 20 %. */
    private DetectorRequirement mass(double absEtaLow, double absEtaHigh, double low, double high) {
        Resolution ours = Objects.requireNonNull(masses.get(Resonance.JPSI)).resolution(absEtaLow, absEtaHigh);
        String name = String.format(Locale.ROOT, "J/psi mass, %.1f < |eta| < %.1f", absEtaLow, absEtaHigh);
        return new DetectorRequirement(name, "%", low, high, ours.value(), ours.error());
    }
}
