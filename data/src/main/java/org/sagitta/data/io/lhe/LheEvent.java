package org.sagitta.data.io.lhe;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.io.events.ExternalEvent;
import org.sagitta.data.io.events.ExternalMuon;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.MuonCheck;
import org.sagitta.data.io.events.ParticleCharge;
import org.sagitta.data.io.events.RadiatedPhotons;
import org.sagitta.data.io.events.WordCursor;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;

/**
 * One event while its lines are read. Besides what {@link MuonCheck} asks of a muon, what comes in must go out: charge,
 * where all particles have a known one, and momentum and energy within {@value #BALANCE} of the energy, so that a lost sign
 * is found. Events with other than two incoming particles are not balanced.
 */
final class LheEvent {
    /** Rounding of files with few digits, and generators that put masses in afterwards; a lost sign is far more. */
    private static final double BALANCE = 1e-3;

    private static final int MOST_PARTICLES = 10_000;
    private static final String UNIT = "GEV";

    private final LineReader lines;
    private final double beams;
    private final long line;
    private final List<LheParticle> particles = new ArrayList<>();
    private final LheWeights weights;
    private double weight;

    /**
     * @param lines has just read the line {@code <event>}
     * @param beams sum of the energies of the beams [GeV]
     */
    LheEvent(LineReader lines, double beams) {
        this.lines = lines;
        this.beams = beams;
        this.line = lines.number();
        this.weights = new LheWeights(lines);
    }

    /** Reads the lines of the event and checks them. */
    void read() {
        WordCursor head = new WordCursor(lines, next());
        int count = head.whole("number of particles");
        if (count < 0 || count > MOST_PARTICLES) {
            throw lines.bad("number of particles is " + count + ", must be from 0 to " + MOST_PARTICLES);
        }
        head.whole("number of the process");
        weight = head.real("weight");
        head.real("scale");
        head.real("alpha QED");
        head.real("alpha QCD");
        for (int i = 0; i < count; i++) {
            particles.add(particle(next(), count));
        }
        for (String text = next(); !text.strip().equals("</event>"); text = next()) {
            weights.add(text);
        }
        requireBalance();
    }

    private LheParticle particle(String text, int count) {
        if (text.strip().startsWith("<")) {
            throw lines.bad("is '" + WordCursor.shown(text.strip()) + "', must be particle " + (particles.size() + 1)
                    + " of " + count);
        }
        WordCursor words = new WordCursor(lines, text);
        int pdgId = words.whole("particle id");
        int status = words.whole("status");
        int first = mother(words, count);
        int last = mother(words, count);
        words.whole("colour");
        words.whole("anticolour");
        FourMomentum p = new FourMomentum(words.real("px"), words.real("py"), words.real("pz"), words.real("energy"));
        double mass = words.real("mass");
        double properLength = words.real("lifetime");
        words.real("spin");
        if (words.hasNext()) {
            throw lines.bad("has more than 13 values, must be one particle");
        }
        LheParticle particle = new LheParticle(pdgId, status, first, last, p, mass, properLength, lines.number());
        if (particle.isFinal() && MuonCheck.isMuon(pdgId)) {
            MuonCheck.require(lines, lines.number(), p, mass, beams > 0 ? beams : Double.POSITIVE_INFINITY, UNIT);
        }
        return particle;
    }

    private int mother(WordCursor words, int count) {
        int mother = words.whole("mother");
        if (mother < 0 || mother > count || mother == particles.size() + 1) {
            throw lines.bad("mother is " + mother + ", must be another particle from 1 to " + count + ", or 0");
        }
        return mother;
    }

    private String next() {
        @Nullable String text = lines.next();
        if (text == null) {
            throw lines.bad("is the last one: the file is cut off, the event must end with </event>");
        }
        return text;
    }

