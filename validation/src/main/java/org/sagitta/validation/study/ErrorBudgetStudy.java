package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.sagitta.calibration.Correction;
import org.sagitta.validation.study.SamplePair.Partner;

/**
 * The biases that one effect leaves, with errors from the same study without each group of events. J/psi, Upsilon and Z in a world
 * with the effect and in the ideal one are the same events with the same random numbers, so that their common noise cancels.
 */
public final class ErrorBudgetStudy {
    private final Same jpsi;
    private final Same upsilon;
    private final Same z;

    /** Events in both worlds. */
    public record Same(GroupedPairs measured, GroupedPairs ideal) {
        /** The events of two samples that are in both. */
        public static Same of(GroupedPairs measured, GroupedPairs ideal) {
            return new Same(measured.alsoIn(ideal), ideal.alsoIn(measured));
        }

        private SamplePair without(int group) {
            return new SamplePair(measured.without(group), ideal.without(group), Partner.SAME_EVENTS);
        }
    }

    /** Makes a correction from J/psi, and from Z if it takes them. */
    public interface Calibration {
        Correction of(SamplePair jpsi, SamplePair z);
    }

    public ErrorBudgetStudy(Same jpsi, Same upsilon, Same z) {
        this.jpsi = jpsi;
        this.upsilon = upsilon;
        this.z = z;
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
                tested(all, without, c -> c.upsilon),
                tested(all, without, c -> c.z),
                figures(i -> figure(all, without, c -> c.legs.even().get(i).after())),
                figures(i -> figure(all, without, c -> c.legs.odd().get(i).after())));
    }

    private record Closures(MassClosure jpsi, MassClosure upsilon, MassClosure z, LegClosure legs) {}

    private interface Reading {
        double of(Closures closures);
    }

    private Closures closures(int withoutGroup, Calibration calibration) {
        SamplePair calibrated = jpsi.without(withoutGroup);
        SamplePair hard = z.without(withoutGroup);
        Correction correction = calibration.of(calibrated, hard);
        return new Closures(
                new MassStudy(calibrated, correction).closure(),
                new MassStudy(upsilon.without(withoutGroup), correction).closure(),
                new MassStudy(hard, correction).closure(),
                LegStudy.at45Gev(hard, correction).closure());
    }

    private static ErrorBudgetLine.Tested tested(
            Closures all, List<Closures> without, Function<Closures, MassClosure> of) {
        return new ErrorBudgetLine.Tested(
                figure(all, without, c -> of.apply(c).inclusive().before()),
                figure(all, without, c -> of.apply(c).inclusive().after()),
                figures(i ->
                        figure(all, without, c -> of.apply(c).byEta().get(i).after())));
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
