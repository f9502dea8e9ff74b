/**
 * Files in and out. Start at {@link org.sagitta.data.io.AtomicFile}, through which everything is written; the formats
 * live in their own packages.
 */
@NullMarked
package org.sagitta.data.io;

import org.jspecify.annotations.NullMarked;
