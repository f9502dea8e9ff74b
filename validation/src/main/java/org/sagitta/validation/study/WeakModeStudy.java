package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.sagitta.geometry.alignment.WeakMode;

/** Compares the same exact muons and pairs before and after one weak mode was switched on in the truth. */
public final class WeakModeStudy {
    /** Barrel muons, for which the closed forms hold. */
    private static final double BARREL = 0.9;

    private static final double UM_PER_MM = 1e3;

    /** a, e and m. */
    private static final int CURVATURE_TERMS = 3;

    private final WeakMode mode;
    private final double amplitude;
    private final double edgeUm;
    private final ClosedForm form;
    private final List<Leg> legs = new ArrayList<>();
    private final Map<String, List<PairChange>> pairs = new LinkedHashMap<>();

    /** The same muon in both worlds. */
    private record Leg(ExactTrack before, ExactTrack after) {
        double shift() {
            return after.fittedK() - before.fittedK();
        }
    }

    /**
     * @param amplitude in units of the default amplitude
     * @param edgeUm largest displacement of a sensor [um]
     */
    public WeakModeStudy(WeakMode mode, double amplitude, double edgeUm) {
        this.mode = mode;
        this.amplitude = amplitude;
        this.edgeUm = edgeUm;
        this.form = ClosedForm.of(mode, amplitude);
    }

    /** Adds muons, the same in both. */
    public void addMuons(ExactTracks before, ExactTracks after) {
        for (int i = 0; i < before.muons(); i++) {
            Optional<ExactTrack> plain = before.get(i);
            Optional<ExactTrack> moved = after.get(i);
            if (plain.isPresent() && moved.isPresent()) {
                legs.add(new Leg(plain.get(), moved.get()));
            }
        }
    }

    /**
     * Adds the pairs of a resonance: the muons at even places are positive, each followed by its partner. Every second pair is the one
     * before it with the charges exchanged.
     */
    public void addPairs(String resonance, ExactTracks before, ExactTracks after) {
        pairs.put(resonance, PairChange.of(before, after));
    }

    /**
     * The response.
     *
     * @param calibrated resonance on which the calibration is made, one of those added
     */
    public WeakModeResponse result(String calibrated) {
        WeakModeCalibration calibration = new WeakModeCalibration(pairs.getOrDefault(calibrated, List.of()));
        List<WeakModeMasses> masses = new ArrayList<>();
        pairs.forEach((name, changes) -> masses.add(masses(name, changes, calibration)));
        Moments chi2 = new Moments();
        Moments ndof = new Moments();
        legs.forEach(leg -> chi2.add(leg.after.chi2() - leg.before.chi2()));
        legs.forEach(leg -> ndof.add(leg.before.ndof()));
        return new WeakModeResponse(
                mode.modeName(),
                amplitude,
                amplitude * mode.defaultAmplitude(),
                mode.amplitudeUnit(),
                edgeUm,
                form.term(),
                form.shape(),
                form.size(),
                found(),
                legBins(),
                masses,
                chi2.mean(),
                ndof.mean());
    }

    /** Projection of the response of barrel muons on the closed form; NaN where none is predicted. */
    private double found() {
        double onForm = 0;
        double formSquared = 0;
        for (Leg leg : legs) {
            if (Math.abs(leg.before.eta()) < BARREL) {
                double predicted = form.curvature(leg.before);
                onForm += predicted * leg.shift();
                formSquared += predicted * predicted;
            }
        }
        return formSquared > 0 ? onForm / formSquared : Double.NaN;
    }

    private List<WeakModeLegs> legBins() {
        List<LegSums> sums = new ArrayList<>();
        for (int bin = 0; bin < Binning.LEG_ETA.bins(); bin++) {
            sums.add(new LegSums());
        }
        for (Leg leg : legs) {
            int bin = Binning.LEG_ETA.indexOf(leg.before.eta());
            if (bin >= 0) {
                sums.get(bin).add(leg);
            }
        }
        List<WeakModeLegs> bins = new ArrayList<>();
        for (int bin = 0; bin < sums.size(); bin++) {
            bins.add(sums.get(bin).result(Binning.LEG_ETA.lowEdge(bin), Binning.LEG_ETA.highEdge(bin)));
        }
        return bins;
    }

