package org.sagitta.data.recorded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.recorded.RecordedHit.Coordinate;
import org.sagitta.geometry.detector.Resolution;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The hits of one event as measurements. Each lies on the plane that the file draws for its module, which is where the
 * module really was, and takes resolution and material of the nominal module.
 */
public final class RecordedTracks {
    /** Hits nearer than this to the centre of their module are at it, but for the digits of the file. */
    private static final double AT_CENTRE = 5 * Units.UM;

    /** A file with more of its hits at the centres than this holds no hits. */
    private static final double LARGEST_SHARE_AT_CENTRE = 0.5;

    /**
     * Error of a charge barycentre along v, the long side of a pixel [mm]. The nominal 25 and 21 um are those of CMS's own
     * estimate from the shape of the cluster. With them the pulls of barycentres are 1.21 +- 0.07 wide in the barrel and
     * 1.40 +- 0.18 in the disks, with this 0.98 and 1.06 (event 400912970, tracks above 0.7 GeV, 349 and 66 hits).
     */
    private static final double PIXEL_SIGMA_V = 35 * Units.UM;

    /** Where CMS's track fit uses the length of the strips, too; in the barrel it does not. */
    private static final Set<Subdetector> WEDGES = Set.of(Subdetector.TID, Subdetector.TEC);

    private final IgEvent event;
    private final Map<Integer, Sensor> modules = new HashMap<>();
    private final StripClusters clusters;
    private final ModuleMatcher matcher;

    /**
     * @param nominal the detector at its ideal place
     */
    public RecordedTracks(IgEvent event, Tracker nominal) {
        this.event = event;
        this.clusters = new StripClusters(event);
        this.matcher = new ModuleMatcher(nominal);
    }

    /**
     * Why no track of the event can be fitted, in words for people; empty if there is no reason. Some display files have
     * the centres of the modules in place of the hits.
     */
    public Optional<String> obstacle() {
        int barrel = 0;
        int atCentre = 0;
        for (IgTrack track : event.tracks()) {
            for (RecordedHit hit : hits(track)) {
                if (hit.sensor().address().subdetector().isBarrel()) {
                    barrel++;
                    double shift = LorentzDrift.correction(hit.sensor());
                    atCentre += Math.hypot(hit.u() - shift, hit.v()) < AT_CENTRE ? 1 : 0;
                }
            }
        }
        if (atCentre <= LARGEST_SHARE_AT_CENTRE * barrel) {
            return Optional.empty();
        }
        return Optional.of(atCentre + " of " + barrel
                + " hits in the barrel lie at the centre of their module: the file holds no measured positions");
    }

    /**
     * The hits of a track of this event from the inside out, as far as the file tells.
     *
     * @throws org.sagitta.geometry.input.BadInputException (data) if a module is none of the detector
     */
    public List<RecordedHit> hits(IgTrack track) {
        List<RecordedHit> hits = new ArrayList<>();
        for (IgHit hit : track.hits()) {
            RecordedHit measured = recorded(hit);
            hits.add(measured);
            if (WEDGES.contains(measured.sensor().address().subdetector())) {
                hits.add(measured.alongStrip());
            }
        }
        if (!hits.isEmpty() && isInwards(hits, track.position())) {
            Collections.reverse(hits);
        }
        return List.copyOf(hits);
    }

    private static boolean isInwards(List<RecordedHit> hits, Vec3 vertex) {
        Vec3 first = hits.get(0).place();
        Vec3 last = hits.get(hits.size() - 1).place();
        return last.minus(vertex).norm() < first.minus(vertex).norm();
    }

    private RecordedHit recorded(IgHit hit) {
        Sensor sensor = modules.computeIfAbsent(hit.detId(), id -> {
            Sensor nominal = matcher.nominal(hit);
            return nominal.withPlane(DrawnPlane.of(hit.module(), nominal.plane()));
        });
        Vec3 local = sensor.plane().toLocal(hit.position());
        double shift = LorentzDrift.correction(sensor);
        if (sensor.topology() instanceof StripTopology strips) {
            double coordinate = strips.coordinate(local.x(), local.y());
            double width = clusters.width(hit.detId(), sensor.plane(), strips, coordinate);
            return new RecordedHit(Coordinate.ACROSS_STRIPS, sensor, coordinate + shift, 0, width);
        }
        Resolution ofBarycentre = new Resolution(sensor.resolution().sigmaU(), PIXEL_SIGMA_V);
        return new RecordedHit(Coordinate.POINT, sensor.withResolution(ofBarycentre), local.x() + shift, local.y(), 0);
    }
}
