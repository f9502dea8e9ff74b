package org.sagitta.data.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;

/** Finds scenarios: those that come with the program by name, others by path. */
public final class Scenarios {
    /** Both worlds the same. */
    public static final String IDEAL = "ideal";

    /** A truth as far from the reconstruction as CMS was from its own in 2011. */
    public static final String W_LIKE_2011 = "w-like-2011";

    /** The same with a truth as detailed as it can be: matter, losses, scattering, hits, radiation. */
    public static final String W_LIKE_2011_DETAILED = "w-like-2011-detailed";

    private Scenarios() {}

    /** Names of the scenarios that come with the program. */
    public static List<String> names() {
        return List.of(IDEAL, W_LIKE_2011, W_LIKE_2011_DETAILED);
    }

    /**
     * The scenario of this name among those that come with the program.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Scenario bundled(String name) {
        return ScenarioYaml.parse(name + ".yaml", bundledText(name));
    }

    /** The text of a scenario that comes with the program, comments included: a starting point for one's own. */
    public static String bundledText(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("no scenario " + name + ", there are " + names());
        }
        try (InputStream in = Scenarios.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("resource of scenario " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The scenario that a user asked for: a name of one that comes with the program, otherwise a path.
     *
     * @throws BadInputException (usage) if there is neither, or the file is no valid scenario
     */
    public static Scenario find(String nameOrPath) {
        if (names().contains(nameOrPath)) {
            return bundled(nameOrPath);
        }
        Path file = Path.of(nameOrPath);
        if (!Files.exists(file) && !nameOrPath.contains("/") && !nameOrPath.endsWith(".yaml")) {
            throw BadInputException.usage("scenario '" + nameOrPath + "' is neither a file nor one of "
                    + String.join(", ", names()) + DidYouMean.hint(nameOrPath, names()));
        }
        return ScenarioYaml.read(file);
    }
}
