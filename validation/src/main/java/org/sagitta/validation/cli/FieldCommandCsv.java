package org.sagitta.validation.cli;

import java.util.Locale;
import org.sagitta.fieldmap.compare.FieldComparison;
import org.sagitta.fieldmap.compare.FieldRatioMap;
import org.sagitta.fieldmap.compare.MaxwellResiduals;
import org.sagitta.fieldmap.compare.TrackFieldRatio.OverPhi;
import org.sagitta.geometry.units.Units;

/** A field comparison as CSV text with all digits. */
final class FieldCommandCsv {
    private FieldCommandCsv() {}

    /** One line per node. */
    static String map(FieldRatioMap map) {
        StringBuilder text = new StringBuilder("r_m,phi_rad,z_m,Bz_ratio_minus_one,delta_Br_T,delta_Bphi_T\n");
        for (FieldRatioMap.Node node : map.nodes()) {
            line(
                    text,
                    node.r() / Units.M,
                    node.phi(),
                    node.z() / Units.M,
                    node.bzRatio(),
                    node.deltaBr(),
                    node.deltaBphi());
        }
        return text.toString();
    }

    /** One line per pseudorapidity. */
    static String tracks(FieldComparison comparison) {
        StringBuilder text = new StringBuilder("eta,r_end_m,Bz_ratio_minus_one,Bz_half_range,"
                + "bending_ratio_minus_one,bending_half_range,sagitta_ratio_minus_one,sagitta_half_range\n");
        for (FieldComparison.Track track : comparison.tracks()) {
            OverPhi bz = track.bz();
            OverPhi bending = track.bending();
            OverPhi sagitta = track.sagitta();
            line(
                    text,
                    track.eta(),
                    track.endRadius() / Units.M,
                    bz.mean() - 1,
                    bz.halfRange(),
                    bending.mean() - 1,
                    bending.halfRange(),
                    sagitta.mean() - 1,
                    sagitta.halfRange());
        }
        return text.toString();
    }

    /** One line per field. */
    static String maxwell(String numerator, String denominator, FieldComparison comparison) {
        StringBuilder text = new StringBuilder("model,points,div_max_T_per_m,div_rms_T_per_m,"
                + "curl_max_T_per_m,curl_rms_T_per_m,gradient_rms_T_per_m\n");
        maxwell(text, numerator, comparison.numerator());
        maxwell(text, denominator, comparison.denominator());
        return text.toString();
    }

    private static void maxwell(StringBuilder text, String model, MaxwellResiduals m) {
        text.append(String.format(Locale.ROOT, "%s,%d,", model, m.points()));
        line(text, m.divMax(), m.divRms(), m.curlMax(), m.curlRms(), m.gradientRms());
    }

    private static void line(StringBuilder text, double... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        text.append('\n');
    }
}
