package org.sagitta.kalman.fit;

import java.util.Optional;

/**
 * How far a reference trajectory came.
 *
 * @param reference through the planes that it reached, at least the first one
 * @param end why it did not reach the others; empty if it reached all
 */
record Traced(ReferenceTrajectory reference, Optional<FitFailure> end) {}