    private void requireBalance() {
        FourMomentum sum = new FourMomentum(0, 0, 0, 0);
        double energy = 0;
        int charge = 0;
        int incoming = 0;
        boolean known = true;
        for (LheParticle p : particles) {
            if (p.status() != LheParticle.INCOMING && !p.isFinal()) {
                continue;
            }
            OptionalInt threefold = ParticleCharge.threefold(p.pdgId());
            known &= threefold.isPresent();
            charge += p.isFinal() ? threefold.orElse(0) : -threefold.orElse(0);
            sum = p.isFinal() ? sum.plus(p.momentum()) : sum.minus(p.momentum());
            incoming += p.isFinal() ? 0 : 1;
            energy += p.isFinal() ? 0 : p.momentum().e();
        }
        if (incoming != 2) {
            return;
        }
        if (known && charge != 0) {
            throw bad("charge of the final particles is " + charge / 3.0
                    + " more than that of the incoming ones, must be" + " the same: a particle id has the wrong sign");
        }
        double off = Math.max(sum.momentum().norm(), Math.abs(sum.e()));
        if (!(off <= BALANCE * energy)) {
            throw bad("momentum or energy of the final particles differs from that of the incoming ones by " + off
                    + " GeV, must be the same within " + BALANCE * energy + " GeV");
        }
    }

    private BadInputException bad(String what) {
        return lines.badAt(line, what);
    }

    /** What is kept. */
    ExternalEvent event(long number) {
        List<ExternalMuon> muons = new ArrayList<>();
        List<List<LheParticle>> copies = new ArrayList<>();
        for (LheParticle p : particles) {
            if (p.isFinal() && MuonCheck.isMuon(p.pdgId())) {
                copies.add(copies(p));
                muons.add(muon(p));
            }
        }
        RadiatedPhotons photons = RadiatedPhotons.NONE;
        for (LheParticle p : particles) {
            if (p.isFinal() && p.pdgId() == MuonCheck.PHOTON) {
                photons = photons.plus(p.momentum(), radiators(p, copies));
            }
        }
        return new ExternalEvent(number, line, weights.with(weight), muons, photons);
    }

    private ExternalMuon muon(LheParticle p) {
        int parent = parent(p);
        return new ExternalMuon(
                p.pdgId() < 0 ? 1 : -1,
                p.momentum().momentum(),
                productionVertex(p),
                parent > 0 ? particles.get(parent - 1).pdgId() : 0,
                parent);
    }

    /** A muon, its mother if that is a muon, and so on. */
    private List<LheParticle> copies(LheParticle muon) {
        List<LheParticle> copies = new ArrayList<>();
        LheParticle p = muon;
        for (int step = 0; step < particles.size(); step++) {
            copies.add(p);
            if (!p.hasOneMother() || !MuonCheck.isMuon(mother(p).pdgId())) {
                break;
            }
            p = mother(p);
        }
        return copies;
    }

    /** The muons that, or copies of which, are the mother of a photon or have its mothers. */
    private List<Integer> radiators(LheParticle photon, List<List<LheParticle>> copies) {
        return IntStream.range(0, copies.size())
                .filter(i -> copies.get(i).stream().anyMatch(p -> p.hasSameMothers(photon) || isMother(p, photon)))
                .boxed()
                .toList();
    }

    private boolean isMother(LheParticle p, LheParticle photon) {
        return photon.hasOneMother() && mother(photon).line() == p.line();
    }

    private LheParticle mother(LheParticle p) {
        return particles.get(p.firstMother() - 1);
    }

    /** Number of the particle that decays to a muon, 0 if there is not one. */
    private int parent(LheParticle muon) {
        List<LheParticle> copies = copies(muon);
        LheParticle first = copies.get(copies.size() - 1);
        return first.hasOneMother() && !MuonCheck.isMuon(mother(first).pdgId()) ? first.firstMother() : 0;
    }

    /**
     * The collision is at the origin, since the format has no place for it; mothers with a lifetime fly from there: by
     * p/m times their proper length.
     */
    private Vec3 productionVertex(LheParticle particle) {
        Vec3 place = Vec3.ZERO;
        LheParticle p = particle;
        for (int step = 0; step < particles.size() && p.hasOneMother(); step++) {
            p = mother(p);
            if (p.properLength() > 0 && p.mass() > 0) {
                place = place.plus(p.properLength() / p.mass(), p.momentum().momentum());
            }
        }
        return place;
    }
}
