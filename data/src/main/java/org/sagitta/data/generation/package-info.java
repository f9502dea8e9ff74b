/**
 * J/psi, Upsilon(1S) and Z decaying to two muons, as if they had just been made in a collision: no detector yet. Start
 * at {@link org.sagitta.data.generation.PairGenerator}; the spectra are chosen in
 * {@link org.sagitta.data.generation.ProductionModel}, decay angles in
 * {@link org.sagitta.data.generation.DecayAngles}, radiation in {@link org.sagitta.data.generation.FinalStateRadiation}.
 */
@NullMarked
package org.sagitta.data.generation;

import org.jspecify.annotations.NullMarked;
