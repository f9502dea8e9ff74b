package org.sagitta.data.simulation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.SimulationEffects.HitSmearing;
import org.sagitta.data.simulation.hit.Cluster;
import org.sagitta.data.simulation.hit.ClusterModel;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.PixelTopology;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;

/**
 * What a sensor reports of a true crossing: a strip its coordinate, a pixel sensor u and v, each with a Gaussian error. Its
 * standard deviation is that of the sensor or of the cluster, as {@link HitSmearing} says. No hit in the dead gap, on dead
 * modules, and with probability 1 - efficiency. A few hits are wrong, if {@link SimulationEffects#wrongHits()} says so.
 *
 * <p>Owned by one thread (it holds scratch).
 */
final class HitMaker {
    private final SimulationEffects effects;
    private final SensorTable sensors;
    private final double[] probability;
    private final Optional<ClusterModel> clusters;
    private final Cluster cluster = new Cluster();
    private final HitChances chances = new HitChances();
    private @Nullable EventRandom random;
    private double errorU;
    private double errorV;

    /** @param sensors those of {@code truth} */
    HitMaker(SimulationEffects effects, Conditions truth, SensorTable sensors) {
        this.effects = effects;
        this.sensors = sensors;
        this.probability = effects.detection().probabilities(truth.tracker());
        this.clusters = effects.hitSmearing() == HitSmearing.CLUSTERS
                ? Optional.of(new ClusterModel(truth.tracker(), truth.field()))
                : Optional.empty();
    }

    /** Another one for the same thread, with the same tables. */
    HitMaker(HitMaker other) {
        this.effects = other.effects;
        this.sensors = other.sensors;
        this.probability = other.probability;
        this.clusters = other.clusters;
    }

    /** Begins a muon. */
    void start(EventRandom ofMuon) {
        random = effects.wrongHits().any() ? ofMuon.branch(RandomPurpose.HITS) : null;
    }

    /** Adds the hit of a crossing at the true (u, v) [mm], if there is one. */
    void hit(int sensor, double u, double v, Flight flight, Deviates deviates, HitBlock into) {
        if (random != null) {
            chances.draw(random, effects.wrongHits());
        }
        SensorType type = sensors.type(sensor);
        if (!type.outline().isActive(u, v) || !(deviates.efficiency < probability[sensor])) {
            return;
        }
        if (chances.outlier) {
            outlier(sensor, type, into);
            return;
        }
        smear(sensor, type, u, v, flight, deviates);
        if (type.topology() instanceof StripTopology strips) {
            into.addStrip(sensor, strips.coordinate(u, v) + errorU);
        } else if (type.topology() instanceof PixelTopology) {
            into.addPixel(sensor, u + errorU, v + errorV);
        } else {
            throw new IllegalStateException("sensor " + sensor + " has no known topology");
        }
    }

    private void smear(int sensor, SensorType type, double u, double v, Flight flight, Deviates deviates) {
        double scale = chances.errorScale;
        switch (effects.hitSmearing()) {
            case NONE -> {
                errorU = 0;
                errorV = 0;
            }
            case GAUSSIAN -> {
                errorU = scale * type.resolution().sigmaU() * deviates.smearU;
                errorV = scale * type.resolution().sigmaV() * deviates.smearV;
            }
            case CLUSTERS -> {
                double perDepth = 1 / sensors.cosine(sensor, flight);
                double slopeU = perDepth * sensors.alongU(sensor, flight);
                double slopeV = perDepth * sensors.alongV(sensor, flight);
                clusters.orElseThrow().look(sensor, u, v, slopeU, slopeV, cluster);
                errorU = scale * cluster.sigmaU() * deviates.smearU;
                errorV = scale * cluster.sigmaV() * deviates.smearV;
            }
        }
    }

    /** A hit anywhere on the sensor. Strips fan out as the outline does, so that their coordinate is uniform. */
    private void outlier(int sensor, SensorType type, HitBlock into) {
        Outline outline = type.outline();
        double u = chances.placeU * outline.halfWidthAt(0);
        if (type.topology() instanceof StripTopology) {
            into.addStrip(sensor, u);
        } else {
            into.addPixel(sensor, u, chances.placeV * outline.halfLength());
        }
    }
}
