package org.sagitta.validation.pipeline;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.fit.ResidualMap;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.data.scenario.Scenario;

/** The calibration on J/psi alone: field pre-correction, target from the ideal world, A/e/M against the ideal world. */
final class JpsiCalibration {
    private final FitOptions options;
    private final BlockReducer reducer;
    private final Optional<FieldRatio> fieldRatio;

    JpsiCalibration(ExecutorService executor, Scenario scenario, Worlds worlds) {
        this.options = FitOptions.standard(AemModels.of(scenario.calibration().model()));
        this.reducer = BlockReducer.on(executor);
        this.fieldRatio = scenario.fieldRatio().map(choice -> FieldPreCorrection.ratio(choice, scenario, worlds));
    }

    /** Pairs after the field pre-correction; the same if there is none. */
    DimuonSource preCorrected(DimuonSource measured) {
        return fieldRatio.map(ratio -> ratio.correcting(measured)).orElse(measured);
    }

    Correction calibrate(DimuonSource measured, DimuonSource ideal) {
        return correction(fit(preCorrected(measured), ideal, TabulatedTarget.of(ideal)));
    }

    /** The same with a report of the fit, which takes about as long again. */
    Calibrated calibrated(DimuonSource measured, DimuonSource ideal) {
        TabulatedTarget target = TabulatedTarget.of(ideal);
        DimuonSource preCorrected = preCorrected(measured);
        ReferencedCalibration.Result result = fit(preCorrected, ideal, target);
        FitReport report = FitReport.of(
                new ResidualMap.Request(preCorrected, target, options, reducer),
                new ResidualMap.Request(ideal, target, options, reducer),
                result);
        return new Calibrated(correction(result), report);
    }

    private ReferencedCalibration.Result fit(DimuonSource preCorrected, DimuonSource ideal, TabulatedTarget target) {
        return new ReferencedCalibration(new IterativeCalibration(options, reducer))
                .calibrate(preCorrected, ideal, target);
    }

    private Correction correction(ReferencedCalibration.Result result) {
        return Correction.of(fieldRatio, result.correction());
    }

    /** What a calibration found, and how it went. */
    record Calibrated(Correction correction, FitReport report) {}
}
