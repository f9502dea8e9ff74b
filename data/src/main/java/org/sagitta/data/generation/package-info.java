/**
 * J/psi, psi(2S), three Upsilon and Z decaying to two muons, as if they had just been made in a collision: no detector
 * yet. Start at {@link org.sagitta.data.generation.PairGenerator}; the spectra are chosen in {@link
 * org.sagitta.data.generation.ProductionModel}, decay angles in {@link org.sagitta.data.generation.DecayAngles},
 * radiation in {@link org.sagitta.data.generation.FinalStateRadiation}. What turns a sample into one of another model
 * is in {@link org.sagitta.data.generation.EventWeights}. Single muons come from {@link
 * org.sagitta.data.generation.MuonGun} and {@link org.sagitta.data.generation.CosmicMuons}.
 */
@NullMarked
package org.sagitta.data.generation;

import org.jspecify.annotations.NullMarked;
