package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;

/** Keeps samples as HDF5 files, in a folder for each world. */
final class SampleFolder implements SampleArchive {
    private final Path folder;
    private final String version;
    private final long limit;
    private final List<FileQueue> queues = new ArrayList<>();

    /**
     * @param version of the program, for the record; the commit follows a +
     * @param limit pairs to keep of each sample, the first ones
     */
    SampleFolder(Path folder, String version, long limit) {
        this.folder = folder;
        this.version = version;
        this.limit = limit;
    }

    @Override
    public PairSink sink(Scenario world, Resonance resonance, Consumer<Runnable> later) {
        FileQueue queue = new FileQueue(later);
        queues.add(queue);
        return new SampleFiles(
                folder.resolve(world.name()), resonance.name(), provenance(world, resonance), queue, limit);
    }

    private Provenance provenance(Scenario world, Resonance resonance) {
        int plus = version.indexOf('+');
        String revision = plus < 0 ? "" : version.substring(plus + 1);
        return new Provenance(
                version, revision, resonance.name(), world.name(), ScenarioYaml.write(world), world.seed());
    }

    @Override
    public void finish() {
        queues.forEach(FileQueue::finish);
    }
}
