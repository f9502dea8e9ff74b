package org.sagitta.validation.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sagitta.fieldmap.compare.FieldComparison;
import org.sagitta.fieldmap.compare.FieldRatioMap;
import org.sagitta.fieldmap.compare.InSituField;
import org.sagitta.fieldmap.compare.MaxwellResiduals;
import org.sagitta.fieldmap.compare.TrackFieldRatio.OverPhi;
import org.sagitta.geometry.units.Units;

/** A field comparison as tables for people and as JSON for programs. */
record FieldCommandReport(String numerator, String denominator, FieldComparison comparison) {
    private static final String SCHEMA = "sagitta-field-compare/1";
    private static final double PER_MILLE = 1e-3;

    /** Tables; ratios minus one in units of 1e-3. */
    String tables() {
        StringBuilder out = new StringBuilder();
        print(out, "Field ratio %s / %s, minus one, in units of 1e-3%n", numerator, denominator);
        ratioTable(out, comparison.map());
        FieldRatioMap.Summary all = comparison.map().bzRatio();
        print(
                out,
                "%nAll nodes: mean %.3f, rms spread %.3f, min %.3f, max %.3f%n",
                all.mean() / PER_MILLE,
                all.rms() / PER_MILLE,
                all.min() / PER_MILLE,
                all.max() / PER_MILLE);
        phiLine(out, comparison.map());
        difference(out, "Br", comparison.map().deltaBr());
        difference(out, "Bphi", comparison.map().deltaBphi());
        trackTable(out);
        maxwellTable(out);
        inSitu(out);
        return out.toString();
    }

    private static void ratioTable(StringBuilder out, FieldRatioMap map) {
        print(out, "%nBz, mean over phi%n%-13s", "r (m) \\ z (m)");
        map.z().forEach(z -> print(out, " %6.1f", z / Units.M));
        print(out, "   mean%n");
        for (int i = 0; i < map.r().size(); i++) {
            print(out, "%-13.1f", map.r().get(i) / Units.M);
            for (int k = 0; k < map.z().size(); k++) {
                print(out, " %6.3f", map.bzRatioOverPhi(i, k).mean() / PER_MILLE);
            }
            print(out, " %6.3f%n", map.bzRatioByR().get(i).mean() / PER_MILLE);
        }
        print(out, "%-13s", "mean");
        map.bzRatioByZ().forEach(s -> print(out, " %6.3f", s.mean() / PER_MILLE));
        print(out, "%n");
    }

    private static void phiLine(StringBuilder out, FieldRatioMap map) {
        List<FieldRatioMap.Summary> byPhi = map.bzRatioByPhi();
        double min =
                byPhi.stream().mapToDouble(FieldRatioMap.Summary::mean).min().orElseThrow();
        double max =
                byPhi.stream().mapToDouble(FieldRatioMap.Summary::mean).max().orElseThrow();
        print(
                out,
                "Means over r and z at %d azimuths: from %.3f to %.3f%n",
                byPhi.size(),
                min / PER_MILLE,
                max / PER_MILLE);
    }

    private static void difference(StringBuilder out, String component, FieldRatioMap.Summary s) {
        print(
                out,
                "Difference of %-4s (mT): rms %.3f, min %.3f, max %.3f%n",
                component,
                s.rmsAroundZero() * 1e3,
                s.min() * 1e3,
                s.max() * 1e3);
    }

    private void trackTable(StringBuilder out) {
        print(
                out,
                "%nAlong straight tracks from the origin to r = 1.1 m or |z| = 2.8 m: mean and half range over phi%n"
                        + "%5s %9s %18s %18s %18s%n",
                "eta",
                "r end (m)",
                "Bz",
                "Bz - Br sinh eta",
                "sagitta weight");
        for (FieldComparison.Track track : comparison.tracks()) {
            print(
                    out,
                    "%5.1f %9.2f %18s %18s %18s%n",
                    track.eta(),
                    track.endRadius() / Units.M,
                    text(track.bz()),
                    text(track.bending()),
                    text(track.sagitta()));
        }
    }

    private static String text(OverPhi ratio) {
        return String.format(
                Locale.ROOT, "%.3f +- %.3f", (ratio.mean() - 1) / PER_MILLE, ratio.halfRange() / PER_MILLE);
    }

