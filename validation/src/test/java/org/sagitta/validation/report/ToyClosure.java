package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.fit.ResidualCell;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.BiasLimits;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.ParameterProfile;
import org.sagitta.validation.study.ParameterValue;
import org.sagitta.validation.study.ProfileBin;
import org.sagitta.validation.study.SpectrumBin;

/** A closure result with made-up figures, one bin of which is empty. */
final class ToyClosure {
    private ToyClosure() {}

    static ClosureResult result() {
        return result(bias(-Double.MAX_VALUE, Double.MAX_VALUE));
    }

    /** All samples with a bias before calibration and none after it. */
    static ClosureResult resultOfBrokenSamples() {
        return result(new BiasBin(-Double.MAX_VALUE, Double.MAX_VALUE, 1e-3, Double.NaN, Double.NaN));
    }

    private static ClosureResult result(BiasBin inclusive) {
        MassClosure mass = new MassClosure(inclusive, bins(12, 2.4), bins(8, Math.PI));
        LegClosure legs = new LegClosure(bins(12, 2.4), bins(12, 2.4));
        return new ClosureResult(
                "toy",
                3,
                2,
                "test",
                1.5,
                Map.of("Z", 3, "JPSI", 1, "UPSILON_1S", 2),
                Map.of("Z", mass, "JPSI", mass, "UPSILON_1S", mass),
                Map.of("Z", legs, "JPSI", legs, "UPSILON_1S", legs),
                legs,
                List.of(
                        new ParameterValue("A1", -3e-4, 2e-5),
                        new ParameterValue("A2", 1e-5, 1e-5),
                        new ParameterValue("e1", 1e-3, 1e-4)),
                fit(),
                BiasLimits.all(2e-4),
                true);
    }

    /** A made-up report with one cell. */
    static FitReport fit() {
        ResidualCell cell = new ResidualCell(ResidualCell.Grid.ETA_PHI_MINUS, -2.4, -2.0, 2.6, 3.1, 60, -5e-4, 2e-4);
        return new FitReport(7, 6, 1, 1.02, 1, 6.25, List.of(cell));
    }

    static List<ParameterProfile> profiles() {
        return List.of(new ParameterProfile(
                "e [MeV]", List.of(new ProfileBin(-2.4, 0, 4, 0.3, 4.2), new ProfileBin(0, 2.4, 5, 0.3, Double.NaN))));
    }

    static MassPeak peak(String sample) {
        return new MassPeak(
                sample, List.of(new SpectrumBin(3.0, 3.1, 10, 12, 11, 1), new SpectrumBin(3.1, 3.2, 9, 8, 7.5, 1)));
    }

    private static List<BiasBin> bins(int n, double edge) {
        List<BiasBin> bins = new ArrayList<>();
        double width = 2 * edge / n;
        for (int i = 0; i < n - 1; i++) {
            bins.add(bias(-edge + i * width, -edge + (i + 1) * width));
        }
        bins.add(new BiasBin(edge - width, edge, Double.NaN, Double.NaN, Double.NaN));
        return bins;
    }

    private static BiasBin bias(double low, double high) {
        return new BiasBin(low, high, 1e-3, 1e-5, 4e-5);
    }
}
