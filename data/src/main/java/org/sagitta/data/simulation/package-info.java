/**
 * The truth: a muon is carried through the real field, real matter and real sensor positions and leaves hits. Start at
 * {@link org.sagitta.data.simulation.TrackSimulator}.
 *
 * <p>The way of one muon: {@code ArcStepper} makes an arc of some ten centimetres on which the field is known
 * ({@code FieldSeries}) and the motion is a power series ({@code MotionSeries}); {@code CrossingFinder} finds the next
 * sensor on it and {@code PassiveFinder} the next surface that carries matter and measures nothing;
 * {@code MatterPassage} takes energy and turns the direction there; {@code HitMaker} writes down the hit.
 * {@code BlockSimulator} has many muons on their way together.
 * Nothing here knows the track fit or its propagation.
 */
@NullMarked
package org.sagitta.data.simulation;

import org.jspecify.annotations.NullMarked;
