package org.sagitta.calibration.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.geometry.input.BadInputException;

/**
 * A {@link Correction} as the four histograms that the W analysis of CMS reads (WRemnants, muon_calibration.py), in the JSON
 * of the Unified Histogram Interface (uhi_schema 1), which the Python packages hist and boost-histogram load:
 *
 * <pre>
 *   A, e, M            against eta, with variances: k' = k (1 + A - e k) + q M; A without unit, e in GeV, M in 1/GeV
 *   covariance_matrix  of all of them, in the order A, e, M of the first eta bin, A, e, M of the second, ...
 * </pre>
 *
 * <p>The diagonal of the covariance is equal to the variances to the bit, which that program checks. All variances are
 * larger by one part in a million than ours, so that the matrix is positive definite also in double precision; that
 * program takes square roots of its eigenvalues.
 */
public final class UhiJson {
    /** Acceptance in |eta|. */
    public static final double ETA_MAX = 2.4;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String version;
    private final String provenance;

    /** What to do with a correction that is not of that form. */
    public enum Approximation {
        /** It is refused. */
        REFUSED,
        /** Means over phi and over eta within a bin are written, and the file says of what. */
        AVERAGED
    }

    /**
     * @param version of the program
     * @param provenance where the correction comes from; goes into the metadata of each histogram
     */
    public UhiJson(String version, String provenance) {
        this.version = version;
        this.provenance = provenance;
    }

    /**
     * The text of the file, with equal bins over |eta| below {@value #ETA_MAX}.
     *
     * @throws BadInputException (usage) if the correction is not of the form and is to be refused then
     */
    public String write(Correction correction, int etaBins, Approximation approximation) {
        EtaBinning bins = EtaBinning.uniform(etaBins, -ETA_MAX, ETA_MAX);
        List<String> approximated = AemTable.approximations(correction, bins);
        if (approximation == Approximation.REFUSED && !approximated.isEmpty()) {
            throw BadInputException.usage("the correction does not fit into A, e and M of " + etaBins + " eta bins: "
                    + String.join(", ", approximated) + "; --average writes means");
        }
        AemTable table = new AemTable(correction, bins);
        String means = approximated.isEmpty() ? "none" : String.join(", ", approximated);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("A", parameter(table, 0, "A", "1", means, etaBins));
        root.set("e", parameter(table, 1, "e", "GeV", means, etaBins));
        root.set("M", parameter(table, 2, "M", "1/GeV", means, etaBins));
        root.set("covariance_matrix", covariance(table, means));
        try {
            return MAPPER.writer(new DefaultPrettyPrinter())
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a correction could not be written as JSON", e);
        }
    }

    private ObjectNode parameter(AemTable table, int kind, String name, String unit, String means, int etaBins) {
        ObjectNode histogram = histogram(name, unit, means);
        histogram.putArray("axes").add(axis("scale_eta", etaBins, -ETA_MAX, ETA_MAX));
        ObjectNode storage = histogram.putObject("storage").put("type", "weighted");
        storage.set("values", numbers(table.values(kind)));
        storage.set("variances", numbers(table.variances(kind)));
        return histogram;
    }

    private ObjectNode covariance(AemTable table, String means) {
        ObjectNode histogram = histogram("covariance_matrix", "products of the units of A, e, M", means);
        double[][] rows = table.covariance();
        histogram
                .putArray("axes")
                .add(axis("parameter_1", rows.length, 0, rows.length))
                .add(axis("parameter_2", rows.length, 0, rows.length));
        ArrayNode values = histogram.putObject("storage").put("type", "double").putArray("values");
        for (double[] row : rows) {
            values.add(numbers(row));
        }
        return histogram;
    }

    private ObjectNode histogram(String name, String unit, String means) {
        ObjectNode histogram = JsonNodeFactory.instance.objectNode().put("uhi_schema", 1);
        histogram.putObject("writer_info").putObject("sagitta").put("version", version);
        histogram
                .putObject("metadata")
                .put("name", name)
                .put("unit", unit)
                .put("formula", "k' = k (1 + A - e k) + charge M, k = 1/pT")
                .put("means_taken_since", means)
                .put("provenance", provenance);
        return histogram;
    }

    private static ObjectNode axis(String name, int bins, double low, double high) {
        ObjectNode axis = JsonNodeFactory.instance.objectNode().put("type", "regular");
        axis.put("lower", low).put("upper", high).put("bins", bins);
        axis.put("underflow", false).put("overflow", false).put("circular", false);
        axis.putObject("metadata").put("name", name);
        return axis;
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }
}
