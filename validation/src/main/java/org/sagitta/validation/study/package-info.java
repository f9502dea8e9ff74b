/** What is asked of the samples: closure, pulls, weak modes; start at {@link org.sagitta.validation.study.ClosureResult}. */
@NullMarked
package org.sagitta.validation.study;

import org.jspecify.annotations.NullMarked;
