package org.sagitta.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.Boson;
import org.sagitta.data.generation.EventWeights;
import org.sagitta.data.generation.FourMomentum;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.Origin;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenarios;

class PairTablesTest {
    /** Rounding to float32: half of 2^-23. */
    private static final double FLOAT32 = 6e-8;

    /** A few operations in double precision. */
    private static final double DOUBLE = 1e-12;

    static PairRow row(long event) {
        RandomStream stream = RandomStream.of("tables", RandomPurpose.TEST);
        GeneratedPair truth = Scenarios.bundled(Scenarios.IDEAL)
                .generator(Resonance.UPSILON_1S)
                .generate(EventRandom.of(1, stream, event));
        return new PairRow(
                event,
                truth,
                new ReconstructedMuon(
                        1,
                        truth.plus().k(),
                        1e-3,
                        truth.plus().eta(),
                        truth.plus().phi(),
                        0.5,
                        -12),
                new ReconstructedMuon(
                        -1,
                        truth.minus().k(),
                        2e-3,
                        truth.minus().eta(),
                        truth.minus().phi(),
                        -0.25,
                        -12),
                truth.mass(),
                0.05);
    }

    @Test
    void namesAndTypesAreThoseOfNanoAod() {
        Table nano = new PairTables().build().get(0);
        for (String name : List.of(
                "Muon_pt",
                "Muon_eta",
                "Muon_phi",
                "Muon_mass",
                "Muon_ptErr",
                "Muon_dxy",
                "Muon_dz",
                "GenPart_pt",
                "GenPart_eta",
                "GenPart_phi",
                "GenPart_mass",
                "genWeight")) {
            assertEquals(ColumnType.FLOAT32, nano.column(name).spec().type(), name);
        }
        for (String name :
                List.of("Muon_charge", "Muon_pdgId", "GenPart_pdgId", "GenPart_status", "nMuon", "nGenPart")) {
            assertEquals(ColumnType.INT32, nano.column(name).spec().type(), name);
        }
        assertEquals(ColumnType.UINT64, nano.column("event").spec().type());
        assertEquals(ColumnType.UINT32, nano.column("run").spec().type());
        assertEquals(ColumnType.UINT32, nano.column("luminosityBlock").spec().type());
        assertEquals(ColumnType.INT16, nano.column("Muon_genPartIdx").spec().type());
        assertEquals("cm", nano.column("Muon_dxy").spec().unit());
        for (Column column : nano.columns()) {
            assertTrue(!column.spec().unit().isBlank()
                    && !column.spec().description().isBlank());
        }
    }

    @Test
    void muonsAreSortedAndPointToTheirTruth() {
        PairTables tables = new PairTables();
        for (int event = 0; event < 100; event++) {
            tables.add(row(event));
        }
        assertEquals(100, tables.rows());
        Table nano = tables.build().get(0);
        for (int event = 0; event < 100; event++) {
            PairRow row = row(event);
            assertEquals(event, nano.column("event").whole(event));
            double leading = nano.column("Muon_pt").number(2 * event);
            assertTrue(leading >= nano.column("Muon_pt").number(2 * event + 1));
            assertEquals(Math.max(row.plus().pt(), row.minus().pt()), leading, FLOAT32 * leading);
            for (int i = 2 * event; i < 2 * event + 2; i++) {
                int gen = 3 * event + (int) nano.column("Muon_genPartIdx").whole(i);
                for (String quantity : List.of("_pt", "_eta", "_phi", "_pdgId", "_mass")) {
                    assertEquals(
                            nano.column("GenPart" + quantity).number(gen),
                            nano.column("Muon" + quantity).number(i));
                }
                assertEquals(0, nano.column("GenPart_genPartIdxMother").whole(gen));
                boolean plus = nano.column("Muon_charge").whole(i) > 0;
                assertEquals(plus ? 0.05f : -0.025f, nano.column("Muon_dxy").number(i));
                double k = plus ? row.plus().k() : row.minus().k();
                assertEquals(
                        (plus ? 1e-3 : 2e-3) / (k * k),
                        nano.column("Muon_ptErr").number(i),
                        1e-6 / (k * k));
            }
            assertEquals(553, nano.column("GenPart_pdgId").whole(3 * event));
        }
    }

