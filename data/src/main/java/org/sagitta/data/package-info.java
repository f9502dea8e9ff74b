@NullMarked
package org.sagitta.data;

import org.jspecify.annotations.NullMarked;
