package org.sagitta.calibration.model;

import java.util.List;

/**
 * The misalignment M(eta, phi) [1/GeV]: functions of eta, each times harmonics of phi.
 *
 * @param basis functions of eta: bins or a spline; {@link EtaBinning#NONE} if there is no misalignment
 * @param harmonics of every function, ascending; none exactly if there is no function
 */
public record MisalignmentShape(EtaBasis basis, List<Harmonic> harmonics) {
    /** No misalignment. */
    public static final MisalignmentShape NONE = new MisalignmentShape(EtaBinning.NONE, List.of());

    /** Sorts the harmonics. */
    public MisalignmentShape {
        if ((basis.size() == 0) != harmonics.isEmpty()) {
            throw new IllegalArgumentException("misalignment: " + basis.size() + " functions of eta with "
                    + harmonics.size() + " terms; give both or none");
        }
        if (basis instanceof EtaPolynomial) {
            throw new IllegalArgumentException("misalignment: " + basis + "; it must be bins or a spline");
        }
        if (harmonics.stream().distinct().count() < harmonics.size()) {
            throw new IllegalArgumentException("misalignment: a term occurs twice in " + harmonics);
        }
        harmonics = harmonics.stream().sorted().toList();
    }

    /** Number of parameters. */
    public int size() {
        return basis.size() * harmonics.size();
    }

    /** The largest order of the harmonics; 0 if M does not depend on phi. */
    public int order() {
        return harmonics.stream().mapToInt(Harmonic::order).max().orElse(0);
    }
}