    @Test
    void weightsAreAColumnIfThereAreAny() {
        EventWeights weights = EventWeights.none()
                .with("double", pair -> 2)
                .with("pt", pair -> pair.boson().pt());
        PairTables tables = new PairTables(weights);
        tables.add(row(1));
        tables.add(row(2));
        Table nano = tables.build().get(0);
        assertEquals(2, nano.column("nMEParamWeight").whole(1));
        assertEquals(2, nano.column("MEParamWeight").number(0));
        assertEquals(
                row(2).truth().boson().pt(),
                nano.column("MEParamWeight").number(3),
                FLOAT32 * row(2).truth().boson().pt());
        assertTrue(nano.column("MEParamWeight").spec().description().endsWith("double, pt"));
        Table without = new PairTables().build().get(0);
        assertThrows(IllegalArgumentException.class, () -> without.column("MEParamWeight"));
    }

    private static PairRow withBoson(Boson boson, Origin origin) {
        PairRow row = row(3);
        GeneratedPair t = row.truth();
        GeneratedPair truth =
                new GeneratedPair(t.resonance(), origin, t.vertex(), boson, t.plus(), t.minus(), t.photons());
        return new PairRow(3, truth, row.plus(), row.minus(), row.mass(), row.massError());
    }

    @Test
    void allColumnsAreFiniteForBosonsAtRestAndAlongTheBeam() {
        PairTables tables = new PairTables();
        tables.add(withBoson(new Boson(9.5, 0, 0, 0), Origin.PROMPT));
        tables.add(withBoson(new Boson(9.5, 0, 1.5, 0), Origin.PROMPT));
        tables.add(withBoson(new Boson(9.5, 0, -1.5, 0), Origin.PROMPT));
        for (Table table : tables.build()) {
            for (Column column : table.columns()) {
                for (int i = 0; i < column.length(); i++) {
                    assertTrue(Double.isFinite(column.number(i)), column.spec().name() + " " + i);
                }
            }
        }
        Column eta = tables.build().get(0).column("GenPart_eta");
        assertEquals(0, eta.number(0));
        assertEquals(1e10f, eta.number(3));
        assertEquals(-1e10f, eta.number(6));
    }

    @Test
    void originIsAColumnAndTheContinuumIsNoResonance() {
        PairTables tables = new PairTables();
        for (Origin origin : Origin.values()) {
            tables.add(withBoson(row(3).truth().boson(), origin));
        }
        Table nano = tables.build().get(0);
        Column origins = tables.build().get(1).column("gen_origin");
        assertEquals(ColumnType.INT32, origins.spec().type());
        for (int i = 0; i < 3; i++) {
            assertEquals(i, origins.whole(i));
        }
        assertEquals(553, nano.column("GenPart_pdgId").whole(0));
        assertEquals(553, nano.column("GenPart_pdgId").whole(3));
        assertEquals(22, nano.column("GenPart_pdgId").whole(6));
    }

    @Test
    void dimuonTableIsInFullPrecision() {
        PairTables tables = new PairTables();
        tables.add(row(7));
        Table dimuon = tables.build().get(1);
        PairRow row = row(7);
        FourMomentum sum = row.truth().dimuon();
        assertEquals(7, dimuon.column("event").whole(0));
        assertEquals(row.mass(), dimuon.column("mass").number(0));
        assertEquals(row.mass(), dimuon.column("gen_mass").number(0));
        assertEquals(row.plus().k(), dimuon.column("plus_k").number(0));
        assertEquals(row.minus().k(), dimuon.column("gen_minus_k").number(0));
        assertEquals(-1, dimuon.column("minus_charge").whole(0));
        assertEquals(sum.momentum().perp(), dimuon.column("pt").number(0), DOUBLE * sum.e());
        assertEquals(sum.momentum().phi(), dimuon.column("phi").number(0), DOUBLE * sum.e());
        assertEquals(
                0.5 * Math.log((sum.e() + sum.pz()) / (sum.e() - sum.pz())),
                dimuon.column("y").number(0),
                DOUBLE);
        assertEquals(
                row.truth().vertex().z() / 10, dimuon.column("gen_vertex_z").number(0), DOUBLE);
    }
}
