package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagitta.validation.study.ClosureVerdict.Excess;

class ClosureVerdictTest {
    private static final double LIMIT = 2e-4;
    private static final BiasLimits LIMITS = BiasLimits.all(LIMIT);
    private static final double STAT = 1e-5;

    private static BiasBin after(double bias) {
        return new BiasBin(0, 1, 0, bias, STAT);
    }

    private static MassClosure closure(double inclusive, double eta, double phi) {
        return new MassClosure(after(inclusive), List.of(after(0), after(eta)), List.of(after(phi)));
    }

    @Test
    void worstBiasComesFirst() {
        Map<String, MassClosure> samples =
                Map.of("Z", closure(2.3e-4, 0, -2.5e-4), "UPSILON_1S", closure(0, 2.4e-4, 0));

        List<String> found = ClosureVerdict.excesses(samples, LIMITS).stream()
                .map(e -> e.sample() + " " + e.binning())
                .toList();

        assertEquals(List.of("Z by_phi", "UPSILON_1S by_eta", "Z inclusive"), found);
    }

    @Test
    void twiceTheErrorIsAllowedOnTop() {
        Map<String, MassClosure> samples = Map.of("Z", closure(LIMIT + 1.99 * STAT, LIMIT + 2.01 * STAT, 0));

        List<Excess> found = ClosureVerdict.excesses(samples, LIMITS);

        assertEquals(1, found.size());
        assertEquals("by_eta", found.get(0).binning());
    }

    @Test
    void binsMayHaveALimitOfTheirOwn() {
        Map<String, MassClosure> samples = Map.of("Z", closure(2 * LIMIT, 2 * LIMIT, 5 * LIMIT));

        List<Excess> found = ClosureVerdict.excesses(samples, new BiasLimits(LIMIT, 3 * LIMIT, 3 * LIMIT));

        assertEquals(
                List.of("by_phi", "inclusive"),
                found.stream().map(Excess::binning).toList());
        assertEquals(
                List.of(3 * LIMIT, LIMIT), found.stream().map(Excess::limit).toList());
    }

    @Test
    void jpsiAndEmptyBinsAreNoTest() {
        MassClosure empty =
                new MassClosure(after(0), List.of(new BiasBin(0, 1, Double.NaN, Double.NaN, Double.NaN)), List.of());

        assertEquals(List.of(), ClosureVerdict.excesses(Map.of("JPSI", closure(1, 1, 1), "Z", empty), LIMITS));
    }

    @Test
    void massThatCannotBeCorrectedDoesNotClose() {
        MassClosure broken = new MassClosure(new BiasBin(0, 1, 1e-3, Double.NaN, Double.NaN), List.of(), List.of());

        assertEquals(
                "inclusive",
                ClosureVerdict.excesses(Map.of("Z", broken), LIMITS).get(0).binning());
    }
}
