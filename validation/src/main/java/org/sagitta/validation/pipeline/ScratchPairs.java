package org.sagitta.validation.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.PairSample;
import org.sagitta.validation.study.PairStore;
import org.sagitta.validation.study.TruthPair;

/**
 * The pairs of a sample in a file without a name, which is gone when it is closed or the program ends, so that a run needs
 * as much memory for ten million events as for a thousand. First filled by one thread at a time, then completed, then
 * read by any number of threads.
 */
final class ScratchPairs implements PairStore, AutoCloseable {
    private static final int NUMBERS = 11;
    private static final int ROW = NUMBERS * Double.BYTES;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROW * BLOCK);
    private int size;

    /**
     * @param folder where the file is; made if it does not exist
     * @throws BadInputException (usage) if there can be no file
     */
    ScratchPairs(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, ".pairs-", ".tmp");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw BadInputException.usage("folder " + folder + ": no file for pairs can be made (" + e + ")");
        }
    }

    /** Appends a pair. */
    void add(Dimuon pair, TruthPair truth) {
        if (!buffer.hasRemaining()) {
            complete();
        }
        putLeg(pair.plus());
        putLeg(pair.minus());
        buffer.putDouble(pair.massSigma());
        buffer.putLong(truth.event())
                .putDouble(truth.kPlus())
                .putDouble(truth.kMinus())
                .putDouble(truth.mass());
        size++;
    }

    private void putLeg(Muon leg) {
        buffer.putDouble(leg.k()).putDouble(leg.eta()).putDouble(leg.phi());
    }

    /** Makes all pairs readable. */
    void complete() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw BadInputException.usage("pairs cannot be written beside the samples: " + e.getMessage());
        }
        buffer.clear();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PairSample block(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        ByteBuffer rows = read(from, to);
        PairSample.Builder pairs = PairSample.builder(to - from);
        while (!pairs.isFull()) {
            Muon plus = leg(rows, Charge.POSITIVE);
            Muon minus = leg(rows, Charge.NEGATIVE);
            Dimuon measured = new Dimuon(plus, minus, rows.getDouble());
            pairs.add(measured, truth(rows));
        }
        return pairs.build();
    }

    private static TruthPair truth(ByteBuffer rows) {
        return new TruthPair(rows.getLong(), rows.getDouble(), rows.getDouble(), rows.getDouble());
    }

    private static Muon leg(ByteBuffer rows, Charge charge) {
        return new Muon(rows.getDouble(), rows.getDouble(), rows.getDouble(), charge);
    }

    private ByteBuffer read(int from, int to) {
        ByteBuffer rows = ByteBuffer.allocate(Math.multiplyExact(ROW, to - from));
        try {
            while (rows.hasRemaining()) {
                if (channel.read(rows, (long) ROW * from + rows.position()) < 0) {
                    throw new IOException("the file ends too early");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("pairs cannot be read again: " + e.getMessage(), e);
        }
        return rows.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("file of pairs cannot be closed", e);
        }
    }
}
