/**
 * Les Houches events, as MadGraph, POWHEG and others write them. Start at {@link org.sagitta.data.io.lhe.LheReader}.
 */
@NullMarked
package org.sagitta.data.io.lhe;

import org.jspecify.annotations.NullMarked;
