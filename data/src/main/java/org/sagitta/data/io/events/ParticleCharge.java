package org.sagitta.data.io.events;

import java.util.OptionalInt;

/**
 * Electric charge of a particle from its number in the Monte Carlo numbering scheme of the Particle Data Group (Review of
 * Particle Physics 2024, section 45): the digits ... nq1 nq2 nq3 nJ name the quarks. What belongs to no numbered scheme, as
 * the particles of one generator or of a theory, has no charge here.
 */
public final class ParticleCharge {
    private static final int FIRST_HADRON = 100;
    private static final int FIRST_EXOTIC = 1_000_000;
    private static final int FIRST_LIGHT_MESON_RESONANCE = 9_000_000;
    private static final int FIRST_OF_ONE_GENERATOR = 9_900_000;
    private static final int FIRST_NUCLEUS = 1_000_000_000;

    private ParticleCharge() {}

    /** Three times the charge in units of the elementary charge; empty if the number does not tell. */
    public static OptionalInt threefold(int pdgId) {
        int id = Math.abs(pdgId);
        OptionalInt charge = id < FIRST_HADRON ? fundamental(id) : composite(id);
        return pdgId < 0 && charge.isPresent() ? OptionalInt.of(-charge.getAsInt()) : charge;
    }

    private static OptionalInt fundamental(int id) {
        return switch (id) {
            case 1, 3, 5 -> OptionalInt.of(-1);
            case 2, 4, 6 -> OptionalInt.of(2);
            case 11, 13, 15 -> OptionalInt.of(-3);
            case 12, 14, 16, 21, 22, 23, 25 -> OptionalInt.of(0);
            case 24 -> OptionalInt.of(3);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt composite(int id) {
        if (id >= FIRST_NUCLEUS) {
            return OptionalInt.of(3 * (id / 10_000 % 1000));
        }
        boolean hadron = id < FIRST_EXOTIC || (id >= FIRST_LIGHT_MESON_RESONANCE && id < FIRST_OF_ONE_GENERATOR);
        return hadron ? hadron(id / 1000 % 10, id / 100 % 10, id / 10 % 10) : OptionalInt.empty();
    }

    private static OptionalInt hadron(int q1, int q2, int q3) {
        if (q1 > 6 || q2 > 6 || q3 > 6 || q2 == 0) {
            return OptionalInt.empty();
        }
        if (q1 > 0) {
            return OptionalInt.of(quark(q1) + quark(q2) + quark(q3));
        }
        // Of a meson with a positive number the heavier quark is a quark if up-like, an antiquark if down-like.
        int difference = quark(q2) - quark(q3);
        return q3 == 0 ? OptionalInt.empty() : OptionalInt.of(q2 % 2 == 0 ? difference : -difference);
    }

    private static int quark(int flavour) {
        if (flavour == 0) {
            return 0;
        }
        return flavour % 2 == 0 ? 2 : -1;
    }
}
