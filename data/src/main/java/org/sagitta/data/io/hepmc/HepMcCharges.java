package org.sagitta.data.io.hepmc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.MuonCheck;
import org.sagitta.data.io.events.ParticleCharge;

/**
 * Whether charge is kept where one particle decays to muons and others: a muon whose sign was lost on the way is found so.
 * Vertices with several particles going in are not looked at, since some generators write only part of them, nor those
 * with particles of unknown charge.
 */
final class HepMcCharges {
    /** Decays have fewer products; longer lists are the joints of whole events. */
    private static final int MOST_PRODUCTS = 10;

    private final LineReader lines;
    private final List<HepMcParticle> particles;
    private final Map<Integer, HepMcVertex> vertices;

    HepMcCharges(LineReader lines, List<HepMcParticle> particles, Map<Integer, HepMcVertex> vertices) {
        this.lines = lines;
        this.particles = particles;
        this.vertices = vertices;
    }

    /** Products of one vertex. */
    private static final class Products {
        private int count;
        private int charge;
        private boolean known = true;

        void add(HepMcParticle p) {
            OptionalInt threefold = ParticleCharge.threefold(p.pdgId());
            known &= threefold.isPresent();
            charge += threefold.orElse(0);
            count++;
        }
    }

    void require() {
        Map<Integer, Products> byParent = new HashMap<>();
        for (HepMcParticle p : particles) {
            if (MuonCheck.isMuon(p.pdgId()) && p.parent() != 0) {
                byParent.put(p.parent(), new Products());
            }
        }
        for (HepMcParticle p : particles) {
            Products products = byParent.get(p.parent());
            if (products != null) {
                products.add(p);
            }
        }
        for (HepMcParticle p : particles) {
            Products products = byParent.get(p.parent());
            if (products != null && MuonCheck.isMuon(p.pdgId())) {
                require(p, products);
            }
        }
    }

    private void require(HepMcParticle muon, Products products) {
        List<Integer> incoming = HepMcVertex.incoming(muon.parent(), vertices);
        if (incoming.size() != 1 || !products.known || products.count > MOST_PRODUCTS) {
            return;
        }
        int parent = particles.get(incoming.get(0) - 1).pdgId();
        OptionalInt charge = ParticleCharge.threefold(parent);
        if (charge.isPresent() && charge.getAsInt() != products.charge) {
            throw lines.badAt(
                    muon.line(),
                    "particle id is " + muon.pdgId() + ", with which the products of particle " + parent
                            + " have charge " + products.charge / 3.0 + ", must be " + charge.getAsInt() / 3.0);
        }
    }
}
