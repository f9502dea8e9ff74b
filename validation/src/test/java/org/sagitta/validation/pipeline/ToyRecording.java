package org.sagitta.validation.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.io.ig.IgCluster;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.io.ig.IgModule;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.simulation.SimulatedTrack;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/**
 * A made-up event display: muons of known momentum, simulated in a detector that is some millimetres off its nominal place,
 * with exact hits, drawn as the real files draw them. Tracks are listed with the true parameters at their vertex.
 */
public final class ToyRecording {
    public static final IgEventName NAME = new IgEventName(7, 42);

    /** Hits are drawn where the drift carries the charge; sizes [mm] as in the reference data. */
    private static final double BPIX_DRIFT = 0.0536;

    private static final double FPIX_DRIFT = 0.030;
    private static final double TIB_DRIFT = 0.010;
    private static final double TOB_DRIFT = 0.020;

    private static final Tracker NOMINAL = CmsTracker.load();
    private static final Tracker MOVED = NOMINAL.map(s -> s.withPlane(moved(s.plane())));
    private static final SensorIndex INDEX = SensorIndex.of(MOVED);
    private static final RandomStream STREAM = RandomStream.of("toy recording", RandomPurpose.SIMULATION_PLUS);

    private ToyRecording() {}

    /** The detector at its nominal place. */
    public static Tracker nominal() {
        return NOMINAL;
    }

    /** The whole detector shifted by millimetres and turned about the beam by some milliradians. */
    private static Plane moved(Plane p) {
        return Plane.spannedBy(turned(p.origin()).plus(new Vec3(1.5, -2, 3)), turned(p.u()), turned(p.v()));
    }

    private static Vec3 turned(Vec3 a) {
        double angle = 4e-3;
        return new Vec3(
                a.x() * Math.cos(angle) - a.y() * Math.sin(angle),
                a.x() * Math.sin(angle) + a.y() * Math.cos(angle),
                a.z());
    }

    /** The recording of these muons. */
    public static IgEvent of(List<GeneratedMuon> muons, SimulationEffects effects) {
        TrackSimulator simulator = new TrackSimulator(
                new Conditions(MOVED, FieldModels.byName(FieldModels.TOSCA)),
                INDEX,
                CmsMaterialEffects.muon(),
                effects);
        List<IgTrack> tracks = new ArrayList<>();
        List<IgCluster> clusters = new ArrayList<>();
        for (int i = 0; i < muons.size(); i++) {
            GeneratedMuon muon = muons.get(i);
            SimulatedTrack simulated = simulator.simulate(muon, EventRandom.of(1, STREAM, i));
            List<IgHit> hits = new ArrayList<>();
            for (Hit hit : simulated.hits()) {
                hits.add(drawn(hit, clusters));
            }
            tracks.add(new IgTrack(
                    muon.vertex(), muon.pt(), muon.momentum().eta(), muon.phi(), muon.charge(), 10, 10, hits));
        }
        return new IgEvent(NAME, tracks, clusters);
    }

