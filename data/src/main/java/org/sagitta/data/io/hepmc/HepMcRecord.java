package org.sagitta.data.io.hepmc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.io.events.ExternalMuon;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.MuonCheck;
import org.sagitta.data.io.events.RadiatedPhotons;
import org.sagitta.data.io.events.WordCursor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * One event while its lines are read: particles and vertices as a graph. Particles are numbered from 1, vertices from -1
 * downwards; the parent of a particle is a vertex, or the particle that alone goes into a vertex without a line of its own,
 * or 0 for none. All values are converted to GeV and mm when they are read.
 */
final class HepMcRecord {
    private static final int STATUS_FINAL = 1;
    private static final int STATUS_BEAM = 4;

    private final LineReader lines;
    private final long line;
    private final long number;
    private final int announcedVertices;
    private final int announcedParticles;
    private final Map<Integer, HepMcVertex> vertices = new HashMap<>();
    private final List<HepMcParticle> particles = new ArrayList<>();
    private double[] eventPosition = new double[3];
    private double gev = Double.NaN;
    private double mm = Double.NaN;
    private String unit = "";

    /** @param head the line E, which has just been read */
    HepMcRecord(LineReader lines, String head) {
        this.lines = lines;
        this.line = lines.number();
        WordCursor words = new WordCursor(lines, head);
        words.word("E");
        number = words.longWhole("event number");
        announcedVertices = words.whole("number of vertices");
        announcedParticles = words.whole("number of particles");
        if (announcedVertices < 0 || announcedParticles < 0) {
            throw lines.bad("numbers of vertices and particles are " + announcedVertices + " and " + announcedParticles
                    + ", must be at least 0");
        }
        if (words.hasNext()) {
            eventPosition = position(words);
        }
    }

    long number() {
        return number;
    }

    /** Number of the line E. */
    long line() {
        return line;
    }

    boolean hasParticles() {
        return !particles.isEmpty() || !vertices.isEmpty();
    }

    void units(String text) {
        WordCursor words = new WordCursor(lines, text);
        words.word("U");
        String momentum = words.word("unit of momentum");
        String length = words.word("unit of length");
        gev = switch (momentum) {
            case "GEV" -> Units.GEV;
            case "MEV" -> Units.MEV;
            default -> throw lines.bad("unit of momentum is '" + WordCursor.shown(momentum) + "', must be GEV or MEV");
        };
        mm = switch (length) {
            case "MM" -> Units.MM;
            case "CM" -> Units.CM;
            default -> throw lines.bad("unit of length is '" + WordCursor.shown(length) + "', must be MM or CM");
        };
        unit = momentum;
    }

    /** V id status [incoming, ...] @ x y z t */
    void vertex(String text) {
        requireUnits();
        WordCursor words = new WordCursor(lines, text);
        words.word("V");
        int id = words.whole("number of the vertex");
        if (id >= 0 || id < -announcedVertices) {
            throw lines.bad("number of the vertex is " + id + ", must be from -1 to -" + announcedVertices);
        }
        words.whole("status of the vertex");
        List<Integer> incoming = incoming(words.word("list of incoming particles"));
        Vec3 place = words.hasNext() ? scaled(position(words), mm) : Vec3.ZERO;
        if (vertices.put(id, new HepMcVertex(incoming, place)) != null) {
            throw lines.bad("vertex " + id + " is there twice, must be once");
        }
    }

    private List<Integer> incoming(String list) {
        if (!list.startsWith("[") || !list.endsWith("]")) {
            throw lines.bad("list of incoming particles is '" + WordCursor.shown(list) + "', must be [1,2,...]");
        }
        String inner = list.substring(1, list.length() - 1);
        if (inner.isEmpty()) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>();
        for (String word : inner.split(",", -1)) {
            int id = new WordCursor(lines, word).whole("number of an incoming particle");
            if (id < 1 || id > announcedParticles) {
                throw lines.bad(
                        "number of an incoming particle is " + id + ", must be from 1 to " + announcedParticles);
            }
            ids.add(id);
        }
        return ids;
    }

    /** P id parent pdg px py pz e m status */
    void particle(String text) {
        requireUnits();
        WordCursor words = new WordCursor(lines, text);
        words.word("P");
        int id = words.whole("number of the particle");
        if (id != particles.size() + 1 || id > announcedParticles) {
            throw lines.bad("number of the particle is " + id + ", must be " + (particles.size() + 1) + " of "
                    + announcedParticles);
        }
        int parent = words.whole("parent");
        if (parent < -announcedVertices || parent > announcedParticles || parent == id) {
            throw lines.bad("parent is " + parent + ", must be a vertex from -1 to -" + announcedVertices
                    + " or another particle from 1 to " + announcedParticles + ", or 0 for none");
        }
        int pdgId = words.whole("particle id");
        FourMomentum p = new FourMomentum(
                gev * words.real("px"), gev * words.real("py"), gev * words.real("pz"), gev * words.real("energy"));
        double mass = gev * words.real("mass");
        int status = words.whole("status");
        if (words.hasNext()) {
            throw lines.bad("has more than 9 values, must be P id parent pdg px py pz e m status");
        }
        particles.add(new HepMcParticle(parent, pdgId, p, mass, status, lines.number()));
    }

    private void requireUnits() {
        if (unit.isEmpty()) {
            throw lines.bad("comes before a line U with the units of the event, which must be stated");
        }
    }

    private double[] position(WordCursor words) {
        String at = words.word("position");
        if (!at.equals("@")) {
            throw lines.bad("has '" + WordCursor.shown(at) + "' where a position may be, must be @ x y z t");
        }
        double[] xyz = {words.real("x"), words.real("y"), words.real("z")};
        words.real("t");
        return xyz;
    }

