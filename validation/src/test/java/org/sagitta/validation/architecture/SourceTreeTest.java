package org.sagitta.validation.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show. Maven runs the tests of a module in its folder, beside the other modules. */
class SourceTreeTest {
    private static final Path HOUSE = Path.of("..");
    private static final List<String> MODULES =
            List.of("geometry", "fieldmap", "kalman", "calibration", "data", "validation", "bench");

    private static final Pattern RELATIVE_LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");

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

    @Test
    void everyLinkOfTheDocumentationLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = RELATIVE_LINK.matcher(read(page));
            while (link.find()) {
                Path folder = Objects.requireNonNull(page.getParent());
                if (!Files.exists(folder.resolve(link.group(1)))) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }

        assertEquals(List.of(), broken);
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        String index = read(HOUSE.resolve("docs/index.md"));
        List<String> missing = pages().stream()
                .filter(p -> p.toString().contains("decisions"))
                .map(p -> p.getFileName().toString())
                .filter(name -> !index.contains("(decisions/" + name + ")"))
                .toList();

        assertEquals(List.of(), missing);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(HOUSE.resolve("README.md"), HOUSE.resolve("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(HOUSE.resolve("docs"))) {
            files.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
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
