package org.sagitta.data.recorded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.recorded.DetectorNumber.Readout;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

/**
 * Which sensor of the nominal detector a drawn module is: the nearest of the same subdetector and readout. The real
 * detector is some millimetres off its nominal place, its neighbours are centimetres away (in the pixel barrel one).
 */
final class ModuleMatcher {
    /** A module farther than this [mm] from every nominal one belongs to another detector. */
    static final double FARTHEST = 15;

    private record Group(Subdetector subdetector, Readout readout) {}

    private final Map<Group, List<Sensor>> groups = new LinkedHashMap<>();

    ModuleMatcher(Tracker nominal) {
        for (Sensor sensor : nominal.sensors()) {
            Group group = new Group(sensor.address().subdetector(), DetectorNumber.readout(sensor));
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(sensor);
        }
    }

    /**
     * The nominal sensor of a hit's module.
     *
     * @throws BadInputException (data) if the module is of no subdetector or too far from every nominal one
     */
    Sensor nominal(IgHit hit) {
        DetectorNumber number = new DetectorNumber(hit.detId());
        Subdetector subdetector = number.subdetector()
                .orElseThrow(() -> BadInputException.data(
                        "detid " + hit.detId() + ": is no module of the silicon tracker, subdetector must be 1 to 6"));
        Vec3 centre = hit.module().centre();
        Sensor nearest = groups.getOrDefault(new Group(subdetector, number.readout()), List.of()).stream()
                .min(Comparator.comparingDouble(sensor -> distance(sensor, centre)))
                .orElseThrow(() -> BadInputException.data("detid " + hit.detId() + ": " + subdetector
                        + " has no modules that read out " + number.readout()));
        double distance = distance(nearest, centre);
        if (!(distance <= FARTHEST)) {
            throw BadInputException.data("detid " + hit.detId() + ": its module is " + distance
                    + " mm from the nearest of the detector of 2008 to 2016, " + nearest.name()
                    + "; allowed is at most "
                    + FARTHEST + " mm");
        }
        return nearest;
    }

    private static double distance(Sensor sensor, Vec3 point) {
        return sensor.plane().origin().minus(point).norm();
    }
}
