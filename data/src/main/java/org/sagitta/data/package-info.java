/**
 * What surrounds the fit: scenarios, generated muons, the simulated tracker and the files. Start at
 * {@code data.scenario.Scenario}, which says what a run is made of, then follow one muon from
 * {@code data.generation} to {@code data.simulation} to {@code data.sample}. Real hits come in by {@code data.recorded}.
 */
@NullMarked
package org.sagitta.data;

import org.jspecify.annotations.NullMarked;
