package org.sagitta.geometry.passive;

import java.util.Arrays;
import java.util.List;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.material.Silicon;

/**
 * The silicon of a layer of sensors, spread over the surface that stands for the layer: step by step the mean of what
 * straight rays from the origin see, overlaps and second sides included.
 *
 * <p>A piece dA of a sensor at a distance d from the origin, met under the angle a and carried along its ray onto the
 * surface at the distance D, met there under the angle b, covers dA cos a D^2 / (d^2 cos b) of it. A ray sees
 * t / cos a there, which is t cos b / cos a at normal incidence on the surface. So the piece contributes
 *
 * <pre>t dA (D / d)^2</pre>
 *
 * <p>whatever the angles.
 */
final class SiliconCover {
    /** Sensors are cut into pieces of this length along v [mm], and into {@value #ACROSS} across. */
    private static final double PIECE = 4;

    private static final int ACROSS = 4;

    private SiliconCover() {}

    /** x/X0 of the sensors' silicon in each step of the surface, at normal incidence. */
    static double[] xOverX0(PassiveSurface surface, List<Sensor> sensors) {
        MaterialSteps steps = surface.matter();
        double[] sum = new double[steps.size()];
        for (Sensor sensor : sensors) {
            add(sensor, surface, sum);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= surface.area(steps.edge(i), steps.edge(i + 1));
        }
        return sum;
    }

    private static void add(Sensor sensor, PassiveSurface surface, double[] sum) {
        Outline outline = sensor.outline();
        int along = (int) Math.ceil(2 * outline.halfLength() / PIECE);
        double lengthV = 2 * outline.halfLength() / along;
        for (int i = 0; i < along; i++) {
            double v = (i + 0.5) * lengthV - outline.halfLength();
            double halfWidth = outline.halfWidthAt(v);
            double lengthU = 2 * halfWidth / ACROSS;
            for (int k = 0; k < ACROSS; k++) {
                Vec3 piece = sensor.plane().toGlobal((k + 0.5) * lengthU - halfWidth, v);
                double ratio = surface.rayScale(piece);
                int step = surface.matter().indexAt(surface.coordinate(piece.times(ratio)));
                if (step >= 0) {
                    sum[step] += sensor.thickness() / Silicon.X0 * lengthU * lengthV * ratio * ratio;
                }
            }
        }
    }

    /** The matter of a surface less the silicon of its sensors, never negative, in the same steps. */
    static MaterialSteps subtractedFrom(PassiveSurface surface, List<Sensor> sensors, double xiOverX0) {
        double[] silicon = xOverX0(surface, sensors);
        MaterialSteps steps = surface.matter();
        MaterialSlab[] rest = new MaterialSlab[steps.size()];
        Arrays.setAll(rest, i -> {
            double xOverX0 = Math.max(0, steps.slab(i).xOverX0() - silicon[i]);
            return new MaterialSlab(xOverX0, xOverX0 * xiOverX0);
        });
        return new MaterialSteps(edges(steps), List.of(rest));
    }

    private static List<Double> edges(MaterialSteps steps) {
        Double[] edges = new Double[steps.size() + 1];
        Arrays.setAll(edges, steps::edge);
        return List.of(edges);
    }
}
