package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;

/** The longitudinal part of a seed: z grows by cot(theta) per length of arc in the transverse plane. */
sealed interface Slope permits Slope.OfTwoPoints, Slope.OfCentres {

    /** cot(theta) if the track has the given curvature [1/mm]. */
    double cot(double curvature);

    /** The place of the track on its first sensor. */
    Vec3 start(double curvature);

    /** Two points in space, far enough apart. */
    record OfTwoPoints(Vec3 first, Vec3 second) implements Slope {
        @Override
        public double cot(double curvature) {
            return (second.z() - first.z()) / Transverse.arc(Transverse.chord(first, second), curvature);
        }

        @Override
        public Vec3 start(double curvature) {
            return first;
        }
    }

    /**
     * The centres of strips, which are on the track to within half a strip: the line through the means of the inner and of
     * the outer half of them (the method of Bartlett, Biometrics 5 (1949) 207). Strips of half a metre of track give
     * cot(theta) to a tenth or so, enough for a fit to start from if that counts the length of the strips as an error.
     *
     * @param loci in the order of the track; the first is where it starts
     */
    record OfCentres(List<Locus> loci) implements Slope {
        @Override
        public double cot(double curvature) {
            int half = loci.size() / 2;
            Vec3 inner = meanOf(0, half, curvature);
            Vec3 outer = meanOf(loci.size() - half, loci.size(), curvature);
            double arc = outer.x() - inner.x();
            if (arc < HitSeeder.SHORTEST_LEVER) {
                // Next to each other: a track from the middle of the beam line.
                return outer.z() / loci.get(0).base().perp();
            }
            return (outer.z() - inner.z()) / arc;
        }

        /** On a strip that runs along the beam, z decides where; else its centre. */
        @Override
        public Vec3 start(double curvature) {
            Vec3 mean = meanOf(0, loci.size(), curvature);
            return loci.get(0).pointAtZ(mean.z() - cot(curvature) * mean.x());
        }

        /** Mean arc length from the first centre, as x, and mean z. */
        private Vec3 meanOf(int from, int to, double curvature) {
            double arc = 0;
            double z = 0;
            for (Locus locus : loci.subList(from, to)) {
                arc += Transverse.arc(Transverse.chord(loci.get(0).base(), locus.base()), curvature);
                z += locus.base().z();
            }
            return new Vec3(arc / (to - from), 0, z / (to - from));
        }
    }
}
