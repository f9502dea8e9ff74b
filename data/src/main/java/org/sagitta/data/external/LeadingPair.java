package org.sagitta.data.external;

import java.util.List;
import java.util.Optional;
import org.sagitta.data.generation.Boson;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Origin;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.ExternalMuon;
import org.sagitta.geometry.units.Units;

/**
 * The two muons of an event that are simulated: of the final muons the positive and the negative one with the largest
 * transverse momentum; of equal ones the first in the file.
 *
 * <p>Momenta and vertices are those of the file. Muons that a generator holds for massless keep their momentum and get
 * the muon mass. The resonance is the parent of both muons; where the file names none, or not one of ours, or not the
 * same for both, the nearest in mass stands for it, and the pair is of the continuum. The boson is what the two muons
 * and their photons add up to; photons of other muons do not count.
 */
public final class LeadingPair {
    /** The event has no muon in its final state. */
    public static final String NO_MUON = "NO_MUON";

    /** It has one only. */
    public static final String ONE_MUON = "ONE_MUON";

    /** All muons have the same charge. */
    public static final String SAME_CHARGE = "SAME_CHARGE";

    private LeadingPair() {}

    /** The pair of an event; empty for the reason that {@link #lack} says. */
    public static Optional<GeneratedPair> of(ExternalEvent event) {
        int plus = leading(event, 1);
        int minus = leading(event, -1);
        return plus < 0 || minus < 0 ? Optional.empty() : Optional.of(pair(event, plus, minus));
    }

    /** Why an event has no pair: {@link #NO_MUON}, {@link #ONE_MUON} or {@link #SAME_CHARGE}. */
    public static String lack(ExternalEvent event) {
        return switch (event.muons().size()) {
            case 0 -> NO_MUON;
            case 1 -> ONE_MUON;
            default -> SAME_CHARGE;
        };
    }

    /** Place of the muon of this charge with the largest transverse momentum, -1 if there is none. */
    private static int leading(ExternalEvent event, int charge) {
        int best = -1;
        for (int i = 0; i < event.muons().size(); i++) {
            ExternalMuon muon = event.muons().get(i);
            boolean higher = best < 0
                    || muon.momentum().perp()
                            > event.muons().get(best).momentum().perp();
            if (muon.charge() == charge && higher) {
                best = i;
            }
        }
        return best;
    }

    private static GeneratedPair pair(ExternalEvent event, int plusPlace, int minusPlace) {
        ExternalMuon plus = event.muons().get(plusPlace);
        ExternalMuon minus = event.muons().get(minusPlace);
        List<FourMomentum> photons = event.photons().of(plusPlace, minusPlace);
        FourMomentum sum = FourMomentum.of(plus.momentum(), Units.MUON_MASS)
                .plus(FourMomentum.of(minus.momentum(), Units.MUON_MASS))
                .plus(FourMomentum.sum(photons));
        Boson boson = boson(sum);
        Optional<Resonance> named = plus.parent() == minus.parent() ? named(plus.parentPdgId()) : Optional.empty();
        return new GeneratedPair(
                named.orElseGet(() -> nearest(boson.mass())),
                named.isPresent() ? Origin.PROMPT : Origin.CONTINUUM,
                plus.vertex(),
                boson,
                new GeneratedMuon(1, plus.momentum(), plus.vertex()),
                new GeneratedMuon(-1, minus.momentum(), minus.vertex()),
                photons);
    }

    static Boson boson(FourMomentum p) {
        double transverseMass2 = Math.max(0, p.dot(p)) + p.px() * p.px() + p.py() * p.py();
        double rapidity = Math.signum(p.pz()) * Math.log((p.e() + Math.abs(p.pz())) / Math.sqrt(transverseMass2));
        return new Boson(p.mass(), p.momentum().perp(), rapidity, p.momentum().phi());
    }

    private static Optional<Resonance> named(int pdgId) {
        for (Resonance resonance : Resonance.values()) {
            if (resonance.pdgId() == pdgId) {
                return Optional.of(resonance);
            }
        }
        return Optional.empty();
    }

    private static Resonance nearest(double mass) {
        Resonance best = Resonance.Z;
        for (Resonance resonance : Resonance.values()) {
            if (Math.abs(resonance.mass() - mass) < Math.abs(best.mass() - mass)) {
                best = resonance;
            }
        }
        return best;
    }
}
