package org.sagitta.data.io.lhe;

import org.sagitta.data.generation.FourMomentum;

/**
 * A particle of an event.
 *
 * @param status -1 incoming, 1 final, 2 intermediate
 * @param firstMother number of a particle of the event from 1, 0 for none
 * @param lastMother the other end of the range of mothers
 * @param momentum [GeV]
 * @param mass [GeV]
 * @param properLength lifetime of this particle times the speed of light [mm]
 * @param line of the file
 */
record LheParticle(
        int pdgId,
        int status,
        int firstMother,
        int lastMother,
        FourMomentum momentum,
        double mass,
        double properLength,
        long line) {
    static final int INCOMING = -1;
    static final int FINAL = 1;

    boolean isFinal() {
        return status == FINAL;
    }

    boolean hasSameMothers(LheParticle o) {
        return firstMother == o.firstMother && lastMother == o.lastMother;
    }

    /** Whether exactly one particle is named as mother. */
    boolean hasOneMother() {
        return firstMother > 0 && (lastMother == 0 || lastMother == firstMother);
    }
}
