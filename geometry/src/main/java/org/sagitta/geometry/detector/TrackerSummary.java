package org.sagitta.geometry.detector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many sensors a tracker has and where their matter is.
 *
 * @param modules both sides of a double-sided module count once
 * @param subdetectors in the order of {@link Subdetector}
 * @param materialGroups in the order of their first sensor
 */
public record TrackerSummary(
        int sensors, int modules, Map<Subdetector, Part> subdetectors, List<MaterialGroup> materialGroups) {

    /**
     * One subdetector.
     *
     * @param layers layers of a barrel, or disks of one end
     * @param rMin smallest distance of a sensor's centre from the beam [mm]
     * @param rMax largest such distance [mm]
     * @param absZMax largest |z| of a sensor's centre [mm]
     */
    public record Part(int sensors, int modules, int layers, double rMin, double rMax, double absZMax) {}

    /**
     * Sensors that share one entry of the material table.
     *
     * @param xOverX0PerModule at normal incidence, both sides of a double-sided module together
     * @param xiGevPerModule likewise [GeV]
     */
    public record MaterialGroup(
            String name,
            Subdetector subdetector,
            int sensors,
            int modules,
            double xOverX0PerModule,
            double xiGevPerModule) {}

    public TrackerSummary {
        subdetectors = Collections.unmodifiableMap(new EnumMap<>(subdetectors));
        materialGroups = List.copyOf(materialGroups);
    }

    public static TrackerSummary of(Tracker tracker) {
        Map<Subdetector, List<Sensor>> bySubdetector = tracker.sensors().stream()
                .collect(Collectors.groupingBy(
                        s -> s.address().subdetector(), () -> new EnumMap<>(Subdetector.class), Collectors.toList()));
        Map<Subdetector, Part> parts = new EnumMap<>(Subdetector.class);
        bySubdetector.forEach((subdetector, sensors) -> parts.put(subdetector, part(sensors)));
        Map<String, List<Sensor>> byGroup = tracker.sensors().stream()
                .collect(Collectors.groupingBy(Sensor::materialGroup, LinkedHashMap::new, Collectors.toList()));
        List<MaterialGroup> groups = new ArrayList<>();
        byGroup.forEach((name, sensors) -> groups.add(group(name, sensors)));
        return new TrackerSummary(tracker.size(), modules(tracker.sensors()), parts, groups);
    }

    private static Part part(List<Sensor> sensors) {
        return new Part(
                sensors.size(),
                modules(sensors),
                (int) sensors.stream().map(s -> s.address().layer()).distinct().count(),
                sensors.stream()
                        .mapToDouble(s -> s.plane().origin().perp())
                        .min()
                        .orElse(Double.NaN),
                sensors.stream()
                        .mapToDouble(s -> s.plane().origin().perp())
                        .max()
                        .orElse(Double.NaN),
                sensors.stream()
                        .mapToDouble(s -> Math.abs(s.plane().origin().z()))
                        .max()
                        .orElse(Double.NaN));
    }

    private static MaterialGroup group(String name, List<Sensor> sensors) {
        int modules = modules(sensors);
        double xOverX0 =
                sensors.stream().mapToDouble(s -> s.material().xOverX0()).sum();
        double xi = sensors.stream().mapToDouble(s -> s.material().xiGev()).sum();
        return new MaterialGroup(
                name, sensors.get(0).address().subdetector(), sensors.size(), modules, xOverX0 / modules, xi / modules);
    }

    /** Stereo sensors are the second side of a module whose first side counts. */
    private static int modules(Collection<Sensor> sensors) {
        return (int) sensors.stream()
                .filter(s -> s.address().kind() != SensorKind.STEREO)
                .count();
    }
}