    /** The fits of one bin. */
    private final class LegSums {
        private final HarmonicFit curvature = new HarmonicFit(CURVATURE_TERMS);
        private final HarmonicFit d0 = new HarmonicFit(1);
        private final HarmonicFit z0 = new HarmonicFit(1);
        private final HarmonicFit formA = new HarmonicFit(1);
        private final HarmonicFit formM = new HarmonicFit(1);
        private final HarmonicFit formZ0 = new HarmonicFit(1);
        private final Moments chi2 = new Moments();
        private final Moments ndof = new Moments();

        void add(Leg leg) {
            ExactTrack track = leg.before;
            double eta = track.eta();
            double phi = track.phi();
            double k = track.k();
            curvature.add(phi, leg.shift(), k, -k * k, track.charge());
            d0.add(phi, UM_PER_MM * (leg.after.fitted().d0() - track.fitted().d0()), 1);
            z0.add(phi, UM_PER_MM * (leg.after.fitted().z0() - track.fitted().z0()), 1);
            formA.add(phi, form.a().at(eta, phi), 1);
            formM.add(phi, form.m().at(eta, phi), 1);
            formZ0.add(phi, UM_PER_MM * form.z0().at(eta, phi), 1);
            chi2.add(leg.after.chi2() - track.chi2());
            ndof.add(track.ndof());
        }

        WeakModeLegs result(double low, double high) {
            List<Harmonics> terms = curvature.result();
            return new WeakModeLegs(
                    low,
                    high,
                    chi2.count(),
                    terms.get(0),
                    terms.get(1),
                    terms.get(2),
                    d0.result().get(0),
                    z0.result().get(0),
                    formA.result().get(0),
                    formM.result().get(0),
                    formZ0.result().get(0),
                    chi2.mean(),
                    ndof.mean());
        }
    }

    private WeakModeMasses masses(String name, List<PairChange> changes, WeakModeCalibration calibration) {
        List<PairChange> barrel = changes.stream()
                .filter(c ->
                        Math.abs(c.plus().eta()) < BARREL && Math.abs(c.minus().eta()) < BARREL)
                .toList();
        double all = Double.POSITIVE_INFINITY;
        return new WeakModeMasses(
                name,
                shift(-all, all, changes, calibration),
                shift(-all, all, barrel, calibration),
                bins(Binning.PAIR_ETA, ExactTrack::eta, changes, calibration),
                bins(Binning.PAIR_PHI, ExactTrack::phi, changes, calibration));
    }

    private List<MassShift> bins(
            Binning binning,
            ToDoubleFunction<ExactTrack> coordinate,
            List<PairChange> changes,
            WeakModeCalibration calibration) {
        List<MassShift> shifts = new ArrayList<>();
        for (int bin = 0; bin < binning.bins(); bin++) {
            int wanted = bin;
            List<PairChange> inside = changes.stream()
                    .filter(c -> binning.indexOf(coordinate.applyAsDouble(c.plus())) == wanted)
                    .toList();
            shifts.add(shift(binning.lowEdge(bin), binning.highEdge(bin), inside, calibration));
        }
        return shifts;
    }

    private MassShift shift(double low, double high, List<PairChange> changes, WeakModeCalibration calibration) {
        TwinMoments shifts = new TwinMoments();
        TwinMoments forms = new TwinMoments();
        for (PairChange change : changes) {
            shifts.add(change, change.after().mass() / change.before().mass() - 1);
            forms.add(change, form.mass(change.plus(), change.minus()));
        }
        Moments found = shifts.moments();
        WeakModeCalibration.Mean after = calibration.after(changes);
        return new MassShift(
                low,
                high,
                changes.size(),
                found.mean(),
                Math.sqrt(found.varianceOfMean()),
                forms.moments().mean(),
                after.value(),
                after.error());
    }
}
