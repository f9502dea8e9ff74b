package org.sagitta.validation.study;

/**
 * A figure about the detector that others have published or computed.
 *
 * @param quantity pt, d0, z0, phi, cot_theta; mass_JPSI and so on; pixel_layers, strip_layers, pixel_hits, strip_hits
 * @param ptGev transverse momentum of the muons [GeV], NaN if the figure has none
 * @param absEtaLow lower end of the range of |eta|; equal to the upper one for a figure at a point
 * @param valueLow the figure, or the lower end of a range of figures
 * @param valueHigh upper end
 */
public record PublishedFigure(
        String quantity,
        double ptGev,
        double absEtaLow,
        double absEtaHigh,
        double valueLow,
        double valueHigh,
        String unit,
        Known known,
        String source) {

    /** How well a figure is known. */
    public enum Known {
        /** Read in the text of a publication. */
        TEXT,
        /** Read off a published figure by a third party. */
        FIGURE,
        /** Measured on real muons. */
        DATA,
        /** Computed from the nominal sensors. */
        COMPUTED,
        /** General knowledge: a guide to 20 %. */
        RECALLED
    }

    /** The figure, or the middle of its range. */
    public double value() {
        return 0.5 * (valueLow + valueHigh);
    }
}
