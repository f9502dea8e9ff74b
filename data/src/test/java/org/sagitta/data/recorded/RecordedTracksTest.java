package org.sagitta.data.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.data.io.ig.IgCluster;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.io.ig.IgModule;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.recorded.DetectorNumber.Readout;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/** Hits made by hand on modules that are millimetres off their nominal place, as the real ones are. */
class RecordedTracksTest {
    private static final Tracker NOMINAL = CmsTracker.load();

    private static final String BPIX = "BPIX/L2/inner/ladder3/mod4";
    private static final String TIB = "TIB-/L1/outer/string16/mod1/stereo";
    private static final String TOB = "TOB+/L3/inner/rod12/mod4/rphi";
    private static final String TEC = "TEC-/W1/front/petal5/R3/mod1/rphi";

    /** [mm]; rounding of coordinates of up to 3 m through a few rotations. */
    private static final double EXACT = 1e-9;

    /** Sizes of the Lorentz shift by subdetector [mm], from the reference data of the real hits. */
    private static final double BPIX_SHIFT = 0.0536;

    private static final double TIB_SHIFT = 0.010;

    /** Relative: v_z of a sensor tilted by some milliradians, or turned by the stereo angle, is not quite 1. */
    private static final double TILT = 6e-3;

    private static Sensor sensor(String name) {
        return NOMINAL.find(name).orElseThrow();
    }

    /** The nominal plane moved by some millimetres and turned by some milliradians. */
    private static Plane moved(Sensor sensor) {
        Plane p = sensor.plane();
        Vec3 u = p.u().plus(0.004, p.v()).plus(-0.006, p.w());
        Vec3 v = p.v().plus(-0.004, p.u()).plus(0.003, p.w());
        return Plane.spannedBy(p.origin().plus(new Vec3(2, -3, 1.5)), u, v);
    }

    private static int number(Sensor sensor, int side) {
        int code = switch (sensor.address().subdetector()) {
            case BPIX -> 1;
            case FPIX -> 2;
            case TIB -> 3;
            case TID -> 4;
            case TOB -> 5;
            case TEC -> 6;
        };
        return (1 << 28) | (code << 25) | (sensor.index() << 2) | side;
    }

    private static int side(Sensor sensor) {
        return switch (DetectorNumber.readout(sensor)) {
            case PIXEL, SINGLE -> 0;
            case STEREO -> 1;
            case RPHI_OF_PAIR -> 2;
        };
    }

    /** Corners in the order of the real files: wedges start along the narrow or wide edge, rectangles along v. */
    private static IgModule module(Sensor sensor, Plane plane) {
        Outline o = sensor.outline();
        double l = o.halfLength();
        double a = o.halfWidthAtMinusV();
        double b = o.halfWidthAtPlusV();
        double[][] corners = sensor.address().subdetector().isBarrel()
                ? new double[][] {{b, l}, {a, -l}, {-a, -l}, {-b, l}}
                : new double[][] {{a, -l}, {-a, -l}, {-b, l}, {b, l}};
        Vec3 half = plane.w().times(0.5 * sensor.thickness());
        List<Vec3> middle =
                Arrays.stream(corners).map(c -> plane.toGlobal(c[0], c[1])).toList();
        return new IgModule(
                middle.stream().map(half::plus).toList(),
                middle.stream().map(c -> c.minus(half)).toList());
    }

    private static IgHit hit(String name, double u, double v) {
        Sensor sensor = sensor(name);
        Plane plane = moved(sensor);
        return new IgHit(number(sensor, side(sensor)), plane.toGlobal(u, v), module(sensor, plane));
    }

    private static IgTrack track(IgHit... hits) {
        return new IgTrack(Vec3.ZERO, 1, 0, 0, 1, 1, 1, List.of(hits));
    }

    private static RecordedTracks recorded(IgTrack track, IgCluster... clusters) {
        return new RecordedTracks(new IgEvent(new IgEventName(1, 2), List.of(track), List.of(clusters)), NOMINAL);
    }

    private static List<RecordedHit> hits(IgHit hit, IgCluster... clusters) {
        IgTrack track = track(hit);
        return recorded(track, clusters).hits(track);
    }

