package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.PairMass;

/** Mass spectra of a sample before and after the correction, beside the ideal world scaled to as many pairs. */
public final class MassPeakStudy {
    private static final int BINS = 80;

    private final Binning binning;

    /** @param low lower edge of the spectrum [GeV]; high upper edge [GeV] */
    public MassPeakStudy(double low, double high) {
        this.binning = new Binning(BINS, low, high);
    }

    public MassPeak peak(String name, PairStore sample, PairStore ideal, Correction correction) {
        long[] before = new long[BINS];
        long[] after = new long[BINS];
        long[] target = new long[BINS];
        sample.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.measured().get(i);
                PairMass mass = pair.pairMass();
                count(before, mass.mass());
                mass.setCurvatures(
                        LegResponse.of(pair.plus(), correction).corrected(),
                        LegResponse.of(pair.minus(), correction).corrected());
                count(after, mass.mass());
            }
        });
        ideal.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                count(target, block.measured().get(i).mass());
            }
        });
        double scale = (double) sample.size() / ideal.size();
        List<SpectrumBin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            bins.add(new SpectrumBin(
                    binning.lowEdge(b),
                    binning.highEdge(b),
                    before[b],
                    after[b],
                    scale * target[b],
                    scale * Math.sqrt((double) target[b])));
        }
        return new MassPeak(name, bins);
    }

    private void count(long[] bins, double mass) {
        int bin = binning.indexOf(mass);
        if (bin >= 0) {
            bins[bin]++;
        }
    }
}
