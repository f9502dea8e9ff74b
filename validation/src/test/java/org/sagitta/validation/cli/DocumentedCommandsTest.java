package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import picocli.CommandLine;

/**
 * Holds the documentation to what the program does. The commands of a worked page run as they stand, in order, in an empty
 * folder of the page; the commands of all other pages at least are commands, with options that exist.
 *
 * <p>A process cannot change its folder, so relative paths are taken from the folder of the page where the command line
 * turns words into paths. A worked page therefore names all its files: an output left to its default would go elsewhere.
 */
@Execution(ExecutionMode.CONCURRENT)
class DocumentedCommandsTest {
    private static final Path DOCS = Path.of("..", "docs");

    /** Worked pages of docs/; name yours here. */
    private static final List<String> WORKED =
            List.of("challenge.md", "export.md", "methods.md", "pseudodata.md", "weak-modes.md");

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> theCommandsOfWorkedPagesRun() {
        return WORKED.stream()
                .map(name -> dynamicTest(name, () -> {
                    DocumentedPage page = DocumentedPage.read(DOCS.resolve(name));
                    assertFalse(page.commands().isEmpty(), name + " has no command");
                    run(page);
                }));
    }

    @Test
    void theCommandsOfAllPagesAreCommands() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            assertAll(files.filter(file -> file.toString().endsWith(".md"))
                    .map(DocumentedPage::read)
                    .flatMap(page -> page.commands().stream().map(command -> parses(page, command))));
        }
    }

    private static Executable parses(DocumentedPage page, DocumentedPage.Command command) {
        return () ->
                assertDoesNotThrow(() -> Sagitta.commandLine().parseArgs(command.args()), page.name() + ", " + command);
    }

    /** Runs a page in a folder of its own. */
    private void run(DocumentedPage page) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "page");
        for (DocumentedPage.Command command : page.commands()) {
            CommandLine line = Sagitta.commandLine().registerConverter(Path.class, folder::resolve);
            CommandRun run = CommandRun.of(line, inFolder(folder, command.args()));
            assertEquals(ExitCode.OK, run.exitCode(), page.name() + ", " + command + "\n" + run.err());
        }
    }

    /** A scenario may be a name, so its option is no path. */
    private static String[] inFolder(Path folder, String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (args[i - 1].equals("--scenario") && Files.exists(folder.resolve(args[i]))) {
                args[i] = folder.resolve(args[i]).toString();
            }
        }
        return args;
    }

    @Test
    void aPageRunsInItsFolder() throws IOException {
        run(page(
                "Text, and ./sagitta in it.",
                "",
                "    ./sagitta simulate --scenario ideal --resonance JPSI --pairs 1 \\",
                "        -o pairs.h5 --hepmc 'all pairs.hepmc3' --progress none  # one pair",
                "    ./sagitta simulate --input \"all pairs.hepmc3\" -o again.h5 --progress none"));
        try (Stream<Path> files = Files.walk(temporary)) {
            assertEquals(
                    List.of("again.h5", "all pairs.hepmc3", "pairs.h5"),
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aCommandThatFailsIsNamed() {
        DocumentedPage page = page("", "    ./sagitta geometry summary", "    ./sagitta geometry nothing");
        AssertionError error = assertThrows(AssertionError.class, () -> run(page));
        assertTrue(String.valueOf(error.getMessage()).contains("page.md, line 3: ./sagitta geometry nothing"));
    }

    @Test
    void whatNeedsAShellIsRefused() {
        for (String command : List.of("field models > out.txt", "closure; ls", "pulls --seed $SEED", "closure 'x")) {
            assertThrows(IllegalArgumentException.class, () -> page("    ./sagitta " + command), command);
        }
    }

    private static DocumentedPage page(String... lines) {
        return DocumentedPage.parse("page.md", List.of(lines));
    }
}
