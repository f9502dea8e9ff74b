package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Table;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.validation.challenge.ChallengeFolder;
import org.sagitta.validation.challenge.ChallengeRules;
import org.sagitta.validation.challenge.SealedTruth;
import org.sagitta.validation.study.SamplePair;

/** Makes a challenge: draws a hidden truth, simulates it, publishes what may be seen and seals the rest. */
public final class ChallengeRun {
    private static final long ALL = Long.MAX_VALUE;

    private final String version;

    /** @param version of the program, for the record */
    public ChallengeRun(String version) {
        this.version = version;
    }

    /**
     * Fills the folder.
     *
     * @throws org.sagitta.geometry.input.BadInputException if a file cannot be written
     */
    public void make(ChallengeRequest request, ProgressListener progress) throws InterruptedException {
        ChallengeRules rules = new ChallengeRules(request.scenario());
        Scenario hidden = rules.hidden(request.seed()).withRun(request.seed(), request.pairs());
        String reconstruction = ScenarioYaml.write(rules.reconstruction());
        Archive archive = new Archive(request.folder(), hidden, reconstruction);
        try (ClosureSamples samples =
                new ClosureSamples(hidden, request.threads(), request.folder(), archive, progress)) {
            samples.independent(Resonance.JPSI);
            Map<String, SamplePair> tests = new LinkedHashMap<>();
            for (Resonance resonance : List.of(Resonance.UPSILON_1S, Resonance.Z)) {
                tests.put(resonance.name(), samples.sameEvents(resonance));
            }
            archive.finish();
            new ChallengeFolder(request.folder())
                    .complete(version, reconstruction, rules, new SealedTruth(ScenarioYaml.write(hidden), tests));
        }
    }

    /** Publishes the J/psi: of the hidden world what was measured, of the ideal one everything. */
    private final class Archive implements SampleArchive {
        private final Path folder;
        private final Scenario hidden;
        private final String reconstruction;
        private final List<FileQueue> queues = new ArrayList<>();

        Archive(Path folder, Scenario hidden, String reconstruction) {
            this.folder = folder;
            this.hidden = hidden;
            this.reconstruction = reconstruction;
        }

        @Override
        public PairSink sink(Scenario world, Resonance resonance, Consumer<Runnable> later) {
            if (resonance != Resonance.JPSI) {
                return PairSink.NONE;
            }
            FileQueue queue = new FileQueue(later);
            queues.add(queue);
            boolean isHidden = world.equals(hidden);
            String kind = isHidden ? "data" : "simulation";
            // Neither the seed nor the scenario of a public file may be those that made it.
            Provenance provenance =
                    new Provenance(version, "", resonance.name(), "challenge " + kind, reconstruction, 0);
            return isHidden
                    ? new SampleFiles(
                            folder.resolve(kind), resonance.name(), provenance, queue, ALL, ChallengeRun::measured)
                    : new SampleFiles(folder.resolve(kind), resonance.name(), provenance, queue, ALL);
        }

        @Override
        public void finish() {
            queues.forEach(FileQueue::finish);
        }
    }

    /** The table of pairs without its true columns. */
    static List<Table> measured(List<Table> tables) {
        return tables.stream()
                .filter(table -> table.name().equals("dimuon"))
                .map(table -> new Table(table.name(), table.rows(), measuredColumns(table)))
                .toList();
    }

    private static List<Column> measuredColumns(Table table) {
        return table.columns().stream()
                .filter(column -> !column.name().startsWith("gen_"))
                .toList();
    }
}
