package org.sagitta.data.sample;

import static org.sagitta.data.sample.ColumnType.FLOAT32;
import static org.sagitta.data.sample.ColumnType.FLOAT64;
import static org.sagitta.data.sample.ColumnType.INT16;
import static org.sagitta.data.sample.ColumnType.INT32;
import static org.sagitta.data.sample.ColumnType.UINT32;
import static org.sagitta.data.sample.ColumnType.UINT64;

import java.util.ArrayList;
import java.util.List;

/** The columns of {@link PairTables}. */
final class PairColumns {
    private static final String NONE = "1";
    private static final String N_MUON = "nMuon";
    private static final String N_GEN = "nGenPart";

    /** Weights of other models, as in NanoAOD of CMS. */
    static final String WEIGHT = "MEParamWeight";

    static final String N_WEIGHT = "nMEParamWeight";

    /** Names and types of CMS NanoAOD, version 12 and later. */
    static final List<ColumnSpec> NANO = List.of(
            ColumnSpec.of("run", UINT32, NONE, "run number, 1 in simulation"),
            ColumnSpec.of("luminosityBlock", UINT32, NONE, "luminosity block, 1 in simulation"),
            ColumnSpec.of("event", UINT64, NONE, "event number; with the seed it makes the event again"),
            ColumnSpec.of("genWeight", FLOAT32, NONE, "generator weight"),
            ColumnSpec.of(N_MUON, INT32, NONE, "number of muons of the event"),
            muon("Muon_pt", FLOAT32, "GeV", "transverse momentum"),
            muon("Muon_eta", FLOAT32, NONE, "pseudorapidity"),
            muon("Muon_phi", FLOAT32, "rad", "azimuth at the closest approach to the beam line"),
            muon("Muon_mass", FLOAT32, "GeV", "muon mass"),
            muon("Muon_charge", INT32, NONE, "charge"),
            muon("Muon_pdgId", INT32, NONE, "particle number, 13 for the negative muon"),
            muon("Muon_ptErr", FLOAT32, "GeV", "standard deviation of the transverse momentum from the track fit"),
            muon("Muon_dxy", FLOAT32, "cm", "signed transverse distance from the beam line"),
            muon("Muon_dz", FLOAT32, "cm", "z at the closest approach to the beam line"),
            muon("Muon_genPartIdx", INT16, NONE, "index of the true muon in GenPart of the event"),
            ColumnSpec.of(N_GEN, INT32, NONE, "number of true particles of the event"),
            gen("GenPart_pt", FLOAT32, "GeV", "true transverse momentum, of muons after radiation"),
            gen("GenPart_eta", FLOAT32, NONE, "true pseudorapidity; 0 at rest, 1e10 or -1e10 along the beam"),
            gen("GenPart_phi", FLOAT32, "rad", "true azimuth at the vertex"),
            gen("GenPart_mass", FLOAT32, "GeV", "true mass"),
            gen("GenPart_pdgId", INT32, NONE, "particle number; 22 for a pair that is of no resonance"),
            gen("GenPart_status", INT32, NONE, "1 final, 2 decayed"),
            gen("GenPart_genPartIdxMother", INT16, NONE, "index of the mother in GenPart of the event, -1 for none"));

    /** One row per event, in full precision. */
    static final List<ColumnSpec> DIMUON = dimuon();

    private PairColumns() {}

    /** The columns of NanoAOD, with one of weights if there are any of these names. */
    static List<ColumnSpec> nano(List<String> weights) {
        if (weights.isEmpty()) {
            return NANO;
        }
        List<ColumnSpec> columns = new ArrayList<>(NANO);
        columns.add(ColumnSpec.of(N_WEIGHT, INT32, NONE, "number of weights of other models"));
        String description = "weights relative to the generated model: " + String.join(", ", weights);
        columns.add(ColumnSpec.jagged(WEIGHT, FLOAT32, NONE, description, N_WEIGHT));
        return columns;
    }

    private static ColumnSpec muon(String name, ColumnType type, String unit, String description) {
        return ColumnSpec.jagged(name, type, unit, description, N_MUON);
    }

    private static ColumnSpec gen(String name, ColumnType type, String unit, String description) {
        return ColumnSpec.jagged(name, type, unit, description, N_GEN);
    }

    private static List<ColumnSpec> dimuon() {
        List<ColumnSpec> columns = new ArrayList<>();
        columns.add(ColumnSpec.of("event", UINT64, NONE, "event number"));
        columns.add(real("mass", "GeV", "invariant mass of the fitted muons"));
        columns.add(real("mass_error", "GeV", "its standard deviation from the track fits"));
        columns.add(real("pt", "GeV", "transverse momentum of the fitted pair"));
        columns.add(real("y", NONE, "rapidity of the fitted pair"));
        columns.add(real("phi", "rad", "azimuth of the fitted pair"));
        for (String leg : List.of("plus", "minus")) {
            columns.add(real(leg + "_k", "1/GeV", "fitted 1/pT of the " + leg + " muon"));
            columns.add(real(leg + "_k_error", "1/GeV", "its standard deviation from the track fit"));
            columns.add(real(leg + "_eta", NONE, "fitted pseudorapidity of the " + leg + " muon"));
            columns.add(real(leg + "_phi", "rad", "fitted azimuth of the " + leg + " muon"));
            columns.add(ColumnSpec.of(leg + "_charge", INT32, NONE, "fitted charge of the " + leg + " muon"));
            columns.add(real("gen_" + leg + "_k", "1/GeV", "true 1/pT of the " + leg + " muon after radiation"));
            columns.add(real("gen_" + leg + "_eta", NONE, "true pseudorapidity of the " + leg + " muon"));
            columns.add(real("gen_" + leg + "_phi", "rad", "true azimuth of the " + leg + " muon at the vertex"));
        }
        columns.add(real("gen_mass", "GeV", "true invariant mass of the muons after radiation"));
        columns.add(real(
                "gen_boson_mass", "GeV", "true mass of the resonance; of the muons before radiation if there is none"));
        columns.add(real("gen_boson_pt", "GeV", "true transverse momentum of the resonance"));
        columns.add(real("gen_boson_y", NONE, "true rapidity of the resonance"));
        columns.add(ColumnSpec.of("gen_origin", INT32, NONE, "0 prompt, 1 from a b hadron, 2 continuum"));
        for (String axis : List.of("x", "y", "z")) {
            columns.add(real("gen_vertex_" + axis, "cm", "true " + axis + " of the vertex"));
        }
        return List.copyOf(columns);
    }

    private static ColumnSpec real(String name, String unit, String description) {
        return ColumnSpec.of(name, FLOAT64, unit, description);
    }
}
