package org.sagitta.geometry.passive;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.material.Silicon;

/** All matter that stands beside the sensors, none by {@link #NONE}: then the sensors carry everything. */
public record PassiveMaterial(List<PassiveSurface> surfaces) {
    /** No surface at all. */
    public static final PassiveMaterial NONE = new PassiveMaterial(List.of());

    public PassiveMaterial {
        surfaces = List.copyOf(surfaces);
    }

    /** The tracker that belongs to such a world: each sensor carries its own silicon and nothing else. */
    public static Tracker bareSensors(Tracker tracker) {
        return tracker.map(sensor -> sensor.withMaterial(Silicon.slab(sensor.thickness())));
    }

    /**
     * The same surfaces with their matter times a factor.
     *
     * @param factor by part of the tracker and |eta| of the place seen from the origin; zero or positive
     * @param absEtaEdges where the factor changes along |eta|
     */
    public PassiveMaterial scaled(ToDoubleBiFunction<Subdetector, Double> factor, Collection<Double> absEtaEdges) {
        return new PassiveMaterial(surfaces.stream()
                .map(s -> s.scaled(absEta -> factor.applyAsDouble(s.part(), absEta), absEtaEdges))
                .toList());
    }

    /** The sum over all surfaces that a straight ray from the origin meets, each over |cos|. */
    public MaterialSlab alongRay(double absEta) {
        double xOverX0 = 0;
        double xi = 0;
        for (PassiveSurface surface : surfaces) {
            MaterialSlab met = surface.alongRay(absEta);
            xOverX0 += met.xOverX0();
            xi += met.xiGev();
        }
        return new MaterialSlab(xOverX0, xi);
    }
}
