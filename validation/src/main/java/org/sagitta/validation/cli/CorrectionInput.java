package org.sagitta.validation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * A correction in a file, and where it comes from.
 *
 * @param origin name and hash of the file, and what it says about its own origin: one line
 */
record CorrectionInput(Correction correction, String origin) {

    /**
     * The correction in a file.
     *
     * @throws BadInputException (data) if the file cannot be read or holds something else
     */
    static CorrectionInput read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw BadInputException.data("cannot read " + file + ": " + IoReason.of(e));
        }
        String origin = file.getFileName() + ", sha256 " + Sha256.of(file);
        try {
            return new CorrectionInput(CorrectionJson.read(text), origin + ownOrigin(text));
        } catch (BadInputException e) {
            throw BadInputException.data(file + ": " + e.getMessage());
        }
    }

    private static String ownOrigin(String text) {
        try {
            JsonNode origin = new ObjectMapper().readTree(text).path("provenance");
            return origin.isMissingNode() ? "" : ", made by " + origin;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the text has been read before", e);
        }
    }
}
