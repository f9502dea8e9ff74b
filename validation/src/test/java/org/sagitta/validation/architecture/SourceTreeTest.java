package org.sagitta.validation.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show. Maven runs the tests of a module in its folder, beside the other modules. */
class SourceTreeTest {
    private static final Path HOUSE = Path.of("..");
    private static final List<String> MODULES =
            List.of("geometry", "fieldmap", "kalman", "calibration", "data", "validation", "bench");

    @Test
    void everyPackageTellsANewcomerWhereToStart() throws IOException {
        List<Path> packages = sources("package-info.java");
        List<Path> silent =
                packages.stream().filter(p -> !read(p).contains("/**")).toList();

        assertFalse(packages.isEmpty(), "no sources found in " + HOUSE.toAbsolutePath());
        assertEquals(List.of(), silent, "package-info without a text");
    }

    @Test
    void sourcesNameNoMachine() throws IOException {
        List<Path> wrong = sources(".java").stream()
                .filter(p -> !p.endsWith("SourceTreeTest.java"))
                .filter(p -> Stream.of("/home/", "/work/", "/tmp/").anyMatch(read(p)::contains))
                .toList();

        assertEquals(List.of(), wrong, "paths of somebody's machine");
    }

    private static List<Path> sources(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(HOUSE.resolve(module).resolve("src"))) {
                files.filter(p -> p.toString().endsWith(ending)).sorted().forEach(found::add);
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
