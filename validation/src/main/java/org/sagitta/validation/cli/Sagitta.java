package org.sagitta.validation.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. Every other command is a class of this package and one entry in {@code subcommands}. */
@Command(
        name = "sagitta",
        mixinStandardHelpOptions = true,
        description = "An open laboratory for the muon momentum scale: tracker simulation, Kalman track fit,"
                + " calibration on J/psi -> mu mu.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a fault of the program itself, please report it; or too little memory, as it then says",
            "2:wrong flag, scenario or other configuration",
            "3:a data file is missing, unreadable or holds something that is not allowed",
            "4:a closure or other threshold was exceeded",
            "130:interrupted; files already written are complete"
        },
        footer = {"", "Results go to standard output, everything else to standard error.", "Start with: sagitta closure"
        },
        subcommands = {
            ClosureCommand.class,
            SimulateCommand.class,
            FieldCommand.class,
            GeometryCommand.class,
            PullsCommand.class,
            ValidateCommand.class,
            EffectsCommand.class,
            BudgetCommand.class,
            ResolutionCommand.class,
            TargetsCommand.class,
            YardstickCommand.class,
            WeakModesCommand.class,
            CoverageCommand.class,
            UncertaintiesCommand.class,
            ChallengeCommand.class,
            CalibrateCommand.class,
            ModelsCommand.class,
            CompareMethodsCommand.class,
            ApplyCommand.class,
            ExportCommand.class,
            PseudodataCommand.class,
            RefitCommand.class
        })
public final class Sagitta implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "With an internal error, print where in the program it happened.")
    private boolean verbose;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is needed");
    }

    /** The command line ready to execute; tests give it their own writers. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Sagitta());
        Failures failures = new Failures();
        line.setParameterExceptionHandler(failures::wrongParameter);
        line.setExecutionExceptionHandler(failures::failedExecution);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        tellVersion(line);
        return line;
    }

    private static void tellVersion(CommandLine line) {
        line.getCommandSpec().versionProvider(new Version());
        line.getSubcommands().values().forEach(Sagitta::tellVersion);
    }

    boolean isVerbose() {
        return verbose;
    }

    private static int execute(String[] args) {
        try {
            return commandLine().execute(args);
        } catch (OutOfMemoryError e) {
            System.err.println("sagitta: out of memory; fewer threads need less, JAVA_OPTS=-Xmx4g allows more");
            return ExitCode.INTERNAL;
        }
    }

    public static void main(String[] args) {
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!ended.get()) {
                System.err.println();
                System.err.println("sagitta: interrupted");
            }
        }));
        int code = execute(args);
        ended.set(true);
        System.exit(code);
    }
}
