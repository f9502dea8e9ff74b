/**
 * Samples as HDF5; the only package that knows the HDF5 library. Start at
 * {@link org.sagitta.data.io.hdf5.SampleHdf5}.
 */
@NullMarked
package org.sagitta.data.io.hdf5;

import org.jspecify.annotations.NullMarked;