    private void maxwellTable(StringBuilder out) {
        print(
                out,
                "%nMaxwell (T/m), %d points in r < 1.1 m, |z| < 2.75 m%n%-26s %9s %9s %9s %9s %9s%n",
                comparison.numerator().points(),
                "model",
                "div max",
                "div rms",
                "curl max",
                "curl rms",
                "gradient");
        maxwellLine(out, numerator, comparison.numerator());
        maxwellLine(out, denominator, comparison.denominator());
    }

    private static void maxwellLine(StringBuilder out, String model, MaxwellResiduals m) {
        print(
                out,
                "%-26s %9.1e %9.1e %9.1e %9.1e %9.1e%n",
                model,
                m.divMax(),
                m.divRms(),
                m.curlMax(),
                m.curlRms(),
                m.gradientRms());
    }

    private static void inSitu(StringBuilder out) {
        print(
                out,
                "%nNMR probe near R = %.2f m, z = %.2f m: surface 2006 %.4f T, in situ 2008 %.4f T, TOSCA %.4f T%n"
                        + "in situ / surface %.6f, TOSCA / surface %.6f, in situ / TOSCA %.6f (not applied above)%n",
                InSituField.PROBE_R_M,
                InSituField.PROBE_Z_M,
                InSituField.SURFACE_2006_T,
                InSituField.IN_SITU_2008_T,
                InSituField.TOSCA_T,
                InSituField.IN_SITU_OVER_SURFACE,
                InSituField.TOSCA_OVER_SURFACE,
                InSituField.IN_SITU_OVER_TOSCA);
    }

    private static void print(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    /** One JSON object; ratios minus one, units in the keys. */
    String json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA).put("numerator", numerator).put("denominator", denominator);
        FieldRatioMap map = comparison.map();
        ObjectNode volume = root.putObject("volume");
        volume.set("bz_ratio_minus_one", json(map.bzRatio()));
        volume.set("delta_br_t", json(map.deltaBr()));
        volume.set("delta_bphi_t", json(map.deltaBphi()));
        means(volume.putArray("by_r"), "r_m", metres(map.r()), map.bzRatioByR());
        means(volume.putArray("by_z"), "z_m", metres(map.z()), map.bzRatioByZ());
        means(volume.putArray("by_phi"), "phi_rad", map.phi(), map.bzRatioByPhi());
        ArrayNode tracks = root.putArray("tracks");
        for (FieldComparison.Track track : comparison.tracks()) {
            ObjectNode node = tracks.addObject();
            node.put("eta", track.eta()).put("r_end_m", track.endRadius() / Units.M);
            node.set("bz", json(track.bz()));
            node.set("bending", json(track.bending()));
            node.set("sagitta", json(track.sagitta()));
        }
        ArrayNode maxwell = root.putArray("maxwell");
        maxwell.add(json(numerator, comparison.numerator()));
        maxwell.add(json(denominator, comparison.denominator()));
        root.putObject("nmr")
                .put("surface_2006_t", InSituField.SURFACE_2006_T)
                .put("in_situ_2008_t", InSituField.IN_SITU_2008_T)
                .put("tosca_t", InSituField.TOSCA_T)
                .put("in_situ_over_surface", InSituField.IN_SITU_OVER_SURFACE)
                .put("tosca_over_surface", InSituField.TOSCA_OVER_SURFACE)
                .put("in_situ_over_tosca", InSituField.IN_SITU_OVER_TOSCA);
        return root.toPrettyString() + "\n";
    }

    private static List<Double> metres(List<Double> axis) {
        return axis.stream().map(x -> x / Units.M).toList();
    }

    private static ObjectNode json(FieldRatioMap.Summary s) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mean", s.mean())
                .put("rms_spread", s.rms())
                .put("min", s.min())
                .put("max", s.max());
    }

    private static ObjectNode json(OverPhi ratio) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ratio_minus_one", ratio.mean() - 1)
                .put("half_range", ratio.halfRange());
    }

    private static ObjectNode json(String model, MaxwellResiduals m) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", model)
                .put("points", m.points())
                .put("div_max_t_per_m", m.divMax())
                .put("div_rms_t_per_m", m.divRms())
                .put("curl_max_t_per_m", m.curlMax())
                .put("curl_rms_t_per_m", m.curlRms())
                .put("gradient_rms_t_per_m", m.gradientRms());
    }

    private static void means(ArrayNode into, String key, List<Double> axis, List<FieldRatioMap.Summary> summaries) {
        for (int i = 0; i < axis.size(); i++) {
            into.addObject()
                    .put(key, axis.get(i))
                    .put("bz_ratio_minus_one", summaries.get(i).mean());
        }
    }
}
