package org.sagitta.validation.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sagitta.validation.study.Harmonics;
import org.sagitta.validation.study.MassShift;
import org.sagitta.validation.study.WeakModeLegs;
import org.sagitta.validation.study.WeakModeMasses;
import org.sagitta.validation.study.WeakModeResponse;

/** The response to weak modes, for people. */
public final class WeakModeTable {
    private static final double PPM = 1e-6;
    private static final double MEV = 1e-3;

    /** [MeV], with which a relative shift of the Z mass becomes one in MeV. */
    private static final double Z_MASS_MEV = 91_188;

    private WeakModeTable() {}

    /** All modes, a line each: curvature and chi2, then masses, then the mass of the Z for each micrometre. */
    public static String summary(List<WeakModeResponse> responses) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%-16s %9s %8s  %-5s %-29s %10s %11s %10s %12s",
                "mode",
                "epsilon",
                "edge um",
                "term",
                "shape",
                "predicted",
                "found/pred.",
                "chi2 added",
                "tracks (5 s)");
        for (WeakModeResponse r : responses) {
            line(
                    text,
                    "%-16s %9.2e %8.1f  %-5s %-29s %10.2e %11.3f %10.2e %12.1e",
                    r.mode(),
                    r.epsilon(),
                    r.edgeUm(),
                    r.term(),
                    r.shape(),
                    r.predicted(),
                    r.found(),
                    r.chi2(),
                    r.tracksToSee());
        }
        masses(text, responses);
        bosonMass(text, responses);
        return text.toString();
    }

    private static void masses(StringBuilder text, List<WeakModeResponse> responses) {
        line(text, "");
        line(text, "Mass shift in ppm: all pairs; barrel pairs and their closed form; largest of a bin in eta, in phi");
        for (WeakModeResponse r : responses) {
            for (WeakModeMasses m : r.masses()) {
                line(
                        text,
                        "%-16s %-11s %8.1f +-%5.1f   barrel %8.1f (%8.1f)   eta %8.1f   phi %8.1f",
                        r.mode(),
                        m.resonance(),
                        m.inclusive().shift() / PPM,
                        m.inclusive().error() / PPM,
                        m.barrel().shift() / PPM,
                        m.barrel().predicted() / PPM,
                        largest(m.byEta()) / PPM,
                        largest(m.byPhi()) / PPM);
            }
        }
    }

    private static double largest(List<MassShift> bins) {
        double largest = 0;
        for (MassShift bin : bins) {
            if (Math.abs(bin.shift()) > Math.abs(largest)) {
                largest = bin.shift();
            }
        }
        return largest;
    }

    private static void bosonMass(StringBuilder text, List<WeakModeResponse> responses) {
        line(text, "");
        line(text, "Bias of the Z mass in MeV for each um of the edge: as it is, and after a calibration on J/psi");
        for (WeakModeResponse r : responses) {
            for (WeakModeMasses m : r.masses()) {
                if (m.resonance().equals("Z")) {
                    double perUm = Z_MASS_MEV / r.edgeUm();
                    line(
                            text,
                            "%-16s %9.4f +-%7.4f   after %9.4f +-%7.4f",
                            r.mode(),
                            perUm * m.inclusive().shift(),
                            perUm * m.inclusive().error(),
                            perUm * m.inclusive().after(),
                            perUm * m.inclusive().afterError());
                }
            }
        }
    }

    /** One mode in bins of eta. */
    public static String details(WeakModeResponse r) {
        StringBuilder text = new StringBuilder();
        line(text, "");
        line(text, "%s, epsilon %.3g %s: k_measured - k = a k - e k^2 + q m", r.mode(), r.epsilon(), r.unit());
        harmonics(text, "a [1e-6]", PPM, r, WeakModeLegs::a);
        harmonics(text, "e [MeV]", MEV, r, WeakModeLegs::e);
        harmonics(text, "m [1e-6/GeV]", PPM, r, WeakModeLegs::m);
        harmonics(text, "d0 [um]", 1, r, WeakModeLegs::d0);
        harmonics(text, "z0 [um]", 1, r, WeakModeLegs::z0);
        for (WeakModeMasses m : r.masses()) {
            bins(text, m.resonance() + ", eta of mu+", m.byEta());
            bins(text, m.resonance() + ", phi of mu+", m.byPhi());
        }
        return text.toString();
    }

    private static void harmonics(
            StringBuilder text, String name, double unit, WeakModeResponse r, Function<WeakModeLegs, Harmonics> which) {
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-14s", name));
        for (String term : List.of("1", "cos phi", "sin phi", "cos 2phi", "sin 2phi")) {
            head.append(String.format(Locale.ROOT, " %18s", term));
        }
        line(text, "%s", head);
        for (WeakModeLegs bin : r.legs()) {
            StringBuilder row =
                    new StringBuilder(String.format(Locale.ROOT, "%4.1f .. %4.1f  ", bin.etaLow(), bin.etaHigh()));
            Harmonics h = which.apply(bin);
            for (int i = 0; i < h.values().size(); i++) {
                row.append(String.format(
                        Locale.ROOT,
                        " %9.2f +-%6.2f",
                        h.values().get(i) / unit,
                        h.errors().get(i) / unit));
            }
            line(text, "%s", row);
        }
    }

    private static void bins(StringBuilder text, String name, List<MassShift> bins) {
        line(text, "%-24s %18s %14s %20s", name + " [ppm]", "shift", "closed form", "after J/psi");
        for (MassShift b : bins) {
            line(
                    text,
                    "%6.2f .. %6.2f         %9.1f +-%6.1f %14.1f %12.1f +-%6.1f",
                    b.low(),
                    b.high(),
                    b.shift() / PPM,
                    b.error() / PPM,
                    b.predicted() / PPM,
                    b.after() / PPM,
                    b.afterError() / PPM);
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
