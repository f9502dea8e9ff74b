/**
 * Dimuon tables as text, in the variants of the CMS Open Data. Start at {@link org.sagitta.data.io.csv.MuonTableCsv}.
 */
@NullMarked
package org.sagitta.data.io.csv;

import org.jspecify.annotations.NullMarked;
