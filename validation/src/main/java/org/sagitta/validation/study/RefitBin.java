package org.sagitta.validation.study;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Fits and listed tracks of one bin.
 *
 * @param name for people, as "|eta| < 0.9"
 * @param low lower edge of the binned variable
 * @param high upper edge, may be infinite
 * @param tracks selected
 * @param fitted of them fitted
 * @param good of them with chi2/ndof below {@link TrackComparison#LARGEST_GOOD_CHI2}
 * @param sameCharge of the fitted ones with the charge listed
 * @param differences spread of each quantity over the fitted tracks
 * @param chi2PerNdof median over the fitted tracks
 * @param listedChi2PerNdof median of the listed values over the same tracks
 */
public record RefitBin(
        String name,
        double low,
        double high,
        int tracks,
        int fitted,
        int good,
        int sameCharge,
        RefitDifferences differences,
        double chi2PerNdof,
        double listedChi2PerNdof) {

    /** The bin that holds these tracks. */
    static RefitBin of(String name, double low, double high, List<TrackComparison> tracks) {
        List<TrackComparison> fitted =
                tracks.stream().filter(t -> t.fitted().isPresent()).toList();
        return new RefitBin(
                name,
                low,
                high,
                tracks.size(),
                fitted.size(),
                (int) tracks.stream().filter(TrackComparison::isGood).count(),
                (int) fitted.stream().filter(RefitBin::hasListedCharge).count(),
                RefitDifferences.of(fitted),
                Spread.over(fitted, RefitBin::chi2PerNdof).median(),
                Spread.over(fitted, RefitBin::listedChi2PerNdof).median());
    }

    private static OptionalDouble chi2PerNdof(TrackComparison track) {
        return track.fitted()
                .filter(fit -> fit.ndof() > 0)
                .map(fit -> OptionalDouble.of(fit.chi2PerNdof()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble listedChi2PerNdof(TrackComparison track) {
        return OptionalDouble.of(track.listed().chi2() / track.listed().ndof());
    }

    private static boolean hasListedCharge(TrackComparison track) {
        return track.fitted()
                .map(fit -> fit.atListed().charge() == track.listed().charge())
                .orElse(false);
    }

    /** Share of the selected tracks with a good fit, empty if none is selected. */
    public OptionalDouble goodFraction() {
        return tracks == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) good / tracks);
    }
}
