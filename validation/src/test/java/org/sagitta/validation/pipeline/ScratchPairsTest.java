package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.PairSample;
import org.sagitta.validation.study.PairStore;
import org.sagitta.validation.study.TruthPair;

class ScratchPairsTest {
    /** Two full buffers and a part of a third. */
    private static final int PAIRS = 2 * PairStore.BLOCK + 100;

    @TempDir
    private Path folder = Path.of("");

    private static Dimuon pair(int i) {
        return new Dimuon(
                new Muon(0.1 + i, -i, 1e-3 * i, Charge.POSITIVE),
                new Muon(0.2 + i, 2 * i, 1.0 / (1 + i), Charge.NEGATIVE),
                0.3 + i);
    }

    private static TruthPair truth(int i) {
        return new TruthPair(3L * i, 0.4 + i, 0.5 + i, 0.6 + i);
    }

    private static ScratchPairs filled(Path folder) {
        ScratchPairs pairs = new ScratchPairs(folder);
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(pair(i), truth(i));
        }
        pairs.complete();
        return pairs;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void pairsComeBackToTheBit() throws IOException {
        try (ScratchPairs pairs = filled(folder)) {
            assertEquals(PAIRS, pairs.size());
            int[] seen = new int[1];
            pairs.forEachBlock(block -> {
                for (int i = 0; i < block.size(); i++) {
                    assertEquals(pair(seen[0]), block.measured().get(i));
                    assertEquals(truth(seen[0]++), block.truth(i));
                }
            });
            assertEquals(PAIRS, seen[0]);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void anyBlockCanBeRead() {
        try (ScratchPairs pairs = filled(folder)) {
            PairSample block = pairs.block(PairStore.BLOCK - 3, PairStore.BLOCK + 2);
            DimuonSample measured = pairs.measured().block(PairStore.BLOCK - 3, PairStore.BLOCK + 2);

            assertEquals(5, block.size());
            assertEquals(PAIRS, pairs.measured().size());
            for (int i = 0; i < 5; i++) {
                assertEquals(truth(PairStore.BLOCK - 3 + i), block.truth(i));
                assertEquals(pair(PairStore.BLOCK - 3 + i), measured.get(i));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> pairs.block(PAIRS - 1, PAIRS + 1));
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));

        BadInputException failure = assertThrows(BadInputException.class, () -> new ScratchPairs(noFolder));

        assertTrue(failure.toString().contains(noFolder.toString()), failure.toString());
    }
}
