package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The linear relation of the states on two consecutive planes, both taken on the inner side, before the matter of the
 * plane: x(inner plane) = {@code inwards} x(outer plane) + noise.
 *
 * @param outwards mean energy loss in the inner plane, then transport to the outer one
 * @param inwards its inverse
 * @param noise covariance of scattering and straggling in the inner plane, on its inner side
 */
public record Leg(Matrix5 outwards, Matrix5 inwards, SymMatrix5 noise) {}
