/**
 * Random numbers that belong to (seed, stream, event) and never to a thread, so that results do not depend on how the
 * events are shared out. Start at {@link org.sagitta.data.random.EventRandom}.
 */
@NullMarked
package org.sagitta.data.random;

import org.jspecify.annotations.NullMarked;
