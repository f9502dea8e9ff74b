package org.sagitta.geometry.passive;

import org.sagitta.geometry.detector.RaySummary;
import org.sagitta.geometry.detector.RayTracer;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.material.MaterialSlab;

/**
 * How much matter straight rays from the origin meet, in sensors and on passive surfaces, walls behind the last sensor
 * included.
 */
public final class MaterialBudget {
    private final RayTracer rays;
    private final PassiveMaterial passive;

    /**
     * @param sensors index of a tracker whose sensors carry all matter, or their silicon
     * @param passive the rest of the matter
     */
    public MaterialBudget(SensorIndex sensors, PassiveMaterial passive) {
        this.rays = new RayTracer(sensors);
        this.passive = passive;
    }

    /**
     * The mean over rays of equidistant azimuth at both ends.
     *
     * @param absEta zero or positive
     * @param phiSteps azimuths at each end
     */
    public MaterialSlab at(double absEta, int phiSteps) {
        RaySummary sensors = rays.meanOfBothEnds(absEta, phiSteps);
        MaterialSlab beside = passive.alongRay(absEta);
        return new MaterialSlab(sensors.xOverX0() + beside.xOverX0(), sensors.xiGev() + beside.xiGev());
    }

    /**
     * The mean over |eta| from absEta - halfWidth to absEta + halfWidth, both included, in equal steps; an
     * |eta| below zero counts as its absolute value. Every value is the mean of both ends.
     *
     * @param etaSteps number of values of eta, at least 2
     */
    public MaterialSlab around(double absEta, double halfWidth, int etaSteps, int phiSteps) {
        if (etaSteps < 2) {
            throw new IllegalArgumentException("values of eta = " + etaSteps + "; there must be at least 2");
        }
        double xOverX0 = 0;
        double xi = 0;
        for (int i = 0; i < etaSteps; i++) {
            double eta = absEta - halfWidth + 2 * halfWidth * i / (etaSteps - 1);
            MaterialSlab met = at(Math.abs(eta), phiSteps);
            xOverX0 += met.xOverX0();
            xi += met.xiGev();
        }
        return new MaterialSlab(xOverX0 / etaSteps, xi / etaSteps);
    }
}
