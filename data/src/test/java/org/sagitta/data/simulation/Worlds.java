package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorAddress;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Topology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.CmsMaterialEffects;

/** Trackers, muons and simulators for the tests of this package. */
final class Worlds {
    static final Tracker CMS = CmsTracker.load();
    static final SensorIndex CMS_INDEX = SensorIndex.of(CMS);

    static final StripTopology PARALLEL_STRIPS = new StripTopology(512, 0.1, Double.POSITIVE_INFINITY);
    static final PixelTopology PIXELS = new PixelTopology(160, 416, 0.1, 0.15);

    private Worlds() {}

    static TrackSimulator cms(MagneticField field, SimulationEffects effects) {
        return new TrackSimulator(new Conditions(CMS, field), CMS_INDEX, CmsMaterialEffects.muon(), effects);
    }

    static TrackSimulator of(MagneticField field, SimulationEffects effects, Sensor... sensors) {
        Tracker tracker = new Tracker(List.of(sensors));
        return new TrackSimulator(
                new Conditions(tracker, field), SensorIndex.of(tracker), CmsMaterialEffects.muon(), effects);
    }

    /** 3.8 T along z in a domain, outside which nobody may ask. */
    static MagneticField boundedBy(FieldDomain domain) {
        return new MagneticField() {
            @Override
            public Vec3 at(Vec3 point) {
                assertTrue(domain.contains(point), () -> "asked outside the domain at " + point);
                return new Vec3(0, 0, 3.8);
            }

            @Override
            public FieldDomain domain() {
                return domain;
            }
        };
    }

    /** A sensor of 100 mm x 100 mm that faces the x axis at x; u along y, v along z; 20 um by 30 um. */
    static Sensor facingX(int index, double x, Topology topology, MaterialSlab material) {
        return facingX(index, x, topology, material, new Outline(50, 50, 50, 0, 0));
    }

    static Sensor facingX(int index, double x, Topology topology, MaterialSlab material, Outline outline) {
        Plane plane = Plane.spannedBy(new Vec3(x, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        SensorAddress address = new SensorAddress(Subdetector.TOB, 1, 1, 0, "inner", 1, 0, 1, SensorKind.RPHI, 0);
        return new Sensor(
                index,
                "test" + index,
                address,
                plane,
                outline,
                0.3,
                topology,
                new Resolution(0.02, 0.03),
                material,
                "test");
    }

    static Vec3 momentum(double pt, double eta, double phi) {
        return new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta));
    }

    static EventRandom random(long event) {
        return EventRandom.of(20261122, RandomStream.of("simulation test", RandomPurpose.TEST), event);
    }
}
