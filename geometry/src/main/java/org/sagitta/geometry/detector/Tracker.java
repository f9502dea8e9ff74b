package org.sagitta.geometry.detector;

import java.util.List;
import java.util.function.UnaryOperator;

/** An immutable set of sensors. Every change makes a new tracker; {@code sensor(i).index() == i} always holds. */
public final class Tracker {
    private final List<Sensor> sensors;

    public Tracker(List<Sensor> sensors) {
        this.sensors = List.copyOf(sensors);
        for (int i = 0; i < this.sensors.size(); i++) {
            if (this.sensors.get(i).index() != i) {
                throw new IllegalArgumentException(
                        "sensor " + this.sensors.get(i).name() + " at position " + i + " has index "
                                + this.sensors.get(i).index());
            }
        }
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
}
