package org.sagitta.geometry.detector;

/** The six parts of the CMS silicon tracker of 2008-2016, from the beam outwards. */
public enum Subdetector {
    BPIX,
    FPIX,
    TIB,
    TID,
    TOB,
    TEC;

    public boolean isBarrel() {
        return this == BPIX || this == TIB || this == TOB;
    }

    public boolean isPixel() {
        return this == BPIX || this == FPIX;
    }
}
