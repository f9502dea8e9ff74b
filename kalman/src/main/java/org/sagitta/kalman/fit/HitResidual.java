package org.sagitta.kalman.fit;

import java.util.List;

/**
 * A hit against the track that all other hits make.
 *
 * @param hitIndex place in the list of hits
 * @param coordinates one residual for a strip, those of u and v for a pixel
 * @param chi2 square of the residuals over their full covariance, with as many degrees of freedom as there are coordinates: by
 *     this much chi2 of the track falls without the hit
 */
public record HitResidual(int hitIndex, List<UnbiasedResidual> coordinates, double chi2) {
    public HitResidual {
        coordinates = List.copyOf(coordinates);
    }
}
