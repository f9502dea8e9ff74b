package org.sagitta.validation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.ParameterProfile;
import org.sagitta.validation.study.ProfileBin;
import org.sagitta.validation.study.SpectrumBin;

/** The figures of a closure run. Biases are in units of 1e-4. */
public final class ClosureCharts {
    private static final double PER_UNIT = 1e4;
    private static final String UNIT = " [10\u207b\u2074]";
    private static final String MASS_BIAS = "mass bias" + UNIT;
    private static final String BEFORE = "before calibration";
    private static final String AFTER = "after calibration";

    private final ClosureResult result;
    private final ChartText text;

    public ClosureCharts(ClosureResult result) {
        this.result = result;
        this.text = new ChartText(ChartText.SIMULATION, result.scenario() + ", seed " + result.seed());
    }

    /** Writes all figures as SVG into a folder and returns their names, in the order written. */
    public List<String> write(Path folder, List<ParameterProfile> parameters, List<MassPeak> peaks) {
        List<String> names = new ArrayList<>();
        if (!parameters.isEmpty()) {
            write(parameters(parameters), folder, "parameters.svg", names);
        }
        write(massBias("\u03b7(\u03bc\u207a)", MassClosure::byEta), folder, "mass-bias-eta.svg", names);
        write(massBias("\u03c6(\u03bc\u207a) [rad]", MassClosure::byPhi), folder, "mass-bias-phi.svg", names);
        write(legs(), folder, "legs.svg", names);
        write(summary(), folder, "closure.svg", names);
        for (MassPeak peak : peaks) {
            write(peak(peak), folder, "peak-" + SampleNames.fileName(peak.sample()) + ".svg", names);
        }
        return List.copyOf(names);
    }

    private static void write(Figure figure, Path folder, String name, List<String> names) {
        figure.writeSvg(folder.resolve(name));
        names.add(name);
    }

    /** A, e, M against eta: fitted with errors, and the values derived from the truth. */
    Figure parameters(List<ParameterProfile> profiles) {
        double edge = profiles.stream()
                .flatMap(p -> p.bins().stream())
                .mapToDouble(bin -> Math.max(-bin.low(), bin.high()))
                .max()
                .orElse(1);
        return Figure.stacked(
                text,
                HorizontalAxis.of("\u03b7", -edge, edge),
                profiles.stream().map(ClosureCharts::panel).toList());
    }

    private static Panel panel(ParameterProfile profile) {
        Magnitude magnitude = Magnitude.of(profile.bins().stream()
                .mapToDouble(bin -> Math.abs(bin.value()) + bin.sigma())
                .max()
                .orElse(1));
        List<DataPoint> fitted = new ArrayList<>();
        List<DataPoint> truth = new ArrayList<>();
        for (ProfileBin bin : profile.bins()) {
            fitted.add(DataPoint.inBin(bin.low(), bin.high(), bin.value(), bin.sigma())
                    .scaled(magnitude.factor()));
            truth.add(DataPoint.inBin(bin.low(), bin.high(), bin.truth(), 0).scaled(magnitude.factor()));
        }
        return Panel.of(
                magnitude.label(profile.name()),
                List.of(
                        Series.steps("from the truth", Palette.ORANGE, truth),
                        Series.points("fitted to J/\u03c8", Palette.BLACK, fitted)));
    }

    /** Mass bias of each sample in bins, before and after. */
    Figure massBias(String axis, Function<MassClosure, List<BiasBin>> bins) {
        List<Panel> panels = new ArrayList<>();
        List<BiasBin> all = new ArrayList<>();
        for (Map.Entry<String, MassClosure> sample : new TreeMap<>(result.samples()).entrySet()) {
            List<BiasBin> of = bins.apply(sample.getValue());
            all.addAll(of);
            panels.add(beforeAfter(MASS_BIAS, of).withNote(SampleNames.symbol(sample.getKey())));
        }
        return Figure.stacked(text, axis(axis, all), panels);
    }

    /** Curvature scale of single legs, charge-even and charge-odd, for each sample. */
    Figure legs() {
        List<Panel> panels = new ArrayList<>();
        List<BiasBin> all = new ArrayList<>();
        new TreeMap<>(result.legs()).forEach((sample, legs) -> {
            all.addAll(legs.even());
            String note = SampleNames.symbol(sample) + " legs, charge-";
            panels.add(beforeAfter("k/k(true) \u2212 1" + UNIT, legs.even()).withNote(note + "even"));
            panels.add(beforeAfter("k/k(true) \u2212 1" + UNIT, legs.odd()).withNote(note + "odd"));
        });
        return Figure.stacked(text, axis("\u03b7", all), panels);
    }

