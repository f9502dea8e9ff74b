package org.sagitta.calibration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;

class AemModelTest {
    private static final AemModel STANDARD = AemModel.standard();

    @Test
    void thirtyTwoParametersInTheStatedOrder() {
        List<String> names =
                STANDARD.parameters().stream().map(AemParameter::name).toList();
        assertEquals(32, names.size());
        assertEquals(List.of("A1", "A2", "e01", "e02"), names.subList(0, 4));
        assertEquals(List.of("e12", "M0_1", "Mc_1", "Ms_1", "M0_2"), names.subList(13, 18));
        assertEquals("Ms_6", names.get(31));
        assertEquals("1", STANDARD.parameters().get(0).unit());
        assertEquals("GeV", STANDARD.parameters().get(2).unit());
        assertEquals("1/GeV", STANDARD.parameters().get(14).unit());
        for (int i = 0; i < names.size(); i++) {
            assertEquals(i, STANDARD.indexOf(names.get(i)));
        }
        assertThrows(IllegalArgumentException.class, () -> STANDARD.indexOf("e13"));
    }

    @Test
    void correctionIsTheFormula() {
        double[] values = new double[32];
        values[STANDARD.indexOf("A1")] = 1e-3;
        values[STANDARD.indexOf("A2")] = 2e-4;
        values[STANDARD.indexOf("e09")] = 5e-3;
        values[STANDARD.indexOf("M0_5")] = 3e-4;
        values[STANDARD.indexOf("Mc_5")] = 2e-4;
        values[STANDARD.indexOf("Ms_5")] = -1e-4;
        AemCorrection correction = new AemCorrection(STANDARD, values, Covariance.zero(32));
        double k = 0.2;
        double eta = 0.9;
        double phi = 2.0;
        double m = 3e-4 + 2e-4 * Math.cos(phi) - 1e-4 * Math.sin(phi);
        double even = k * (1 + 1e-3 + 2e-4 * eta * eta - 5e-3 * k);
        assertEquals(even + m, correction.correct(k, eta, phi, Charge.POSITIVE), 1e-16);
        assertEquals(even - m, correction.correct(k, eta, phi, Charge.NEGATIVE), 1e-16);
        assertEquals(1e-3 + 2e-4 * eta * eta, correction.fieldScaleAt(eta), 1e-18);
        assertEquals(5e-3, correction.energyLossAt(eta));
        assertEquals(0, correction.energyLossAt(-0.9));
    }

    @Test
    void legsBeyondTheEdgesUseTheOutermostBin() {
        EtaBinning bins = STANDARD.lossBins();
        assertEquals(0, bins.indexOf(-3));
        assertEquals(0, bins.indexOf(-2.4));
        assertEquals(11, bins.indexOf(2.4));
        assertEquals(11, bins.indexOf(9));
        assertEquals(5, bins.indexOf(-1e-12));
        assertEquals(6, bins.indexOf(0));
        assertEquals(0.4, bins.high(6) - bins.low(6), 1e-15);
        assertEquals(EtaBinning.uniform(6, -2.4, 2.4), STANDARD.misalignmentBasis());
    }

    @Test
    void termsMayBeAbsent() {
        AemCorrection scale = AemCorrection.fieldScale(-1e-3, 1.1e-4);
        assertEquals(1, scale.model().size());
        assertEquals(0.2 * (1 - 1e-3), scale.correct(0.2, 1, 1, Charge.NEGATIVE), 1e-17);
        assertEquals(0.2 * 1.1e-4, scale.sigma(0.2, 1, 1, Charge.NEGATIVE), 1e-19);
        assertEquals(-1e-3, scale.fieldScaleAt(2));
        assertEquals(0, scale.energyLossAt(2));

        AemModel other = AemModel.builder()
                .loss(EtaBinning.of(-1, 0.5, 1))
                .misalignment(EtaBinning.of(-2, 2), List.of(Harmonic.SINE))
                .build();
        assertEquals(
                List.of("e01", "e02", "Ms_1"),
                other.parameters().stream().map(AemParameter::name).toList());
        AemCorrection correction = new AemCorrection(other, new double[] {0, 0.01, 1e-3}, Covariance.zero(3));
        assertEquals(0.1 - 0.01 * 0.01 + 1e-3, correction.correct(0.1, 0.7, Math.PI / 2, Charge.POSITIVE), 1e-17);
        assertEquals(0.25, AemCorrection.identity(other).correct(0.25, 0, 0, Charge.POSITIVE));
        assertNotEquals(other, STANDARD);
    }

