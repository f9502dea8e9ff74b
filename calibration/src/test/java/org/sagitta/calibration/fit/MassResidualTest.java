package org.sagitta.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Models;
import org.sagitta.geometry.units.Units;

class MassResidualTest {
    private static final AemModel MODEL = Injected.MODEL;
    private static final double TARGET = 3.094;

    /** All 32 derivatives, by central differences, at parameters that are not zero. */
    @Test
    void gradientIsThatOfFiniteDifferencesAtAWorkingPoint() {
        DimuonSample sample = ToyDimuons.sample(200, Injected.correction(), 3);
        MassResidual residual = new MassResidual(MODEL);
        double[] values = Injected.values();
        for (int i = 0; i < sample.size(); i++) {
            assertEquals(Status.DEFINED, residual.evaluate(sample, i, values, TARGET));
            double[] gradient = residual.gradient().toDense(MODEL.size());
            for (int j = 0; j < values.length; j++) {
                double scale =
                        largestChange(sample.get(i), MODEL.parameters().get(j).kind());
                double step = 1e-5 / scale;
                double difference =
                        (at(residual, sample, i, values, j, step) - at(residual, sample, i, values, j, -step))
                                / (2 * step);
                // in units of the scale: (1e-5)^2 from the third derivative, 1e-16 / 1e-5 from rounding
                assertEquals(difference, gradient[j], 1e-9 * scale, i + " " + j);
            }
        }
    }

    /** The same for every kind of model. */
    @Test
    void gradientsOfAllModelsAreThoseOfFiniteDifferences() {
        DimuonSample sample = ToyDimuons.sample(40, Injected.correction(), 4);
        Models.all().forEach((name, model) -> {
            MassResidual residual = new MassResidual(model);
            double[] values = new double[model.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = 2e-4 * Math.sin(1 + 2.3 * j);
            }
            for (int i = 0; i < sample.size(); i++) {
                residual.evaluate(sample, i, values, TARGET);
                double[] gradient = residual.gradient().toDense(model.size());
                for (int j = 0; j < values.length; j++) {
                    double scale = largestChange(
                            sample.get(i), model.parameters().get(j).kind());
                    double step = 1e-5 / scale;
                    double difference =
                            (at(residual, sample, i, values, j, step) - at(residual, sample, i, values, j, -step))
                                    / (2 * step);
                    assertEquals(difference, gradient[j], 1e-9 * scale, name + " " + i + " " + j);
                }
            }
        });
    }

    /** The largest relative change of a leg's curvature per unit of a parameter: eta^2 for A, k for e, pT for M. */
    private static double largestChange(Dimuon pair, AemParameter.Kind kind) {
        return switch (kind) {
            case A -> 2.4 * 2.4;
            case E -> Math.max(pair.plus().k(), pair.minus().k());
            case M -> Math.max(pair.plus().pt(), pair.minus().pt());
        };
    }

    private static double at(MassResidual residual, DimuonSample sample, int i, double[] values, int j, double step) {
        double[] moved = values.clone();
        moved[j] += step;
        residual.evaluate(sample, i, moved, TARGET);
        return residual.residual();
    }

    /**
     * Closed forms for massless muons with d = A - e k + q M / k per leg: m' = m / sqrt((1 + d1)(1 + d2)), so that
     * d ln m'/dA1 = -1, d ln m'/dA2 = -(eta1^2 + eta2^2)/2, d ln m'/de = +k/2 per leg, d ln m'/dM0 = -q pT/2 per leg.
     * For a Z the muon mass changes them by (2 m_mu / m)^2 = 5e-6.
     */
    @Test
    void closedFormsOfTheSensitivity() {
        Muon plus = Muon.ofPt(50, 1.1, 0.5, Charge.POSITIVE);
        Muon minus = Muon.ofPt(40, -0.5, 3.3, Charge.NEGATIVE);
        Dimuon pair = new Dimuon(plus, minus, 1);
        double tolerance = 2 * Math.pow(2 * Units.MUON_MASS / pair.mass(), 2);
        DimuonSample sample = DimuonSample.builder(1).add(pair).build();
        MassResidual residual = new MassResidual(MODEL);
        residual.evaluate(sample, 0, new double[MODEL.size()], pair.mass());
        assertEquals(0, residual.residual(), 1e-15);
        double[] g = residual.gradient().toDense(MODEL.size());
        assertEquals(-1, g[MODEL.indexOf("A1")], tolerance);
        assertEquals(-0.5 * (1.1 * 1.1 + 0.5 * 0.5), g[MODEL.indexOf("A2")], tolerance);
        assertEquals(0.5 / 50, g[MODEL.indexOf("e09")], tolerance / 50);
        assertEquals(0.5 / 40, g[MODEL.indexOf("e05")], tolerance / 40);
        assertEquals(-0.5 * 50, g[MODEL.indexOf("M0_5")], 50 * tolerance);
        assertEquals(-0.5 * 50 * Math.cos(0.5), g[MODEL.indexOf("Mc_5")], 50 * tolerance);
        assertEquals(+0.5 * 40, g[MODEL.indexOf("M0_3")], 40 * tolerance);
        assertEquals(+0.5 * 40 * Math.sin(3.3), g[MODEL.indexOf("Ms_3")], 40 * tolerance);

        double[] values = Injected.values();
        residual.evaluate(sample, 0, values, pair.mass());
        double dPlus = Injected.correction().correct(plus.k(), 1.1, 0.5, Charge.POSITIVE) / plus.k() - 1;
        double dMinus = Injected.correction().correct(minus.k(), -0.5, 3.3, Charge.NEGATIVE) / minus.k() - 1;
        assertEquals(1 / Math.sqrt((1 + dPlus) * (1 + dMinus)) - 1, residual.residual(), tolerance * 0.02);
    }

    @Test
    void legsInTheSameBinShareTheirParameters() {
        Dimuon pair = new Dimuon(Muon.ofPt(30, 0.1, 0, Charge.POSITIVE), Muon.ofPt(30, 0.2, 3, Charge.NEGATIVE), 1);
        DimuonSample sample = DimuonSample.builder(1).add(pair).build();
        MassResidual residual = new MassResidual(MODEL);
        residual.evaluate(sample, 0, new double[MODEL.size()], pair.mass());
        assertEquals(6, residual.gradient().size());
        // equal momenta: a common M0 cancels
        assertEquals(0, residual.gradient().toDense(MODEL.size())[MODEL.indexOf("M0_4")], 1e-3);
    }

    @Test
    void aCurvatureBelowZeroHasNoMass() {
        Dimuon pair = new Dimuon(Muon.ofPt(900, 0.1, 0, Charge.POSITIVE), Muon.ofPt(30, 0.2, 3, Charge.NEGATIVE), 1);
        DimuonSample sample = DimuonSample.builder(1).add(pair).build();
        double[] values = new double[MODEL.size()];
        values[MODEL.indexOf("M0_4")] = -2e-3;
        MassResidual residual = new MassResidual(MODEL);
        assertEquals(Status.CURVATURE_NOT_POSITIVE, residual.evaluate(sample, 0, values, 91));
    }
}
