package org.sagitta.data.io.hepmc;

import org.sagitta.data.generation.FourMomentum;

/**
 * A particle of an event.
 *
 * @param parent vertex (negative), the only particle that goes into its vertex (positive), or 0
 * @param momentum [GeV]
 * @param mass as the generator had it [GeV]
 * @param line of the file
 */
record HepMcParticle(int parent, int pdgId, FourMomentum momentum, double mass, int status, long line) {}
