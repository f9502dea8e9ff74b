/**
 * The only place where the rooms are wired together: a scenario becomes conditions, events become fitted pairs, pairs
 * become a correction. Start at {@link org.sagitta.validation.pipeline.ClosureRunner}.
 */
@NullMarked
package org.sagitta.validation.pipeline;

import org.jspecify.annotations.NullMarked;