    /** k' of every kind of model against the formula, with each function of eta and phi evaluated by itself. */
    @Test
    void everyModelIsItsFormula() {
        Random random = new Random(5);
        Models.all().forEach((name, model) -> {
            double[] values = random.doubles(model.size(), -1e-3, 1e-3).toArray();
            AemCorrection correction = new AemCorrection(model, values, Covariance.zero(model.size()));
            for (int i = 0; i < 200; i++) {
                double k = 0.02 + 0.25 * random.nextDouble();
                double eta = 5.2 * random.nextDouble() - 2.6;
                double phi = 20 * random.nextDouble() - 10;
                Charge charge = random.nextBoolean() ? Charge.POSITIVE : Charge.NEGATIVE;
                double a = field(model, values, eta, phi);
                double e = loss(model, values, k, eta);
                double m = misalignment(model, values, eta, phi);
                assertEquals(k * (1 + a - e * k) + charge.sign() * m, correction.correct(k, eta, phi, charge), 1e-15);
                assertEquals(a, correction.fieldScaleAt(eta, phi), 1e-15, name);
                assertEquals(m, correction.misalignmentAt(eta, phi), 1e-15, name);
            }
        });
    }

    private static double field(AemModel model, double[] values, double eta, double phi) {
        double a = 0;
        int index = 0;
        for (int i = 0; i < model.field().basis().size(); i++) {
            for (Harmonic harmonic : model.field().harmonics()) {
                a += values[index++] * model.field().basis().value(i, eta) * harmonic.value(phi);
            }
        }
        return a;
    }

    private static double loss(AemModel model, double[] values, double k, double eta) {
        if (model.loss().size() == 0) {
            return 0;
        }
        double e = values[model.indexOf("e01") + model.lossBins().indexOf(eta)];
        double p = Math.cosh(eta) / k;
        LossShape loss = model.loss();
        double sine = loss.momentum() == LossMomentum.TOTAL ? 1 / Math.cosh(eta) : 1;
        return e * sine * (1 + loss.rise().perEFold() * Math.log(p / 10));
    }

    private static double misalignment(AemModel model, double[] values, double eta, double phi) {
        double m = 0;
        for (Harmonic harmonic : model.misalignment().harmonics()) {
            for (int i = 0; i < model.misalignmentBasis().size(); i++) {
                double shape = model.misalignmentBasis().value(i, eta);
                m += values[model.indexOf("M" + harmonic.symbol() + "_" + (i + 1))] * shape * harmonic.value(phi);
            }
        }
        return m;
    }

    @Test
    void namesAreDistinctAndLegsFillNoMoreThanTheySay() {
        Models.all().forEach((name, model) -> {
            assertEquals(
                    model.size(),
                    model.parameters().stream()
                            .map(AemParameter::name)
                            .distinct()
                            .count(),
                    name);
            SparseVector basis = new SparseVector(model.legEntries());
            model.fillBasis(0.2, 0.4, 1, Charge.POSITIVE, basis);
            assertEquals(model.legEntries(), basis.size(), name);
        });
        assertEquals(
                List.of("A01", "A01c", "A01s", "A02", "A02c", "A02s", "e01"),
                Objects.requireNonNull(Models.all().get("bins with harmonics")).parameters().subList(0, 7).stream()
                        .map(AemParameter::name)
                        .toList());
        assertEquals(
                "Ms3_6",
                Objects.requireNonNull(Models.all().get("no field"))
                        .parameters()
                        .get(53)
                        .name());
    }

    @Test
    void meansOverPhiLeaveHarmonicsOut() {
        AemModel model = Objects.requireNonNull(Models.all().get("polynomial with harmonics"));
        double[] values = new double[model.size()];
        values[model.indexOf("A1")] = 1e-3;
        values[model.indexOf("A1c")] = 5e-4;
        values[model.indexOf("A2")] = 1e-4;
        values[model.indexOf("M0_1")] = 2e-4;
        values[model.indexOf("Mc_1")] = 7e-4;
        AemCorrection correction = new AemCorrection(model, values, Covariance.zero(model.size()));
        assertEquals(1e-3 + 4e-4, correction.fieldScaleAt(2), 1e-18);
        assertEquals(1e-3 + 4e-4 - 5e-4, correction.fieldScaleAt(2, Math.PI), 1e-18);
        assertEquals(2e-4, model.misalignmentGradient(-2).dot(values), 1e-18);
        assertEquals(0, AemModel.fieldScale().misalignmentGradient(-2).size());
    }

    @Test
    void impossibleModelsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> AemModel.builder().build());
        assertThrows(
                IllegalArgumentException.class, () -> AemModel.builder().misalignment(EtaBinning.of(-1, 1), List.of()));
        assertThrows(IllegalArgumentException.class, () -> EtaBinning.of(1));
        assertThrows(IllegalArgumentException.class, () -> EtaBinning.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> EtaBinning.uniform(0, -1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new AemCorrection(STANDARD, new double[31], Covariance.zero(31)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AemCorrection(AemModel.fieldScale(), new double[] {Double.NaN}, Covariance.zero(1)));
    }

    @Test
    void sparseVectorsMergeEqualIndices() {
        SparseVector a = new SparseVector(4);
        a.append(3, 1);
        a.append(1, 2);
        SparseVector b = new SparseVector(4);
        b.append(1, 10);
        b.append(0, 20);
        a.addScaled(0.5, b);
        assertArrayEquals(new double[] {10, 7, 0, 1}, a.toDense(4));
        assertEquals(3, a.size());
        assertEquals(10 + 21 + 4, a.dot(new double[] {1, 3, 9, 4}));
    }
}
