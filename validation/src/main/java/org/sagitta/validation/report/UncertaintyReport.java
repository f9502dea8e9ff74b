package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sagitta.validation.study.UncertaintyPart;

/** The parts of the error of a calibration: as a table in ppm, and as JSON of schema {@value #SCHEMA}. */
public final class UncertaintyReport {
    public static final String SCHEMA = "sagitta-uncertainties/1";

    private static final double PPM = 1e-6;

    private UncertaintyReport() {}

    /** Several lines, each with an end of line. */
    public static String table(List<UncertaintyPart> parts) {
        StringBuilder text = new StringBuilder();
        line(text, "%-50s %9s %19s %9s %9s", "part", "Upsilon", "Z", "even 45", "odd 45");
        for (UncertaintyPart part : parts) {
            boolean shift = part.kind() == UncertaintyPart.Kind.SYSTEMATIC;
            line(
                    text,
                    shift ? "%-50s %+9.2f %+9.2f +- %6.2f %9.2f %9.2f" : "%-50s %9.2f %9.2f%10s %9.2f %9.2f",
                    part.name(),
                    part.upsilon() / PPM,
                    part.z() / PPM,
                    shift ? part.zError() / PPM : "",
                    part.even() / PPM,
                    part.odd() / PPM);
        }
        return text.toString();
    }

    /** The same as JSON, in units of 1. */
    public static ObjectNode tree(String scenario, long seed, int jpsi, List<UncertaintyPart> parts) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("jpsi", jpsi);
        for (UncertaintyPart part : parts) {
            ObjectNode node = root.withArray("parts").addObject();
            node.put("name", part.name());
            node.put("kind", part.kind().name().toLowerCase(Locale.ROOT));
            JsonNumbers.put(node, "upsilon", part.upsilon());
            JsonNumbers.put(node, "z", part.z());
            JsonNumbers.put(node, "z_error", part.zError());
            JsonNumbers.put(node, "even_45_gev", part.even());
            JsonNumbers.put(node, "odd_45_gev", part.odd());
        }
        return root;
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
