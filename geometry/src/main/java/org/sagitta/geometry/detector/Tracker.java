package org.sagitta.geometry.detector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** An immutable set of sensors. Every change makes a new tracker; {@code sensor(i).index() == i} always holds, and no two
 * sensors share a name. */
public final class Tracker {
    private final List<Sensor> sensors;
    private final Map<String, Sensor> byName;

    public Tracker(List<Sensor> sensors) {
        this.sensors = List.copyOf(sensors);
        for (int i = 0; i < this.sensors.size(); i++) {
            if (this.sensors.get(i).index() != i) {
                throw new IllegalArgumentException(
                        "sensor " + this.sensors.get(i).name() + " at position " + i + " has index "
                                + this.sensors.get(i).index());
            }
        }
        this.byName = new HashMap<>(2 * sensors.size());
        for (Sensor sensor : this.sensors) {
            if (byName.put(sensor.name(), sensor) != null) {
                throw new IllegalArgumentException("two sensors are named " + sensor.name());
            }
        }
    }

    /** The sensor of a name, such as "TOB+/L3/inner/rod12/mod4/rphi". */
    public Optional<Sensor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Sensor> sensors() {
        return sensors;
    }

    public Sensor sensor(int index) {
        return sensors.get(index);
    }

    public int size() {
        return sensors.size();
    }

    /** A tracker in which each sensor is replaced by its image, which must keep its index. */
    public Tracker map(UnaryOperator<Sensor> change) {
        return new Tracker(sensors.stream().map(change).toList());
    }

    /**
     * A tracker whose sensors carry their material times a factor.
     *
     * @param factor zero or positive; see {@link SensorFactors}
     */
    public Tracker scaleMaterial(ToDoubleFunction<Sensor> factor) {
        return map(s -> s.withMaterial(s.material().scaled(factor.applyAsDouble(s))));
    }

    /**
     * A tracker whose sensors measure with their standard deviations times a factor.
     *
     * @param factor positive; see {@link SensorFactors}
     */
    public Tracker scaleResolution(ToDoubleFunction<Sensor> factor) {
        return map(s -> s.withResolution(s.resolution().scaled(factor.applyAsDouble(s))));
    }
}