    private static Vec3 scaled(double[] xyz, double factor) {
        return new Vec3(factor * xyz[0], factor * xyz[1], factor * xyz[2]);
    }

    /** Checks that all that line E announces has come, and that every muon is in order. */
    void requireComplete() {
        Set<Integer> implicit = new HashSet<>();
        for (HepMcParticle p : particles) {
            if (p.parent() > 0) {
                implicit.add(p.parent());
            } else if (p.parent() < 0 && !vertices.containsKey(p.parent())) {
                throw lines.badAt(p.line(), "parent is vertex " + p.parent() + ", for which the event has no line V");
            }
        }
        int found = vertices.size() + implicit.size();
        if (particles.size() != announcedParticles || found != announcedVertices) {
            throw lines.badAt(
                    line,
                    "event " + number + " has " + particles.size() + " particles and " + found + " vertices, must have "
                            + announcedParticles + " and " + announcedVertices + " as it says");
        }
        double beams = beamEnergy();
        for (HepMcParticle p : particles) {
            if (isFinalMuon(p)) {
                MuonCheck.require(lines, p.line(), p.momentum(), p.mass(), beams, unit);
            }
        }
        new HepMcCharges(lines, particles, vertices).require();
    }

    private static boolean isFinalMuon(HepMcParticle p) {
        return p.status() == STATUS_FINAL && MuonCheck.isMuon(p.pdgId());
    }

    /** Sum of the energies of the beams [GeV]; infinite if there are not two. */
    private double beamEnergy() {
        double sum = 0;
        int beams = 0;
        for (HepMcParticle p : particles) {
            if (p.status() == STATUS_BEAM) {
                sum += p.momentum().e();
                beams++;
            }
        }
        return beams == 2 ? sum : Double.POSITIVE_INFINITY;
    }

    private List<HepMcParticle> finalMuons() {
        return particles.stream().filter(HepMcRecord::isFinalMuon).toList();
    }

    /** The final muons in the order of the file. */
    List<ExternalMuon> muons() {
        List<ExternalMuon> muons = new ArrayList<>();
        for (HepMcParticle p : finalMuons()) {
            int parent = parent(p);
            muons.add(new ExternalMuon(
                    p.pdgId() < 0 ? 1 : -1,
                    p.momentum().momentum(),
                    productionVertex(p),
                    parent > 0 ? particle(parent).pdgId() : 0,
                    parent));
        }
        return muons;
    }

    /** Photons of the final state that come, perhaps by copies, from a vertex with a final muon or what it copies. */
    RadiatedPhotons radiatedPhotons() {
        List<Set<Integer>> origins = new ArrayList<>();
        for (HepMcParticle muon : finalMuons()) {
            Set<Integer> parents = new HashSet<>();
            copies(muon).forEach(copy -> parents.add(copy.parent()));
            parents.remove(0);
            origins.add(parents);
        }
        RadiatedPhotons photons = RadiatedPhotons.NONE;
        for (HepMcParticle p : particles) {
            if (p.status() == STATUS_FINAL && p.pdgId() == MuonCheck.PHOTON) {
                photons = photons.plus(p.momentum(), radiators(p, origins));
            }
        }
        return photons;
    }

    /** The muons made where a photon is made. A virtual photon that decays to them is no copy of it. */
    private List<Integer> radiators(HepMcParticle photon, List<Set<Integer>> origins) {
        for (HepMcParticle copy : copies(photon)) {
            List<Integer> radiators = IntStream.range(0, origins.size())
                    .filter(i -> origins.get(i).contains(copy.parent()))
                    .boxed()
                    .toList();
            if (!radiators.isEmpty()) {
                return radiators;
            }
        }
        return List.of();
    }

    /** A particle, the one that it is a copy of, and so on: what comes alone from the same particle is a copy. */
    private List<HepMcParticle> copies(HepMcParticle particle) {
        List<HepMcParticle> copies = new ArrayList<>();
        HepMcParticle first = particle;
        for (int step = 0; step < particles.size(); step++) {
            copies.add(first);
            List<Integer> incoming = incomingOf(first.parent());
            if (incoming.size() != 1 || particle(incoming.get(0)).pdgId() != particle.pdgId()) {
                return copies;
            }
            first = particle(incoming.get(0));
        }
        throw ownAncestor(particle);
    }

    /** Number of the particle that decays to a muon, 0 if there is not one. */
    private int parent(HepMcParticle muon) {
        List<HepMcParticle> copies = copies(muon);
        List<Integer> incoming = incomingOf(copies.get(copies.size() - 1).parent());
        return incoming.size() == 1 ? incoming.get(0) : 0;
    }

    /**
     * Where a particle is made: the position of its vertex; without one, that of the vertex in which the first particle
     * going in was made, and so on; at last that of the event. A position of zero is none, as in the library of HepMC.
     */
    private Vec3 productionVertex(HepMcParticle particle) {
        int parent = particle.parent();
        for (int step = 0; step <= particles.size(); step++) {
            HepMcVertex vertex = vertices.get(parent);
            if (vertex != null && !vertex.position().equals(Vec3.ZERO)) {
                return vertex.position();
            }
            List<Integer> incoming = incomingOf(parent);
            if (incoming.isEmpty()) {
                return scaled(eventPosition, mm);
            }
            parent = particle(incoming.get(0)).parent();
        }
        throw ownAncestor(particle);
    }

    private RuntimeException ownAncestor(HepMcParticle particle) {
        return lines.badAt(particle.line(), "an ancestor of the particle is its own ancestor, which must not be");
    }

    private List<Integer> incomingOf(int parent) {
        return HepMcVertex.incoming(parent, vertices);
    }

    private HepMcParticle particle(int id) {
        return particles.get(id - 1);
    }
}
