// Writes three events with the library HepMC3 (Debian package libhepmc3-dev 3.1.2) and prints what the library itself
// reads back. Build: g++ -O write-sample.cc -o write-sample -lHepMC3; run: ./write-sample libhepmc3.hepmc3 (or -r FILE to read)
#include <HepMC3/GenEvent.h>
#include <HepMC3/GenParticle.h>
#include <HepMC3/GenVertex.h>
#include <HepMC3/ReaderAscii.h>
#include <HepMC3/WriterAscii.h>
#include <cmath>
#include <cstdio>
#include <memory>
using namespace HepMC3;

static const double MU = 0.1056583755;

static GenParticlePtr particle(double px, double py, double pz, double m, int id, int status, double unit) {
    double e = std::sqrt(px * px + py * py + pz * pz + m * m);
    auto p = std::make_shared<GenParticle>(FourVector(unit * px, unit * py, unit * pz, unit * e), id, status);
    p->set_generated_mass(unit * m);
    return p;
}

static GenVertexPtr collision(GenEvent& event, double unit, GenParticlePtr made) {
    auto vertex = std::make_shared<GenVertex>();
    vertex->add_particle_in(particle(0, 0, 3500, 0.938272, 2212, 4, unit));
    vertex->add_particle_in(particle(0, 0, -3500, 0.938272, 2212, 4, unit));
    vertex->add_particle_out(made);
    event.add_vertex(vertex);
    return vertex;
}

// Z -> mu+ mu-, the mu- radiates; the collision has a position, the later vertices inherit it
static GenEvent radiating(std::shared_ptr<GenRunInfo> run) {
    GenEvent event(run, Units::GEV, Units::MM);
    event.set_event_number(7);
    auto z = particle(3, 4, 20, 91.0, 23, 2, 1);
    collision(event, 1, z)->set_position(FourVector(0.01, -0.02, 35.5, 1));
    auto plus = particle(30.25, -20.5, 40.125, MU, -13, 1, 1);
    auto before = particle(-27.25, 24.5, -20.125, MU, 13, 2, 1);
    auto decay = std::make_shared<GenVertex>();
    decay->add_particle_in(z);
    decay->add_particle_out(plus);
    decay->add_particle_out(before);
    event.add_vertex(decay);
    auto radiation = std::make_shared<GenVertex>();
    radiation->add_particle_in(before);
    radiation->add_particle_out(particle(-26.25, 23.5, -19.125, MU, 13, 1, 1));
    radiation->add_particle_out(particle(-1, 1, -1, 0, 22, 1, 1));
    event.add_vertex(radiation);
    event.weights() = {0.75, 1.5};
    return event;
}

// B+ -> J/psi K+ far from the collision; MeV and cm; the event as a whole is shifted
static GenEvent displaced(std::shared_ptr<GenRunInfo> run) {
    GenEvent event(run, Units::MEV, Units::CM);
    event.set_event_number(8);
    auto b = particle(5, 6, 7, 5.279, 521, 2, 1000);
    collision(event, 1000, b);
    auto decay = std::make_shared<GenVertex>(FourVector(0.1, 0.2, 0.3, 0.5));
    auto jpsi = particle(4, 5, 6, 3.0969, 443, 2, 1000);
    decay->add_particle_in(b);
    decay->add_particle_out(jpsi);
    decay->add_particle_out(particle(1, 1, 1, 0.493677, 321, 1, 1000));
    event.add_vertex(decay);
    auto muons = std::make_shared<GenVertex>();
    muons->add_particle_in(jpsi);
    muons->add_particle_out(particle(3.5, 2, 1, MU, 13, 1, 1000));
    muons->add_particle_out(particle(0.5, 3, 5, MU, -13, 1, 1000));
    event.add_vertex(muons);
    event.shift_position_to(FourVector(0.01, 0.02, -5, 0));
    event.weights() = {-2, 4};
    return event;
}

// no muons at all
static GenEvent electrons(std::shared_ptr<GenRunInfo> run) {
    GenEvent event(run, Units::GEV, Units::CM);
    event.set_event_number(9);
    auto z = particle(0, 0, 0, 91.0, 23, 2, 1);
    collision(event, 1, z);
    auto decay = std::make_shared<GenVertex>();
    decay->add_particle_in(z);
    decay->add_particle_out(particle(0, 45.5, 0, 0.000511, 11, 1, 1));
    decay->add_particle_out(particle(0, -45.5, 0, 0.000511, -11, 1, 1));
    event.add_vertex(decay);
    event.weights() = {1, 1};
    return event;
}

static void report(const char* file) {
    ReaderAscii in(file);
    GenEvent event;
    for (in.read_event(event); !in.failed(); in.read_event(event)) {
        for (auto p : event.particles()) {
            if (std::abs(p->pid()) == 13 && p->status() == 1) {
                FourVector x = p->production_vertex()->position();
                printf("event %d units %s %s weight %g muon %d p %.17g %.17g %.17g at %.17g %.17g %.17g\n",
                       event.event_number(), Units::name(event.momentum_unit()).c_str(),
                       Units::name(event.length_unit()).c_str(), event.weights()[0], p->pid(), p->momentum().px(),
                       p->momentum().py(), p->momentum().pz(), x.x(), x.y(), x.z());
            }
        }
    }
}

int main(int argc, char** argv) {
    if (argc == 3) {  // -r FILE: only read
        report(argv[2]);
        return 0;
    }
    auto run = std::make_shared<GenRunInfo>();
    run->set_weight_names({"Default", "ScaleUp"});
    run->tools().push_back({"write-sample", "1", "events of known content\nfor a reader"});
    {
        WriterAscii out(argv[1], run);
        out.write_event(radiating(run));
        out.write_event(displaced(run));
        out.write_event(electrons(run));
        out.close();
    }
    report(argv[1]);
    return 0;
}
