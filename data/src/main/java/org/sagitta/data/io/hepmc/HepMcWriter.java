package org.sagitta.data.io.hepmc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Writes generated pairs as HepMC 3 text, in GeV and mm: the boson, the vertex in which it decays, the two muons and
 * the photons that they radiated. A muon of another vertex has that one, too, into which a copy of it goes. The boson
 * of a continuum is a virtual photon. There are no beams. Numbers have 17 digits, so that they read back the same. For
 * one thread; usually inside {@link org.sagitta.data.io.AtomicFile#write}.
 */
public final class HepMcWriter {
    private static final String HEAD = "HepMC::Version 3.01.02\nHepMC::Asciiv3-START_EVENT_LISTING\n";
    private static final String FOOT = "HepMC::Asciiv3-END_EVENT_LISTING\n";
    private static final int STATUS_FINAL = 1;
    private static final int STATUS_DECAYED = 2;
    private static final int PHOTON = 22;

    private final OutputStream out;

    /**
     * Writes the head of the file.
     *
     * @param out is not closed by this writer; buffered
     * @param version of this program, for the record
     * @throws UncheckedIOException if it cannot be written, as from all methods
     */
    public HepMcWriter(OutputStream out, String version) {
        this.out = out;
        print(HEAD + "W Default\nT sagitta\\|" + version.replace('\n', ' ') + "\\|generated muon pairs\n");
    }

    /** Appends an event. */
    public void write(long number, GeneratedPair pair, double weight) {
        boolean apart = !pair.plus().vertex().equals(pair.minus().vertex());
        // A position of zero says that there is none, and the vertex before counts: zero must come first.
        boolean minusFirst = apart && pair.minus().vertex().equals(Vec3.ZERO);
        GeneratedMuon first = minusFirst ? pair.minus() : pair.plus();
        GeneratedMuon second = minusFirst ? pair.plus() : pair.minus();
        int vertices = apart ? 2 : 1;
        int particles = 2 + vertices + pair.photons().size();
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "E %d %d %d\nU GEV MM\nW %.17g\n", number, vertices, particles, weight));
        particle(
                text,
                "1 0 " + pair.bosonPdgId(),
                pair.boson().momentum(),
                pair.boson().mass(),
                STATUS_DECAYED);
        vertex(text, "-1 0 [1]", first.vertex());
        muon(text, "2 -1", first, STATUS_FINAL);
        muon(text, "3 -1", second, apart ? STATUS_DECAYED : STATUS_FINAL);
        int id = 4;
        for (FourMomentum photon : pair.photons()) {
            particle(text, id++ + " -1 " + PHOTON, photon, 0, STATUS_FINAL);
        }
        if (apart) {
            vertex(text, "-2 0 [3]", second.vertex());
            muon(text, id + " -2", second, STATUS_FINAL);
        }
        print(text.toString());
    }

    /** Writes the end of the file. */
    public void end() {
        print(FOOT);
    }

    private static void vertex(StringBuilder text, String start, Vec3 x) {
        text.append(String.format(Locale.ROOT, "V %s @ %.17g %.17g %.17g 0\n", start, x.x(), x.y(), x.z()));
    }

    private static void muon(StringBuilder text, String start, GeneratedMuon muon, int status) {
        FourMomentum p = FourMomentum.of(muon.momentum(), Units.MUON_MASS);
        particle(text, start + " " + muon.pdgId(), p, Units.MUON_MASS, status);
    }

    private static void particle(StringBuilder text, String start, FourMomentum p, double mass, int status) {
        text.append(String.format(
                Locale.ROOT,
                "P %s %.17g %.17g %.17g %.17g %.17g %d\n",
                start,
                p.px(),
                p.py(),
                p.pz(),
                p.e(),
                mass,
                status));
    }

    private void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
