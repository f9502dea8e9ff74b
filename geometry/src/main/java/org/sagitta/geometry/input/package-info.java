/**
 * How every module says that a file, flag or scenario is wrong; start at {@link
 * org.sagitta.geometry.input.BadInputException}. And how it reads the tables that come with the program.
 */
@NullMarked
package org.sagitta.geometry.input;

import org.jspecify.annotations.NullMarked;
