/**
 * Events of other generators as pairs of muons that can be simulated. Start at
 * {@link org.sagitta.data.external.EventFiles}, which opens a file whatever its format, and
 * {@link org.sagitta.data.external.LeadingPair}, which says which two muons of an event are the pair.
 */
@NullMarked
package org.sagitta.data.external;

import org.jspecify.annotations.NullMarked;
