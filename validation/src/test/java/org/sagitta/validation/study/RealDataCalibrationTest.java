package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sagitta.data.io.csv.MuonTableCsv;

class RealDataCalibrationTest {
    private static final Path OPEN_DATA = Path.of(System.getProperty("sagitta.opendata", "../../shared/reference/opendata"));

    @Test
    void real() {
        Path jpsi = OPEN_DATA.resolve("Jpsimumu.csv");
        assumeTrue(Files.exists(jpsi), "no open-data tables beside this clone");
        long t0 = System.nanoTime();
        RealDataCalibrationResult r = RealDataCalibration.run(new RealDataCalibrationInput("j", "j", MuonTableCsv.read(jpsi)),
           Optional.of(new RealDataCalibrationInput("u", "u", MuonTableCsv.read(OPEN_DATA.resolve("Ymumu.csv")))));
        System.err.println("wall " + (System.nanoTime() - t0) * 1e-9);
        System.err.println("A " + r.inclusive().scale(0) + " " + r.inclusive().scaleError(0) + " " + r.inclusive().quality() + r.inclusive().resolution());
        for (int i = 0; i < 6; i++) System.err.println(i + " " + r.byEta().scale(i) + " " + r.byEta().scaleError(i) + " F " + r.inclusive().signalFraction(i));
        System.err.println("eta chi2 " + r.etaDependence());
        for (var p : java.util.List.of(r.jpsi(), r.validation().get())) {
            System.err.println("before " + p.before().scale(0) + " " + p.before().scaleError(0) + " after " + p.after().scale(0) + " " + p.after().scaleError(0) + " tot " + r.errorAfter(p) + " " + p.after().quality());
            System.err.println("chi2 " + p.projection().chi2() + " ndf " + p.projection().degreesOfFreedom() + " p " + p.projection().probabilityAtLeast() + " " + p.projection().probabilityAtMost() + " " + p.variations()+ p.after().resolutionFactor()+p.after().lineShares());
        }
        System.err.println(r.variations());
    }
}