    /** A muon from close to the beam. */
    public static GeneratedMuon muon(int charge, double pt, double eta, double phi) {
        Vec3 momentum = new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta));
        return new GeneratedMuon(charge, momentum, new Vec3(0.7, 0.5, -12));
    }

    private static IgHit drawn(Hit hit, List<IgCluster> clusters) {
        Sensor sensor = MOVED.sensor(hit.sensor());
        double drift = drift(sensor);
        int detId = detId(sensor);
        if (hit instanceof PixelHit pixel) {
            return new IgHit(detId, sensor.plane().toGlobal(pixel.u() - drift, pixel.v()), module(sensor));
        }
        double coordinate = ((StripHit) hit).coordinate() - drift;
        // One strip wide: its first strip begins half a pitch below the barycentre.
        double pitch = 0.1;
        clusters.add(new IgCluster(detId, sensor.plane().toGlobal(coordinate - 0.5 * pitch, 0)));
        return new IgHit(detId, sensor.plane().toGlobal(coordinate, 0), module(sensor));
    }

    private static double drift(Sensor sensor) {
        double size = switch (sensor.address().subdetector()) {
            case BPIX -> BPIX_DRIFT;
            case FPIX -> FPIX_DRIFT;
            case TIB -> TIB_DRIFT;
            case TOB -> TOB_DRIFT;
            case TID, TEC -> 0;
        };
        return size * sensor.plane().v().z();
    }

    private static int detId(Sensor sensor) {
        int subdetector = switch (sensor.address().subdetector()) {
            case BPIX -> 1;
            case FPIX -> 2;
            case TIB -> 3;
            case TID -> 4;
            case TOB -> 5;
            case TEC -> 6;
        };
        SensorKind kind = sensor.address().kind();
        int single = sensor.address().pairId() == 0 ? 0 : 2;
        int side = kind == SensorKind.STEREO ? 1 : kind == SensorKind.PIXEL ? 0 : single;
        return (1 << 28) | (subdetector << 25) | (sensor.index() << 2) | side;
    }

    private static IgModule module(Sensor sensor) {
        Outline o = sensor.outline();
        double a = o.halfWidthAtMinusV();
        double b = o.halfWidthAtPlusV();
        double l = o.halfLength();
        Plane plane = sensor.plane();
        Vec3 half = plane.w().times(0.5 * sensor.thickness());
        List<Vec3> middle = Arrays.asList(
                plane.toGlobal(b, l), plane.toGlobal(a, -l), plane.toGlobal(-a, -l), plane.toGlobal(-b, l));
        return new IgModule(
                middle.stream().map(half::plus).toList(),
                middle.stream().map(c -> c.minus(half)).toList());
    }

    /** Writes an event as a display file, with hit indices that are too large by 105 as in real files. */
    public static Path write(Path file, IgEvent event) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("Events/Run_" + event.name().run() + "/Event_"
                    + event.name().event()));
            zip.write(json(event).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String json(IgEvent event) {
        List<IgHit> hits =
                event.tracks().stream().flatMap(t -> t.hits().stream()).toList();
        String corners =
                List.of("front_1", "front_2", "front_3", "front_4", "back_1", "back_2", "back_3", "back_4").stream()
                        .map(c -> "[\"" + c + "\",\"v3d\"]")
                        .collect(Collectors.joining(","));
        return "{\"Types\":{\"Tracks_V2\":[[\"pos\",\"v3d\"],[\"pt\",\"double\"],[\"phi\",\"double\"],[\"eta\",\"double\"],"
                + "[\"charge\",\"int\"],[\"chi2\",\"double\"],[\"ndof\",\"double\"]],"
                + "\"TrackingRecHits_V1\":[[\"pos\",\"v3d\"]],\"TrackDets_V1\":[[\"detid\",\"int\"]," + corners + "],"
                + "\"SiStripClusters_V1\":[[\"detid\",\"int\"],[\"pos\",\"v3d\"]]},\n"
                + "\"Collections\":{\"Tracks_V2\":" + rows(event.tracks(), ToyRecording::row)
                + ",\n\"TrackingRecHits_V1\":" + rows(hits, h -> "[" + point(h.position()) + "]")
                + ",\n\"TrackDets_V1\":"
                + rows(
                        hits,
                        h -> "[" + h.detId() + "," + points(h.module().front()) + ","
                                + points(h.module().back()) + "]")
                + ",\n\"SiStripClusters_V1\":"
                + rows(event.stripClusters(), c -> "[" + c.detId() + "," + point(c.firstStrip()) + "]")
                + "},\n\"Associations\":{\"TrackHits_V1\":" + pairs(event) + "}}";
    }

    private static <T> String rows(List<T> items, Function<T, String> row) {
        return items.stream().map(row).collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String row(IgTrack t) {
        return String.format(
                Locale.ROOT,
                "[%s,%s,%s,%s,%d,%s,%s]",
                point(t.position()),
                t.pt(),
                t.phi(),
                t.eta(),
                t.charge(),
                t.chi2(),
                t.ndof());
    }

    private static String points(List<Vec3> points) {
        return points.stream().map(ToyRecording::point).collect(Collectors.joining(","));
    }

    private static String point(Vec3 p) {
        return "[" + p.x() / Units.M + "," + p.y() / Units.M + "," + p.z() / Units.M + "]";
    }

    private static String pairs(IgEvent event) {
        List<String> pairs = new ArrayList<>();
        for (int t = 0; t < event.tracks().size(); t++) {
            for (int h = 0; h < event.tracks().get(t).hits().size(); h++) {
                pairs.add("[[45," + t + "],[23," + (105 + pairs.size()) + "]]");
            }
        }
        return "[" + String.join(",", pairs) + "]";
    }
}