    @ParameterizedTest
    @ValueSource(strings = {BPIX, TIB, TOB, TEC})
    void theModuleIsFoundAndItsPlaneIsTheDrawnOne(String name) {
        RecordedHit hit = hits(hit(name, 1.5, 0)).get(0);
        Plane expected = moved(sensor(name));
        assertEquals(name, hit.sensor().name());
        assertEquals(0, hit.sensor().plane().origin().minus(expected.origin()).norm(), EXACT);
        assertEquals(0, hit.sensor().plane().u().minus(expected.u()).norm(), EXACT);
        assertEquals(0, hit.sensor().plane().v().minus(expected.v()).norm(), EXACT);
        assertEquals(0, hit.sensor().plane().w().minus(expected.w()).norm(), EXACT);
        assertEquals(sensor(name).material(), hit.sensor().material());
    }

    @Test
    void theLorentzDriftIsTakenOut() {
        // v of this ladder points along -z, that of the string along +z or -z as the table says.
        RecordedHit pixel = hits(hit(BPIX, 1.5, -7)).get(0);
        assertEquals(1.5 - BPIX_SHIFT, pixel.u(), TILT * BPIX_SHIFT);
        assertEquals(-7, pixel.v(), EXACT);
        assertEquals(new PixelHit(3, pixel.u(), pixel.v()), pixel.on(3));
        RecordedHit strip = hits(hit(TIB, 1.5, 0)).get(0);
        double vz = Math.signum(sensor(TIB).plane().v().z());
        assertEquals(1.5 + TIB_SHIFT * vz, strip.u(), TILT * TIB_SHIFT);
        assertEquals(new StripHit(3, strip.u()), strip.on(3));
        assertEquals(1.5, hits(hit(TEC, 1.5, 0)).get(0).u(), EXACT);
    }

    @Test
    void aWedgeMeasuresWhereItsStripCrossesTheMiddle() {
        StripTopology strips = (StripTopology) sensor(TEC).topology();
        double u = 20;
        double v = 30;
        assertEquals(
                u / (1 - v / strips.convergenceV()), hits(hit(TEC, u, v)).get(0).u(), EXACT);
    }

    @Test
    void onWedgesTheLengthOfTheStripIsAMeasurementOfItsOwn() {
        List<RecordedHit> both = hits(hit(TEC, 20, 0));
        assertEquals(2, both.size());
        RecordedHit along = both.get(1);
        Plane plane = moved(sensor(TEC));
        StripTopology strips = (StripTopology) sensor(TEC).topology();
        Vec3 towardsConvergence = plane.toGlobal(0, strips.convergenceV())
                .minus(plane.toGlobal(20, 0))
                .unit();
        assertEquals(1, Math.abs(along.sensor().plane().u().dot(towardsConvergence)), EXACT);
        assertEquals(
                0, along.sensor().plane().origin().minus(plane.toGlobal(20, 0)).norm(), EXACT);
        assertEquals(
                sensor(TEC).resolution().sigmaV(), along.sensor().resolution().sigmaU());
        assertEquals(0, along.sensor().material().xOverX0());
        assertEquals(1, hits(hit(TOB, 20, 0)).size(), "not in the barrel");
    }

    @Test
    void aClusterFarWiderThanTheTrackHasTheErrorOfItsWidth() {
        Sensor sensor = sensor(TOB);
        StripTopology strips = (StripTopology) sensor.topology();
        Plane plane = moved(sensor);
        double pitch = strips.pitch();
        IgHit hit = hit(TOB, 10, 0);
        // The nearer one below is the cluster; one above does not count.
        IgCluster own = new IgCluster(hit.detId(), plane.toGlobal(10 - 3 * pitch, 0));
        IgCluster below = new IgCluster(hit.detId(), plane.toGlobal(10 - 9 * pitch, 0));
        IgCluster above = new IgCluster(hit.detId(), plane.toGlobal(10 + pitch, 0));
        RecordedHit wide = hits(hit, below, own, above).get(0);
        assertEquals(6, wide.clusterWidth(), EXACT);

        assertTrue(wide.isTooWideFor(plane.w()));
        assertEquals(6 * pitch / Math.sqrt(12), sigma(wide, plane.w().times(2)), EXACT);

        // A track that covers 3 strips in the depth of the silicon makes such a cluster; the drift is 2 times 20 um.
        double drift = 2 * 0.020 * plane.v().z();
        Vec3 inclined = plane.w().plus((3 * pitch - drift) / sensor.thickness(), plane.u());
        assertFalse(wide.isTooWideFor(inclined));
        double expected = pitch * (0.279 - 0.339 * 3 * Math.exp(-0.90 * 3));
        assertEquals(expected, sigma(wide, inclined), TILT * expected);
        assertEquals(sigma(wide, inclined), sigma(wide, inclined.times(-1)), EXACT);
        RecordedHit unknown = hits(hit).get(0);
        assertEquals(0, unknown.clusterWidth());
        assertEquals(expected, sigma(unknown, inclined), TILT * expected);
    }

