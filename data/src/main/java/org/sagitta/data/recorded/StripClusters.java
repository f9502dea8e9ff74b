package org.sagitta.data.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.io.ig.IgCluster;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * How many strips a hit is made of. The file tells where the first strip of a cluster begins and where its barycentre
 * is, so the width is twice their distance; half a strip of uncertainty comes from the sharing of charge.
 */
final class StripClusters {
    /** A cluster begins at least this far below its barycentre, in strips. */
    private static final double NEAREST = 0.05;

    private final Map<Integer, List<Vec3>> firstStrips = new HashMap<>();

    StripClusters(IgEvent event) {
        for (IgCluster cluster : event.stripClusters()) {
            firstStrips
                    .computeIfAbsent(cluster.detId(), id -> new ArrayList<>())
                    .add(cluster.firstStrip());
        }
    }

    /**
     * The width of the cluster around a barycentre in strips, 0 if the file has no such cluster.
     *
     * @param coordinate strip coordinate of the barycentre before the Lorentz correction [mm]
     */
    double width(int detId, Plane plane, StripTopology strips, double coordinate) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Vec3 firstStrip : firstStrips.getOrDefault(detId, List.of())) {
            Vec3 local = plane.toLocal(firstStrip);
            double below = (coordinate - strips.coordinate(local.x(), local.y())) / strips.pitch();
            if (below > NEAREST) {
                nearest = Math.min(nearest, below);
            }
        }
        return Double.isInfinite(nearest) ? 0 : 2 * nearest;
    }
}
