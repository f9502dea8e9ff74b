@NullMarked
package org.sagitta.bench;

import org.jspecify.annotations.NullMarked;
