package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

/**
 * Pairs whose mass error has the natural width of the resonance added in quadrature, so that a fit gives them the weight
 * they have.
 *
 * @param relativeWidth what is added to the relative mass error
 */
record WidenedSource(DimuonSource narrow, double relativeWidth) implements DimuonSource {
    @Override
    public int size() {
        return narrow.size();
    }

    @Override
    public DimuonSample block(int from, int to) {
        DimuonSample block = narrow.block(from, to);
        return block.replaced(i -> widened(block.get(i)));
    }

    private Dimuon widened(Dimuon pair) {
        return new Dimuon(pair.plus(), pair.minus(), Math.hypot(pair.massSigma(), relativeWidth * pair.mass()));
    }

    /** The pair as it was before, which is how a target knows it. */
    static Dimuon narrowed(Dimuon wide, double relativeWidth) {
        double added = relativeWidth * wide.mass();
        // above zero but for the last bits of very precise pairs
        double square = Math.max(1e-12, wide.massSigma() * wide.massSigma() - added * added);
        return new Dimuon(wide.plus(), wide.minus(), Math.sqrt(square));
    }
}
