package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Properties;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SagittaTest {

    @Command(name = "failing")
    static final class Failing implements Callable<Integer> {
        private final Exception failure;

        Failing(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    private static CommandRun fail(Exception failure, String... flags) {
        CommandLine line = Sagitta.commandLine();
        line.addSubcommand(new Failing(failure));
        String[] args = new String[flags.length + 1];
        System.arraycopy(flags, 0, args, 0, flags.length);
        args[flags.length] = "failing";
        return CommandRun.of(line, args);
    }

    @Test
    void helpDocumentsEveryExitCode() {
        CommandRun run = CommandRun.of("--help");

        assertEquals(ExitCode.OK, run.exitCode());
        for (int code : new int[] {0, 1, 2, 3, 4, 130}) {
            assertTrue(run.out().lines().anyMatch(l -> l.strip().startsWith(code + " ")), "exit code " + code);
        }
    }

    @Test
    void wrongFlagIsOneLineWithTheNearestRightOne() {
        CommandRun run = CommandRun.of("closure", "--scenaro", "ideal");

        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains("--scenaro"), run.err());
        assertTrue(run.err().contains("did you mean --scenario"), run.err());
        assertTrue(run.err().contains("sagitta closure --help"), run.err());
    }

    @Test
    void wrongValueIsOneLine() {
        CommandRun run = CommandRun.of("closure", "--jpsi", "many");

        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains("many"), run.err());
    }

    @Test
    void missingCommandIsAUsageError() {
        CommandRun run = CommandRun.of();

        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
    }

    @Test
    void unknownCommandNamesTheNearestOne() {
        CommandRun run = CommandRun.of("closur");

        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("did you mean closure"), run.err());
    }

    @Test
    void badConfigurationAndBadDataHaveTheirOwnCodes() {
        CommandRun usage = fail(BadInputException.usage("scenario x.yaml: key seeed"));
        CommandRun data = fail(BadInputException.data("file.csv line 3: column pt"));

        assertEquals(ExitCode.USAGE, usage.exitCode());
        assertEquals("sagitta failing: scenario x.yaml: key seeed", usage.err().strip());
        assertEquals(ExitCode.DATA, data.exitCode());
        assertEquals("sagitta failing: file.csv line 3: column pt", data.err().strip());
    }

    @Test
    void internalErrorIsOneLineAndShowsItsPlaceOnRequest() {
        Exception fault = new IllegalStateException("two\n lines");
        CommandRun quiet = fail(fault);
        CommandRun verbose = fail(fault, "--verbose");

        assertEquals(ExitCode.INTERNAL, quiet.exitCode());
        assertEquals(1, quiet.errorLines(), quiet.err());
        assertTrue(quiet.err().contains("internal error"), quiet.err());
        assertTrue(quiet.err().contains("two lines"), quiet.err());
        assertTrue(quiet.err().contains("--verbose"), quiet.err());
        assertTrue(verbose.err().contains("at org.sagitta.validation.cli.SagittaTest"), verbose.err());
    }

    @Test
    void interruptionHasItsCode() {
        assertEquals(ExitCode.INTERRUPTED, fail(new InterruptedException()).exitCode());
    }

    @Test
    void versionIsThatOfTheBuild() {
        CommandRun run = CommandRun.of("--version");

        assertEquals(ExitCode.OK, run.exitCode());
        assertTrue(run.out().startsWith("sagitta " + Version.text()), run.out());
        assertFalse(run.out().contains("$"), "a property that the build did not fill: " + run.out());
        assertFalse(run.out().contains("unknown"), run.out());
    }

    @Test
    void everyCommandTellsTheVersionAndHelps() {
        for (String command : Sagitta.commandLine().getSubcommands().keySet()) {
            assertTrue(CommandRun.of(command, "--version").out().contains(Version.text()), command);
            assertTrue(CommandRun.of(command, "--help").out().contains("Usage: sagitta " + command), command);
        }
    }

    @Test
    void versionNamesCommitAndChanges() {
        Properties properties = new Properties();
        properties.setProperty("version", "1.2");
        properties.setProperty("commit", "0123456789ab-dirty");

        assertEquals("1.2+0123456789ab-dirty", Version.text(properties));
    }

    @Test
    void versionOutsideGitHasNoHash() {
        Properties properties = new Properties();
        properties.setProperty("version", "1.2");
        properties.setProperty("commit", "none");

        assertEquals("1.2", Version.text(properties));
    }
}
