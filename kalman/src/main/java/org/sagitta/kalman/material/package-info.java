/**
 * What a muon suffers on the average when it crosses the matter of a sensor plane; start at
 * {@link org.sagitta.kalman.material.MaterialEffects}. What matter is there says {@code geometry.material}; random draws
 * belong to the simulation.
 */
@NullMarked
package org.sagitta.kalman.material;

import org.jspecify.annotations.NullMarked;
