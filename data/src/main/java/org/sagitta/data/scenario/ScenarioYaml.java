package org.sagitta.data.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Scenario files: YAML 1.2, one document. Strict: unknown, missing or repeated keys, values of the wrong type or out of
 * range are refused with one line. Keys carry their units; lengths become mm and energies GeV on the way in.
 */
public final class ScenarioYaml {
    private ScenarioYaml() {}

    /**
     * Reads a scenario file.
     *
     * @throws BadInputException (usage) if the file cannot be read or is no valid scenario, (data) if a field map that it
     *     names cannot be used; the message names file, line and key
     */
    public static Scenario read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            BadInputException bad = BadInputException.usage("cannot read scenario " + file + ": " + IoReason.of(e));
            bad.initCause(e);
            throw bad;
        }
    }

    /**
     * Reads a scenario from text.
     *
     * @param file name for messages; relative paths in the text start from its folder
     * @throws BadInputException (usage) if the text is no valid scenario, (data) if a field map that it names cannot be used
     */
    public static Scenario parse(String file, String text) {
        return new ScenarioReader(file).read(compose(file, text));
    }

    private static Node compose(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowNonScalarKeys(true)
                .setSchema(new CoreSchema())
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> BadInputException.usage(file + ": the scenario is empty"));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(YamlMap::line).orElse("");
            throw notYaml(file + line + ": not valid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw notYaml(file + ": not valid YAML: " + problem, e);
        }
    }

    private static BadInputException notYaml(String message, Exception cause) {
        BadInputException bad = BadInputException.usage(message);
        bad.initCause(cause);
        return bad;
    }

    /**
     * The canonical text of a scenario: every key written out, in a fixed order. Reading it gives an equal scenario, and
     * equal scenarios have equal texts; files carry it as their provenance.
     */
    public static String write(Scenario scenario) {
        return new ScenarioWriter().write(scenario);
    }
}
