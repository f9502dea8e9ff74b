/**
 * Everything that makes a run again, as one immutable value read from one strict YAML file. Start at
 * {@link org.sagitta.data.scenario.Scenario}; {@link org.sagitta.data.scenario.Scenarios} finds them by name or path.
 *
 * <p>A scenario holds names and numbers only. What they mean (a field, a tracker) is made from them elsewhere, so a
 * scenario can be read, compared and written without a detector. Reading checks that the names exist, and that field
 * maps in files can be used.
 */
@NullMarked
package org.sagitta.data.scenario;

import org.jspecify.annotations.NullMarked;
