package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.sagitta.calibration.Correction;
import org.sagitta.validation.study.SamplePair.Partner;

/**
 * The biases that one effect leaves, with errors from the same study without each group of events. J/psi and Z in a world with the
 * effect and in the ideal one are the same events with the same random numbers, so that their common noise cancels.
 */
public final class ErrorBudgetStudy {
    private final GroupedPairs jpsi;
    private final GroupedPairs idealJpsi;
    private final GroupedPairs z;
    private final GroupedPairs idealZ;

    /** Makes a correction from J/psi as measured and in the ideal world. */
    public interface Calibration {
        Correction of(PairSample measured, PairSample ideal);
    }

    public ErrorBudgetStudy(GroupedPairs jpsi, GroupedPairs idealJpsi, GroupedPairs z, GroupedPairs idealZ) {
        this.jpsi = jpsi;
        this.idealJpsi = idealJpsi;
        this.z = z;
        this.idealZ = idealZ;
    }

    /** The line of the budget. */
    public ErrorBudgetLine line(String effect, String remedy, Calibration calibration) {
        Closures all = closures(-1, calibration);
        List<Closures> without = new ArrayList<>();
        for (int group = 0; group < GroupedPairs.GROUPS; group++) {
            without.add(closures(group, calibration));
        }
        return new ErrorBudgetLine(
                effect,
                remedy,
                figure(all, without, c -> c.jpsi.inclusive().before()),
                figure(all, without, c -> c.jpsi.inclusive().after()),
                figure(all, without, c -> c.z.inclusive().before()),
                figure(all, without, c -> c.z.inclusive().after()),
                figures(i -> figure(all, without, c -> c.z.byEta().get(i).after())),
                figures(i -> figure(all, without, c -> c.legs.even().get(i).after())),
                figures(i -> figure(all, without, c -> c.legs.odd().get(i).after())));
    }

    private record Closures(MassClosure jpsi, MassClosure z, LegClosure legs) {}

    private interface Reading {
        double of(Closures closures);
    }

    private Closures closures(int withoutGroup, Calibration calibration) {
        PairSample measured = jpsi.without(withoutGroup);
        PairSample ideal = idealJpsi.without(withoutGroup);
        Correction correction = calibration.of(measured, ideal);
        SamplePair calibrated = new SamplePair(measured, ideal, Partner.SAME_EVENTS);
        SamplePair tested = new SamplePair(z.without(withoutGroup), idealZ.without(withoutGroup), Partner.SAME_EVENTS);
        return new Closures(
                new MassStudy(calibrated, correction).closure(),
                new MassStudy(tested, correction).closure(),
                LegStudy.at45Gev(tested, correction).closure());
    }

    private static ErrorBudgetFigure figure(Closures all, List<Closures> without, Reading reading) {
        return ErrorBudgetFigure.of(
                reading.of(all), without.stream().mapToDouble(reading::of).toArray());
    }

    private static List<ErrorBudgetFigure> figures(IntFunction<ErrorBudgetFigure> make) {
        List<ErrorBudgetFigure> figures = new ArrayList<>();
        for (int i = 0; i < Binning.LEG_ETA.bins(); i++) {
            figures.add(make.apply(i));
        }
        return figures;
    }
}
