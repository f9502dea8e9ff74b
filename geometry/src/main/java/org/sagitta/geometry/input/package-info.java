/** How every module says that a file, flag or scenario is wrong; start at {@link org.sagitta.geometry.input.BadInputException}. */
@NullMarked
package org.sagitta.geometry.input;

import org.jspecify.annotations.NullMarked;
