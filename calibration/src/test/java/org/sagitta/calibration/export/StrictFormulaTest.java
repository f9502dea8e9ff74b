package org.sagitta.calibration.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The grammar of the tests against what the evaluator of correctionlib (commit 23c0eece) was seen to do, where it differs
 * from ROOT and from Java.
 */
class StrictFormulaTest {
    private static final List<Double> VARIABLES = List.of(3.0, -2.0, 0.5, 10.0);
    private static final double[] PARAMETERS = {7, 11};

    @ParameterizedTest
    @CsvSource({
        "-x^2, 9",
        "2^3^2, 512",
        "10-3-2, 5",
        "16/4/2, 2",
        "1+2*x, 7",
        "2*-x, -6",
        "x-1, 2",
        "-(x+1), -4",
        "1e-05, 1e-5",
        "1.*x, 3",
        "-1^2, 1",
        "1+x==4, 1",
        "[0]*z+[1], 14.5",
        "log10(1000)-log(1), 3",
        "abs(y)*sqrt( 4 ), 4",
        "x<y, 0",
        "t/x*(1+y), -3.3333333333333335",
    })
    void evaluates(String expression, double value) {
        assertEquals(value, new StrictFormula(expression, 4).value(VARIABLES, PARAMETERS), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"'max(x,y)', 3", "'min(x,y)', -2", "'pow(x,2)', 9", "'atan2(0,x)', 0"})
    void evaluatesFunctionsOfTwo(String expression, double value) {
        assertEquals(value, new StrictFormula(expression, 4).value(VARIABLES, PARAMETERS), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E-5",
                "1e+5",
                ".5",
                "+x",
                "--x",
                "TMath::Sin(x)",
                "x y",
                "(x",
                "sin x",
                "u",
                "[a]",
                "",
                "x**2",
                "2x"
            })
    void refuses(String expression) {
        assertThrows(IllegalArgumentException.class, () -> new StrictFormula(expression, 4), expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "x+t"})
    void refusesMissingVariables(String expression) {
        assertThrows(IllegalArgumentException.class, () -> new StrictFormula(expression, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = "[2]")
    void refusesMissingParameters(String expression) {
        StrictFormula formula = new StrictFormula(expression, 4);
        assertThrows(IndexOutOfBoundsException.class, () -> formula.value(VARIABLES, PARAMETERS));
    }
}