    private static double sigma(RecordedHit hit, Vec3 direction) {
        return hit.withErrorFor(direction).sensor().resolution().sigmaU();
    }

    @Test
    void errorsOfPixelsAndAlongStripsDoNotDependOnTheTrack() {
        RecordedHit pixel = hits(hit(BPIX, 0, 0)).get(0);
        assertSame(pixel, pixel.withErrorFor(new Vec3(1, 0, 0)));
        RecordedHit along = hits(hit(TEC, 5, 0)).get(1);
        assertSame(along, along.withErrorFor(new Vec3(1, 0, 0)));
        assertFalse(along.isTooWideFor(new Vec3(1, 0, 0)));
    }

    @Test
    void hitsRunFromTheListedPointOutwards() {
        IgTrack inwards = track(hit(TOB, 0, 0), hit(TIB, 0, 0), hit(BPIX, 0, 0));
        List<String> names = recorded(inwards).hits(inwards).stream()
                .map(h -> h.sensor().name())
                .toList();
        assertEquals(List.of(BPIX, TIB, TOB), names);
        assertEquals(List.of(), recorded(track()).hits(track()));
        RecordedHit first = hits(hit(BPIX, 0, 0)).get(0);
        assertEquals(5, first.asSensor(5).index());
        assertEquals(first.sensor().plane(), first.asSensor(5).plane());
    }

    @Test
    void moduleCentresInPlaceOfHitsAreAnObstacle() {
        IgTrack centres = track(hit(BPIX, 0, 0), hit(TIB, 0, 0), hit(TEC, 5, 0));
        String reason = recorded(centres).obstacle().orElseThrow();
        assertTrue(reason.startsWith("2 of 2 hits in the barrel lie at the centre of their module"), reason);
        IgTrack measured = track(hit(BPIX, 1, 2), hit(TIB, 3, 0), hit(TOB, 0, 0));
        assertEquals(Optional.empty(), recorded(measured).obstacle());
        assertEquals(Optional.empty(), recorded(track()).obstacle());
    }

    @Test
    void modulesOfAnotherDetectorAreRefused() {
        Sensor sensor = sensor(BPIX);
        IgModule module = module(sensor, moved(sensor));
        IgHit muon = new IgHit(2 << 28, Vec3.ZERO, module);
        String message = refusalOf(muon);
        assertTrue(message.contains("detid 536870912: is no module of the silicon tracker"), message);

        Plane away = new Plane(
                new Vec3(0, 0, 100),
                sensor.plane().u(),
                sensor.plane().v(),
                sensor.plane().w());
        IgHit far = new IgHit(number(sensor, 0), Vec3.ZERO, module(sensor, away));
        message = refusalOf(far);
        assertTrue(message.contains("mm from the nearest of the detector of 2008 to 2016"), message);
    }

    private static String refusalOf(IgHit hit) {
        return String.valueOf(
                assertThrows(BadInputException.class, () -> hits(hit)).getMessage());
    }

    @Test
    void numbersTellSubdetectorAndSide() {
        // Numbers of real modules and what the display file of the event says of them.
        assertEquals(Optional.of(Subdetector.BPIX), new DetectorNumber(302055684).subdetector());
        assertEquals(Readout.PIXEL, new DetectorNumber(302055684).readout());
        DetectorNumber tib = new DetectorNumber(369120277);
        assertEquals(Optional.of(Subdetector.TIB), tib.subdetector());
        assertEquals(Readout.STEREO, tib.readout());
        assertEquals(Readout.RPHI_OF_PAIR, new DetectorNumber(369120278).readout());
        assertEquals(Readout.SINGLE, new DetectorNumber(369120280).readout());
        assertEquals(Optional.empty(), new DetectorNumber(0).subdetector());
    }

    @Test
    void aModuleHasFourCornersOnEachFace() {
        assertThrows(IllegalArgumentException.class, () -> new IgModule(List.of(), List.of()));
    }
}
