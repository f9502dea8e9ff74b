package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;

/** Numbered muons; the same for whoever asks. */
interface MuonSource {
    GeneratedMuon muon(long number);

    /** Muons one by one over a phase space. */
    static MuonSource of(MuonGun gun, long seed, String sample) {
        RandomStream stream = RandomStream.of(sample, RandomPurpose.GENERATION);
        return number -> gun.generate(EventRandom.of(seed, stream, number));
    }

    /** Muons of several guns in turn: number n comes from gun n modulo their number. */
    static MuonSource inTurn(List<MuonGun> guns, long seed, String sample) {
        RandomStream stream = RandomStream.of(sample, RandomPurpose.GENERATION);
        return number -> guns.get((int) (number % guns.size())).generate(EventRandom.of(seed, stream, number));
    }

    /** The muons of pairs, the positive ones at even places. */
    static MuonSource of(PairGenerator generator, long seed, String sample) {
        RandomStream stream = RandomStream.of(sample, RandomPurpose.GENERATION);
        return number -> {
            GeneratedPair pair = generator.generate(EventRandom.of(seed, stream, number / 2));
            return number % 2 == 0 ? pair.plus() : pair.minus();
        };
    }

    /** The muons of pairs, the positive ones at even places; every second pair is the one before it with the charges exchanged. */
    static MuonSource twins(PairGenerator generator, long seed, String sample) {
        RandomStream stream = RandomStream.of(sample, RandomPurpose.GENERATION);
        return number -> {
            GeneratedPair pair = generator.generate(EventRandom.of(seed, stream, number / 4));
            int charge = number % 2 == 0 ? 1 : -1;
            boolean exchanged = number % 4 >= 2;
            GeneratedMuon momentum = (charge > 0) == exchanged ? pair.minus() : pair.plus();
            return new GeneratedMuon(charge, momentum.momentum(), momentum.vertex());
        };
    }
}
