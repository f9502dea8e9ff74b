package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;

/** Resolutions of the track parameters at the beam line against |eta|, for muons of a few fixed transverse momenta. */
public final class ResolutionStudy implements TrackStudy<ResolutionStudy> {
    /** A muon belongs to a momentum if it has it but for rounding. */
    private static final double SAME = 1e-9;

    private final List<Double> momenta;
    private final List<Map<TrackQuantity, EtaResiduals>> residuals = new ArrayList<>();
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);

    private enum Fate {
        FITTED,
        NOT_FITTED
    }

    /** @param momenta transverse momenta of the muons [GeV] */
    public ResolutionStudy(List<Double> momenta) {
        this.momenta = List.copyOf(momenta);
        for (int i = 0; i < momenta.size(); i++) {
            Map<TrackQuantity, EtaResiduals> empty = new EnumMap<>(TrackQuantity.class);
            for (TrackQuantity quantity : TrackQuantity.values()) {
                empty.put(quantity, new EtaResiduals());
            }
            residuals.add(empty);
        }
    }

    @Override
    public void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
        fates.merge(Fate.FITTED, 1L, Long::sum);
        residuals
                .get(place(pt))
                .forEach((quantity, values) -> values.add(Math.abs(eta), quantity.residual(fitted, truth)));
    }

    private int place(double pt) {
        for (int i = 0; i < momenta.size(); i++) {
            if (Math.abs(pt / momenta.get(i) - 1) < SAME) {
                return i;
            }
        }
        throw new IllegalArgumentException("muon of pT " + pt + " GeV in a study of " + momenta + " GeV");
    }

    @Override
    public void addFailure(double eta, double pt, String reason) {
        fates.merge(Fate.NOT_FITTED, 1L, Long::sum);
    }

    @Override
    public void addOther(String fitStatus) {
        fates.merge(Fate.NOT_FITTED, 1L, Long::sum);
    }

    @Override
    public void merge(ResolutionStudy later) {
        later.fates.forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        for (int i = 0; i < residuals.size(); i++) {
            Map<TrackQuantity, EtaResiduals> more = later.residuals.get(i);
            residuals.get(i).forEach((quantity, values) -> values.merge(Objects.requireNonNull(more.get(quantity))));
        }
    }

    @Override
    public long muons() {
        return fitted() + fates.getOrDefault(Fate.NOT_FITTED, 0L);
    }

    /** Number of muons with a clean track that was fitted. */
    public long fitted() {
        return fates.getOrDefault(Fate.FITTED, 0L);
    }

    /**
     * The resolution of a quantity in its unit.
     *
     * @param pt one of the momenta [GeV]
     * @param absEtaLow a multiple of 0.1, as is {@code absEtaHigh}
     */
    public Resolution resolution(TrackQuantity quantity, double pt, double absEtaLow, double absEtaHigh) {
        EtaResiduals values = Objects.requireNonNull(residuals.get(place(pt)).get(quantity));
        return Resolution.of(values.between(absEtaLow, absEtaHigh));
    }
}