    /** All samples beside each other: before on a wide scale, after with the band that passes. */
    Figure summary() {
        List<String> names = new ArrayList<>();
        List<DataPoint> before = new ArrayList<>();
        List<DataPoint> after = new ArrayList<>();
        List<DataPoint> inEta = new ArrayList<>();
        List<DataPoint> inPhi = new ArrayList<>();
        for (Map.Entry<String, MassClosure> sample : new TreeMap<>(result.samples()).entrySet()) {
            double left = names.size();
            names.add(SampleNames.symbol(sample.getKey()));
            MassClosure closure = sample.getValue();
            if (isFilled(closure.inclusive())) {
                before.add(at(left + 0.12, closure.inclusive(), BiasBin::before));
                after.add(at(left + 0.12, closure.inclusive(), BiasBin::after));
            }
            inEta.addAll(spread(left + 0.2, closure.byEta()));
            inPhi.addAll(spread(left + 0.6, closure.byPhi()));
        }
        double band = PER_UNIT * result.limits().inclusive();
        Panel upper = Panel.of(MASS_BIAS, List.of(Series.openPoints("before", Palette.RED, before)))
                .withBand(-band, band)
                .withWeight(0.5);
        Panel lower = Panel.of(
                        MASS_BIAS,
                        List.of(
                                Series.points("after: inclusive", Palette.BLACK, after),
                                Series.points("in bins of \u03b7", Palette.BLUE, inEta),
                                Series.openPoints("in bins of \u03c6", Palette.PURPLE, inPhi)))
                .withNote("band: \u00b1" + rounded(band) + "\u00b710\u207b\u2074")
                .withBand(-band, band);
        return Figure.stacked(text, HorizontalAxis.ofNames(names), List.of(upper, lower));
    }

    /** The spectrum after calibration on top of that of the ideal world; the pulls compare the two. */
    Figure peak(MassPeak peak) {
        List<DataPoint> before = new ArrayList<>();
        List<DataPoint> after = new ArrayList<>();
        List<DataPoint> ideal = new ArrayList<>();
        for (SpectrumBin bin : peak.bins()) {
            before.add(DataPoint.inBin(bin.low(), bin.high(), bin.before(), 0));
            after.add(DataPoint.count(bin.low(), bin.high(), bin.after()));
            ideal.add(DataPoint.inBin(bin.low(), bin.high(), bin.ideal(), bin.idealError()));
        }
        String mass = "m(" + SampleNames.symbol(peak.sample()) + " \u2192 \u03bc\u03bc) [GeV]";
        return PeakChart.figure(
                text,
                HorizontalAxis.of(
                        mass, after.get(0).low(), after.get(after.size() - 1).high()),
                Series.points(AFTER, Palette.BLACK, after),
                Series.steps("ideal", Palette.BLUE, ideal),
                List.of(Series.steps(BEFORE, Palette.ORANGE, before)));
    }

    private static String rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Panel beforeAfter(String label, List<BiasBin> bins) {
        return Panel.of(
                label,
                List.of(
                        Series.openPoints(BEFORE, Palette.RED, points(bins, BiasBin::before)),
                        Series.points(AFTER, Palette.BLACK, points(bins, BiasBin::after))));
    }

    private static List<DataPoint> points(List<BiasBin> bins, ToDoubleFunction<BiasBin> value) {
        return bins.stream()
                .filter(ClosureCharts::isFilled)
                .map(b -> DataPoint.inBin(b.low(), b.high(), value.applyAsDouble(b), b.stat())
                        .scaled(PER_UNIT))
                .toList();
    }

    private static List<DataPoint> spread(double left, List<BiasBin> bins) {
        double width = 0.32 / Math.max(1, bins.size());
        List<DataPoint> points = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            if (isFilled(bins.get(i))) {
                points.add(at(left + (i + 0.5) * width, bins.get(i), BiasBin::after));
            }
        }
        return points;
    }

    private static DataPoint at(double x, BiasBin bin, ToDoubleFunction<BiasBin> value) {
        return new DataPoint(x, x, x, value.applyAsDouble(bin), bin.stat()).scaled(PER_UNIT);
    }

    private static boolean isFilled(BiasBin bin) {
        return Double.isFinite(bin.stat());
    }

    private static HorizontalAxis axis(String label, List<BiasBin> bins) {
        double low = bins.stream().mapToDouble(BiasBin::low).min().orElse(-1);
        double high = bins.stream().mapToDouble(BiasBin::high).max().orElse(1);
        return HorizontalAxis.of(label, low, high);
    }
}
