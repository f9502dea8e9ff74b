package org.sagitta.validation.study;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tables and event displays of the CERN Open Data portal that are recognised by their content. Licence CC0-1.0; author T. McCauley; neither
 * CMS nor CERN endorses results made with them.
 */
public enum OpenDataRecord {
    /** Part of the parent data set DOI 10.7483/OPENDATA.CMS.RZ34.QR6N. */
    JPSI_2011(5203, "95bf87f7c14758b4"),
    /** Part of the parent data set DOI 10.7483/OPENDATA.CMS.RZ34.QR6N. */
    UPSILON_2011(5206, "b2757444c7339f8e"),
    /** DOI 10.7483/OPENDATA.CMS.CB8H.MFFA. */
    MU_2010_FIRST(700, "7af9206099dca533"),
    /** The first two events of 4lepton.ig, DOI 10.7483/OPENDATA.CMS.N9MJ.QEEC. */
    HIGGS_CANDIDATES(300, "a0d3ca7767a718cb");

    private final int number;
    private final String sha256Start;

    OpenDataRecord(int number, String sha256Start) {
        this.number = number;
        this.sha256Start = sha256Start;
    }

    /** The record that a file with this SHA-256 (lower-case hexadecimal) comes from. */
    public static Optional<OpenDataRecord> ofSha256(String sha256) {
        return Arrays.stream(values())
                .filter(known -> sha256.startsWith(known.sha256Start))
                .findFirst();
    }

    /** What plots and tables made from it carry. */
    public String label() {
        return "CMS Open Data record " + number;
    }
}
