package org.sagitta.kalman.fit;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.HitProjection;
import org.sagitta.kalman.measurement.Hole;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.measurement.StripHit;

/**
 * Which hits a filter pass uses, and how.
 *
 * @param ignored hits that are not used, though the track crosses the matter of their planes; not changed by anybody
 */
record HitUse(BitSet ignored, StripLength length) {

    /** What is done with the length of a strip, along which nothing is measured. */
    enum StripLength {
        /** Nothing: the definition of the fit. */
        IGNORED,
        /**
         * The hit is in the middle of the strip, with the standard deviation of a uniform distribution over its length:
         * good for a start from a poor reference.
         */
        MEASURED
    }

    /** All hits, as the fit is defined. */
    static final HitUse ALL = new HitUse(new BitSet(), StripLength.IGNORED);

    HitUse with(StripLength other) {
        return new HitUse(ignored, other);
    }

    /** The coordinates that hit k measures, linearised about the reference; none if it is ignored or a hole. */
    List<ScalarMeasurement> measurements(int k, ReferencePlane plane, Hit hit) {
        if (ignored.get(k)) {
            return List.of();
        }
        List<ScalarMeasurement> across = HitProjection.project(
                hit, plane.sensor(), plane.local().x(), plane.local().y());
        if (length == StripLength.IGNORED || !(hit instanceof StripHit)) {
            return across;
        }
        double sigma = plane.sensor().resolution().sigmaV();
        return List.of(across.get(0), new ScalarMeasurement(-plane.local().y(), 0, 1, sigma * sigma));
    }

    /** The hits in use, without holes. */
    List<Hit> hits(List<Hit> all) {
        return IntStream.range(0, all.size())
                .filter(k -> !ignored.get(k) && !(all.get(k) instanceof Hole))
                .mapToObj(all::get)
                .toList();
    }

    /** The number of coordinates that are measured by the hits in use. */
    int dimension(List<Hit> hits) {
        int sum = 0;
        for (int k = 0; k < hits.size(); k++) {
            sum += ignored.get(k) ? 0 : HitProjection.dimension(hits.get(k));
        }
        return sum;
    }
}
