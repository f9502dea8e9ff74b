package org.sagitta.validation.challenge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;

/**
 * The folder of a challenge:
 *
 * <pre>
 *   challenge.json           what it is, SHA-256 of all files and of the truth ({@link Challenge})
 *   README.md                the rules for people
 *   data/JPSI-000.h5         measured pairs of the hidden world
 *   simulation/JPSI-000.h5   pairs of the ideal world, with their truth
 *   truth.sealed             the hidden world and the test samples, closed ({@link Seal}, {@link SealedTruth})
 * </pre>
 *
 * <p>The key is a file beside the folder, which the maker keeps. Immutable.
 */
public final class ChallengeFolder {
    /** Name of the description in the folder. */
    public static final String DESCRIPTION = "challenge.json";

    static final String SEALED = "truth.sealed";

    private static final String KEY_SCHEMA = "sagitta-challenge-key/1";
    private static final int ID_BYTES = 8;

    private final Path folder;

    public ChallengeFolder(Path folder) {
        this.folder = folder;
    }

    /** Where the key of a new challenge goes: beside the folder, with its name. */
    public Path keyFile() {
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + "-key.json");
    }

    /**
     * Completes a folder that holds the public samples: seals the truth, describes all, and writes the key beside it.
     *
     * @throws BadInputException (usage) if a file cannot be written
     */
    public void complete(String version, String reconstruction, ChallengeRules rules, SealedTruth truth) {
        byte[] idBytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(idBytes);
        String id = HexFormat.of().formatHex(idBytes);
        String key = Seal.newKey();
        byte[] plain = truth.toBytes();
        byte[] sealed = new Seal(key, id).close(plain);
        AtomicFile.write(folder.resolve(SEALED), out -> out.write(sealed));
        AtomicFile.writeText(folder.resolve("README.md"), rules.text(id));
        Challenge challenge = new Challenge(id, version, reconstruction, rules.ranges(), hashes(), Digest.of(plain));
        AtomicFile.writeText(folder.resolve(DESCRIPTION), challenge.toJson());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", KEY_SCHEMA);
        node.put("id", id);
        node.put("algorithm", Seal.ALGORITHM);
        node.put("key", key);
        AtomicFile.writeText(keyFile(), Challenge.printed(node));
    }

    private Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .filter(file -> !file.equals(folder.resolve(DESCRIPTION)))
                    .forEach(file ->
                            hashes.put(folder.relativize(file).toString().replace('\\', '/'), Digest.of(file)));
        } catch (IOException e) {
            throw BadInputException.usage("cannot read " + folder + ": " + IoReason.of(e));
        }
        return hashes;
    }

    /** What the folder says of itself. */
    public Challenge challenge() {
        Path file = folder.resolve(DESCRIPTION);
        return Challenge.of(text(file), file.toString());
    }

    /** Public files whose path in the folder begins so, in order. */
    public List<Path> files(String prefix) {
        return challenge().files().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(folder::resolve)
                .toList();
    }

    /**
     * The truth, after all files of the folder and the truth itself have been found to be those that were described.
     *
     * @throws BadInputException (data) if a file is missing or altered, or the key is not that of the challenge
     */
    public SealedTruth open(Path keyFile) {
        Challenge challenge = challenge();
        challenge.files().forEach(this::check);
        JsonNode key = Challenge.tree(text(keyFile), keyFile.toString(), KEY_SCHEMA);
        String id = Challenge.word(key, "id", keyFile.toString());
        if (!id.equals(challenge.id())) {
            throw BadInputException.data(
                    keyFile + ": it is the key of challenge " + id + ", " + folder + " is challenge " + challenge.id());
        }
        byte[] plain = seal(Challenge.word(key, "key", keyFile.toString()), id, keyFile)
                .open(bytes(folder.resolve(SEALED)))
                .orElseThrow(
                        () -> BadInputException.data(keyFile + ": the key does not open " + folder.resolve(SEALED)));
        if (!Digest.of(plain).equals(challenge.commitment())) {
            throw BadInputException.data(folder.resolve(SEALED) + ": the truth in it is not the one that " + DESCRIPTION
                    + " promised (truth_sha256 differs)");
        }
        try {
            return SealedTruth.of(plain);
        } catch (IOException e) {
            throw BadInputException.data(folder.resolve(SEALED) + ": " + IoReason.of(e));
        }
    }

    private static Seal seal(String key, String id, Path keyFile) {
        try {
            return new Seal(key, id);
        } catch (IllegalArgumentException e) {
            throw BadInputException.data(keyFile + ": " + e.getMessage());
        }
    }

    private void check(String name, String sha256) {
        Path file = folder.resolve(name);
        if (!Digest.of(file).equals(sha256)) {
            throw BadInputException.data(file + ": altered since the challenge was made (SHA-256 differs)");
        }
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw BadInputException.data("cannot read " + file + ": " + IoReason.of(e));
        }
    }
}
