/**
 * How well a sensor sees a muon, and when it sees it wrongly or not at all. Start at {@link
 * org.sagitta.data.simulation.hit.ClusterModel}, which gives the true standard deviation of a hit from the cluster that
 * a track of this direction makes; {@link org.sagitta.data.simulation.hit.WrongHits} and {@link
 * org.sagitta.data.simulation.hit.Detection} are the choices that a scenario can make beside it.
 */
@NullMarked
package org.sagitta.data.simulation.hit;

import org.jspecify.annotations.NullMarked;
