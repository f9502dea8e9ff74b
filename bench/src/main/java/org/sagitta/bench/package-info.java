/**
 * Benchmarks of the hot paths, one class each; docs/benchmarks.md says how to run them. Nothing else depends on this
 * package.
 */
@NullMarked
package org.sagitta.bench;

import org.jspecify.annotations.NullMarked;
