package org.sagitta.calibration.model;

import java.util.List;

/**
 * The misalignment M(eta, phi) [1/GeV]: in each eta bin a sum of harmonics.
 *
 * @param bins of eta; {@link EtaBinning#NONE} if there is no misalignment
 * @param harmonics of every bin, ascending; none exactly if there are no bins
 */
public record MisalignmentShape(EtaBinning bins, List<Harmonic> harmonics) {
    /** No misalignment. */
    public static final MisalignmentShape NONE = new MisalignmentShape(EtaBinning.NONE, List.of());

    /** Sorts the harmonics. */
    public MisalignmentShape {
        if ((bins.size() == 0) != harmonics.isEmpty()) {
            throw new IllegalArgumentException("misalignment: " + bins.size() + " eta bins with " + harmonics.size()
                    + " terms; give both or none");
        }
        if (harmonics.stream().distinct().count() < harmonics.size()) {
            throw new IllegalArgumentException("misalignment: a term occurs twice in " + harmonics);
        }
        harmonics = harmonics.stream().sorted().toList();
    }

    /** Number of parameters. */
    public int size() {
        return bins.size() * harmonics.size();
    }

    /** The largest order of the harmonics; 0 if M does not depend on phi. */
    public int order() {
        return harmonics.stream().mapToInt(Harmonic::order).max().orElse(0);
    }
}
