/** The command line, the only place that prints and exits; start at {@link org.sagitta.validation.cli.Sagitta}. */
@NullMarked
package org.sagitta.validation.cli;

import org.jspecify.annotations.NullMarked;
