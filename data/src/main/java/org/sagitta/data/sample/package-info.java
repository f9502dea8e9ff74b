/**
 * What a run produces, as tables of named columns with units. Start at {@link org.sagitta.data.sample.Sample}; the
 * columns of simulated muon pairs are in {@link org.sagitta.data.sample.PairTables}. Files are written by
 * {@code data.io.hdf5}.
 */
@NullMarked
package org.sagitta.data.sample;

import org.jspecify.annotations.NullMarked;
