package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sagitta.validation.challenge.ChallengeScore;
import org.sagitta.validation.study.BiasBin;

/** The score of an answer as JSON, schema {@value #SCHEMA}; figures that do not exist are null. */
public final class ChallengeJson {
    public static final String SCHEMA = "sagitta-challenge-score/1";

    private ChallengeJson() {}

    /**
     * The whole score.
     *
     * @param id of the challenge
     * @param correctionSha256 hash of the answer
     */
    public static ObjectNode tree(String id, String correctionSha256, ChallengeScore score) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("challenge", id);
        root.put("correction_sha256", correctionSha256);
        JsonNumbers.put(root, "score", score.total());
        JsonNumbers.put(root, "score_before", score.totalBefore());
        for (ChallengeScore.Part part : score.parts()) {
            ObjectNode node = root.withArray("parts").addObject();
            node.put("name", part.name());
            node.put("limit", part.limit());
            JsonNumbers.put(node, "score", part.score());
            JsonNumbers.put(node, "score_before", part.scoreBefore());
            JsonNumbers.put(node, "chi2", part.chi2());
            for (BiasBin bin : part.bins()) {
                ObjectNode row = node.withArray("bins").addObject();
                JsonNumbers.put(row, "low", bin.low());
                JsonNumbers.put(row, "high", bin.high());
                JsonNumbers.put(row, "before", bin.before());
                JsonNumbers.put(row, "after", bin.after());
                JsonNumbers.put(row, "stat", bin.stat());
            }
        }
        return root;
    }
}
