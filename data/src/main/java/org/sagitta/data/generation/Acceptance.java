package org.sagitta.data.generation;

/**
 * Which muons count: |eta| up to a limit and transverse momentum from a threshold.
 *
 * @param absEtaMax largest |eta|
 * @param ptMin smallest transverse momentum [GeV]
 */
public record Acceptance(double absEtaMax, double ptMin) {
    /**
     * Room left around the acceptance when generating, for muons that migrate in by resolution or a biased scale: ten
     * standard deviations in eta, and in pT four in the barrel and two at the edge of the tracker. What is missed
     * beyond is missed in the ideal world as well.
     */
    private static final double ETA_MARGIN = 0.02;

    private static final double PT_MARGIN = 0.04;

    public Acceptance {
        if (!(absEtaMax > 0) || !(ptMin >= 0) || !Double.isFinite(absEtaMax + ptMin)) {
            throw new IllegalArgumentException("acceptance |eta| < " + absEtaMax + ", pT > " + ptMin
                    + " GeV, allowed are |eta| above 0 and pT from 0");
        }
    }

    public boolean accepts(double pt, double eta) {
        return pt >= ptMin && Math.abs(eta) <= absEtaMax;
    }

    public boolean accepts(GeneratedMuon muon) {
        return accepts(muon.pt(), muon.eta());
    }

    /** Whether both muons are accepted. */
    public boolean accepts(GeneratedPair pair) {
        return accepts(pair.plus()) && accepts(pair.minus());
    }

    /**
     * How far inside a muon is, in units of the room around the acceptance, negative outside. The smaller, the less likely
     * it is accepted as measured.
     */
    public double depth(GeneratedMuon muon) {
        return Math.min((muon.pt() / ptMin - 1) / PT_MARGIN, (absEtaMax - Math.abs(muon.eta())) / ETA_MARGIN);
    }

    /** The wider acceptance in which pairs are generated: pT 4 % lower, |eta| 0.02 larger. */
    public Acceptance loosened() {
        return new Acceptance(absEtaMax + ETA_MARGIN, ptMin * (1 - PT_MARGIN));
    }
}
