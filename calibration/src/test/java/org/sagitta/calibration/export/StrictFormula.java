package org.sagitta.calibration.export;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formulas of correctionlib, by its own grammar and nothing beyond it: that of its first releases, which all later ones
 * contain. Not TFormula of ROOT, which is wider and differs.
 *
 * <pre>
 *   expression = atom (operator atom)*     == !=, then &lt; &lt;= &gt; &gt;=, then + -, then * /, all from the left; then ^ from
 *                                          the right
 *   atom       = literal | '-'? (function '(' ... ')' | '[' digits ']' | variable | '(' expression ')')
 *   literal    = '-'? digits ('.' digits?)? ('e' '-'? digits)?
 *   variable   = x | y | z | t
 * </pre>
 *
 * <p>So a minus belongs to its atom before any operator: -x^2 is (-x)^2. Blanks may stand between words.
 */
final class StrictFormula {
    private static final Pattern LITERAL = Pattern.compile("-?[0-9]+(\\.[0-9]*)?(e-?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[a-z]+[0-9]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]*");
    private static final Pattern OPERATOR = Pattern.compile("==|!=|>=|<=|>|<|-|\\+|/|\\*|\\^");
    private static final String VARIABLES = "xyzt";

    private static final Map<String, Integer> LEVEL = Map.ofEntries(
            Map.entry("==", 0),
            Map.entry("!=", 0),
            Map.entry(">", 1),
            Map.entry("<", 1),
            Map.entry(">=", 1),
            Map.entry("<=", 1),
            Map.entry("-", 2),
            Map.entry("+", 2),
            Map.entry("/", 3),
            Map.entry("*", 3),
            Map.entry("^", 4));

    private static final Map<String, DoubleUnaryOperator> UNARY = Map.of(
            "log", Math::log,
            "log10", Math::log10,
            "exp", Math::exp,
            "sqrt", Math::sqrt,
            "abs", Math::abs,
            "cos", Math::cos,
            "sin", Math::sin,
            "tan", Math::tan,
            "cosh", Math::cosh,
            "sinh", Math::sinh);

    private static final Map<String, DoubleBinaryOperator> BINARY =
            Map.of("atan2", Math::atan2, "pow", Math::pow, "max", Math::max, "min", Math::min);

    /** A part of a formula, given variables and parameters. */
    private interface Part {
        double value(List<Double> variables, double[] parameters);
    }

    private final String text;
    private final int variables;
    private int at;
    private final Part whole;

    /** @param variables how many the formula has */
    StrictFormula(String text, int variables) {
        this.text = text;
        this.variables = variables;
        this.whole = expression(0);
        if (at < text.length()) {
            throw fail("the formula ends before it does");
        }
    }

    /** Fails if a parameter is missing, as a vector that is read beyond its end should. */
    double value(List<Double> values, double[] parameters) {
        return whole.value(values, parameters);
    }

    private Part expression(int level) {
        Part left = atom();
        while (true) {
            int before = at;
            String operator = next(OPERATOR);
            if (operator.isEmpty() || LEVEL.getOrDefault(operator, -1) < level) {
                at = before;
                return left;
            }
            int own = LEVEL.getOrDefault(operator, 0);
            left = combined(operator, left, expression(operator.equals("^") ? own : own + 1));
        }
    }

    private static Part combined(String operator, Part a, Part b) {
        return switch (operator) {
            case "+" -> (v, p) -> a.value(v, p) + b.value(v, p);
            case "-" -> (v, p) -> a.value(v, p) - b.value(v, p);
            case "*" -> (v, p) -> a.value(v, p) * b.value(v, p);
            case "/" -> (v, p) -> a.value(v, p) / b.value(v, p);
            case "^" -> (v, p) -> Math.pow(a.value(v, p), b.value(v, p));
            case "==" -> (v, p) -> a.value(v, p) == b.value(v, p) ? 1 : 0;
            case "!=" -> (v, p) -> a.value(v, p) != b.value(v, p) ? 1 : 0;
            case ">" -> (v, p) -> a.value(v, p) > b.value(v, p) ? 1 : 0;
            case "<" -> (v, p) -> a.value(v, p) < b.value(v, p) ? 1 : 0;
            case ">=" -> (v, p) -> a.value(v, p) >= b.value(v, p) ? 1 : 0;
            default -> (v, p) -> a.value(v, p) <= b.value(v, p) ? 1 : 0;
        };
    }

    private Part atom() {
        String literal = next(LITERAL);
        if (!literal.isEmpty()) {
            double number = Double.parseDouble(literal);
            return (v, p) -> number;
        }
        if (!skip("-")) {
            return bare();
        }
        Part part = bare();
        return (v, p) -> -part.value(v, p);
    }

    private Part bare() {
        if (skip("(")) {
            Part inner = expression(0);
            require(")");
            return inner;
        }
        if (skip("[")) {
            int index = Integer.parseInt(next(DIGITS));
            require("]");
            return (v, p) -> p[index];
        }
        String name = next(NAME);
        if (name.length() == 1 && VARIABLES.contains(name)) {
            int index = VARIABLES.indexOf(name);
            if (index >= variables) {
                throw fail("variable " + name + " of " + variables);
            }
            return (v, p) -> v.get(index);
        }
        return call(name);
    }

    private Part call(String name) {
        DoubleUnaryOperator unary = UNARY.get(name);
        DoubleBinaryOperator binary = BINARY.get(name);
        if (unary == null && binary == null) {
            throw fail("'" + name + "' is unknown");
        }
        require("(");
        Part first = expression(0);
        if (unary != null) {
            require(")");
            return (v, p) -> unary.applyAsDouble(first.value(v, p));
        }
        require(",");
        Part second = expression(0);
        require(")");
        DoubleBinaryOperator function = java.util.Objects.requireNonNull(binary);
        return (v, p) -> function.applyAsDouble(first.value(v, p), second.value(v, p));
    }

    private void require(String sign) {
        if (!skip(sign)) {
            throw fail("'" + sign + "' is missing");
        }
    }

    private boolean skip(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        blanks();
        return true;
    }

    /** What matches here, or nothing. */
    private String next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        blanks();
        return matcher.group();
    }

    private void blanks() {
        Matcher matcher = BLANKS.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        }
    }

    private IllegalArgumentException fail(String what) {
        return new IllegalArgumentException(what + " at position " + at + " of " + text);
    }
}
