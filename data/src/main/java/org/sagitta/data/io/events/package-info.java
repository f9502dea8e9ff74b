/**
 * What all readers of other generators' events share: the event as it comes out of a file
 * ({@link org.sagitta.data.io.events.ExternalEvent}), lines with their numbers from a plain or compressed file
 * ({@link org.sagitta.data.io.events.LineReader}), and the checks that catch a wrong unit or sign
 * ({@link org.sagitta.data.io.events.MuonCheck}). Start at {@link org.sagitta.data.io.events.EventReader}; files are
 * opened with {@link org.sagitta.data.external.EventFiles}.
 */
@NullMarked
package org.sagitta.data.io.events;

import org.jspecify.annotations.NullMarked;
