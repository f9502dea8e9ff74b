/**
 * Events in the text format of HepMC 3 (Asciiv3), as Pythia, Herwig, Sherpa, EvtGen and others write them. Start at
 * {@link org.sagitta.data.io.hepmc.HepMcReader} and {@link org.sagitta.data.io.hepmc.HepMcWriter}.
 */
@NullMarked
package org.sagitta.data.io.hepmc;

import org.jspecify.annotations.NullMarked;
