package org.sagitta.validation.challenge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.validation.study.PairSample;
import org.sagitta.validation.study.PairStore;
import org.sagitta.validation.study.SamplePair;
import org.sagitta.validation.study.TruthPair;

/**
 * What only the scorer sees: the hidden world, and the test samples with the true curvature of every muon, in the hidden
 * world and, the same events, in the ideal one.
 *
 * @param scenario the hidden scenario as YAML, with its seed
 * @param samples by name of the resonance
 */
public record SealedTruth(String scenario, Map<String, SamplePair> samples) {
    private static final String MAGIC = "sagitta-challenge-truth/1";

    public SealedTruth {
        samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
    }

    /** The content as bytes, compressed: a magic word, the scenario, then each sample as rows of eleven numbers. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes, 1 << 16))) {
            putText(out, MAGIC);
            putText(out, scenario);
            out.writeInt(samples.size());
            for (Map.Entry<String, SamplePair> sample : samples.entrySet()) {
                putText(out, sample.getKey());
                put(out, sample.getValue().scenario());
                put(out, sample.getValue().ideal());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return bytes.toByteArray();
    }

    private static void putText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static void put(DataOutputStream out, PairStore pairs) throws IOException {
        out.writeInt(pairs.size());
        for (int from = 0; from < pairs.size(); from += PairStore.BLOCK) {
            PairSample block = pairs.block(from, Math.min(from + PairStore.BLOCK, pairs.size()));
            for (int i = 0; i < block.size(); i++) {
                put(out, block.measured(), i, block.truth(i));
            }
        }
    }

    private static void put(DataOutputStream out, DimuonSample pairs, int i, TruthPair truth) throws IOException {
        out.writeLong(truth.event());
        out.writeDouble(pairs.kPlus(i));
        out.writeDouble(pairs.etaPlus(i));
        out.writeDouble(pairs.phiPlus(i));
        out.writeDouble(pairs.kMinus(i));
        out.writeDouble(pairs.etaMinus(i));
        out.writeDouble(pairs.phiMinus(i));
        out.writeDouble(pairs.massSigma(i));
        out.writeDouble(truth.kPlus());
        out.writeDouble(truth.kMinus());
        out.writeDouble(truth.mass());
    }

    /**
     * The inverse of {@link #toBytes}.
     *
     * @throws IOException if the bytes are not of that form
     */
    static SealedTruth of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16))) {
            String magic = text(in);
            if (!magic.equals(MAGIC)) {
                throw new IOException("its truth is of version '" + magic + "', this program reads '" + MAGIC + "'");
            }
            String scenario = text(in);
            Map<String, SamplePair> samples = new LinkedHashMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = text(in);
                PairSample hidden = pairs(in);
                samples.put(name, new SamplePair(hidden, pairs(in), SamplePair.Partner.SAME_EVENTS));
            }
            return new SealedTruth(scenario, samples);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static PairSample pairs(DataInputStream in) throws IOException {
        PairSample.Builder pairs = PairSample.builder(in.readInt());
        while (!pairs.isFull()) {
            long event = in.readLong();
            Muon plus = new Muon(in.readDouble(), in.readDouble(), in.readDouble(), Charge.POSITIVE);
            Muon minus = new Muon(in.readDouble(), in.readDouble(), in.readDouble(), Charge.NEGATIVE);
            Dimuon measured = new Dimuon(plus, minus, in.readDouble());
            pairs.add(measured, new TruthPair(event, in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return pairs.build();
    }
}
