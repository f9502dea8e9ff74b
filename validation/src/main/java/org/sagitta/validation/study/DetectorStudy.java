package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.geometry.detector.RaySummary;
import org.sagitta.geometry.detector.RayTracer;

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

    private final List<PublishedFigure> published;
    private final RayTracer rays;
    private final ResolutionStudy tracks;
    private final Map<Resonance, DimuonResolutionStudy> masses;

    public DetectorStudy(
            List<PublishedFigure> published,
            RayTracer rays,
            ResolutionStudy tracks,
            Map<Resonance, DimuonResolutionStudy> masses) {
        this.published = List.copyOf(published);
        this.rays = rays;
        this.tracks = tracks;
        this.masses = Map.copyOf(masses);
    }

    public DetectorResult result() {
        List<DetectorComparison> comparisons =
                published.stream().map(this::compared).toList();
        List<DetectorRequirement> requirements = new ArrayList<>();
        requirements.add(rays(comparisons));
        requirements.add(track(TrackQuantity.PT, 100, 1.4, 1.5, 2.8));
        requirements.add(track(TrackQuantity.D0, 100, 1.4, 8, 12));
        requirements.add(track(TrackQuantity.Z0, 100, 1.4, 24, 36));
        requirements.add(track(TrackQuantity.D0, 1, 0.9, 72, 108));
        requirements.add(mass(0, 0.4, 0.52, 0.78));
        requirements.add(mass(2, 2.4, 1.28, 1.92));
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

    /** Layers and hits along straight rays, within 2 % of the reference computation. */
    private static DetectorRequirement rays(List<DetectorComparison> comparisons) {
        double worst = comparisons.stream()
                .filter(c -> RAYS.containsKey(c.published().quantity()))
                .mapToDouble(c -> 100 * Math.abs(c.ratio() - 1))
                .max()
                .orElse(Double.NaN);
        return new DetectorRequirement(
                "layers and hits against |eta|, farthest from the reference", "%", 0, 2, worst, 0);
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
