/**
 * What matter does to one muon, drawn at random: the shapes that the track fit does not know. Start at {@link
 * org.sagitta.data.simulation.matter.LandauLoss}. Nothing here draws random numbers: each class turns chances that are
 * given to it into a loss or an angle, so that choices of effects can be compared with the same chances.
 */
@NullMarked
package org.sagitta.data.simulation.matter;

import org.jspecify.annotations.NullMarked;
