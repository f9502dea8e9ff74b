/** Everything that wires the rooms together: pipeline, studies, reports, command line. */
@NullMarked
package org.sagitta.validation;

import org.jspecify.annotations.NullMarked;
