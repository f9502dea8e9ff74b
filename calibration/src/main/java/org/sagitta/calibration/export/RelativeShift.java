package org.sagitta.calibration.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.LossMomentum;
import org.sagitta.calibration.model.LossShape;

/**
 * An A/e/M model as formulas of pT, one in each cell of eta:
 *
 * <pre>   k'/k = 1 + sum_i c_i S_i(pT, eta, phi, q),   c_i = sum_j W_ij p_j</pre>
 *
 * <p>with expressions S_i that are the same in all cells, and a matrix W of each cell that takes the parameters p of the
 * model to the coefficients c. A and M are polynomials in eta in every cell, so their S are powers of eta times harmonics of phi.
 * In the expressions x is pT [GeV], y eta, z phi [rad] and t the charge. Immutable.
 */
final class RelativeShift {
    /** Beyond any break, far enough to be in the outermost cell of every term. */
    private static final double FAR = 1e3;

    private static final int DEGREES = 4;

    private final AemModel model;
    private final double[] breaks;
    /** Powers of eta that A has in any cell. */
    private final List<Integer> fieldPowers;
    /** The same of M. */
    private final List<Integer> misalignmentPowers;

    private final List<double[][]> weights = new ArrayList<>();

    RelativeShift(AemModel model) {
        this.model = model;
        this.breaks = breaks(model);
        this.fieldPowers = powers(model.field().basis());
        this.misalignmentPowers = powers(model.misalignmentBasis());
        for (int cell = 0; cell < cells(); cell++) {
            weights.add(matrix(cell));
        }
    }

    private static double[] breaks(AemModel model) {
        TreeSet<Double> all = new TreeSet<>();
        for (EtaBasis basis : List.of(model.field().basis(), model.lossBins(), model.misalignmentBasis())) {
            Arrays.stream(basis.breaks()).forEach(all::add);
            for (double far : new double[] {-FAR, FAR}) {
                if (basis.inside(far) != far) {
                    all.add(basis.inside(far));
                }
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<Integer> powers(EtaBasis basis) {
        List<Integer> found = new ArrayList<>();
        for (int power = 0; power < DEGREES; power++) {
            for (int cell = 0; cell < cells() && !found.contains(power); cell++) {
                for (int i = 0; i < basis.size(); i++) {
                    if (polynomial(basis, i, cell)[power] != 0 && !found.contains(power)) {
                        found.add(power);
                    }
                }
            }
        }
        return found;
    }

    /** Number of cells. */
    int cells() {
        return breaks.length + 1;
    }

    /**
     * Edges of the cells, ascending. The outermost cells reach as far as eta does; their outer edges are one unit away from
     * the next so that they exist.
     */
    double[] edges() {
        if (breaks.length == 0) {
            return new double[] {-1, 1};
        }
        double[] edges = new double[breaks.length + 2];
        System.arraycopy(breaks, 0, edges, 1, breaks.length);
        edges[0] = breaks[0] - 1;
        edges[edges.length - 1] = breaks[breaks.length - 1] + 1;
        return edges;
    }

    private double middle(int cell) {
        double[] edges = edges();
        return 0.5 * (edges[cell] + edges[cell + 1]);
    }

    /** Coefficients of 1, eta, eta^2, eta^3 of function i in a cell; a constant where it is kept beyond its end. */
    private double[] polynomial(EtaBasis basis, int i, int cell) {
        double eta = middle(cell);
        double[] c = basis.polynomial(i, eta);
        double inside = basis.inside(eta);
        return inside == eta ? c : new double[] {c[0] + inside * (c[1] + inside * (c[2] + inside * c[3])), 0, 0, 0};
    }

    /**
     * The expressions S_i. Numbers in them are parameters, which follow each other from {@code firstConstant} on, see {@link
     * #constants}.
     */
    List<String> shapes(int firstConstant) {
        List<String> shapes = new ArrayList<>();
        for (int power : fieldPowers) {
            for (Harmonic harmonic : model.field().harmonics()) {
                shapes.add(product(Stream.concat(eta(power), text(harmonic))));
            }
        }
        if (model.loss().size() > 0) {
            shapes.add(loss(model.loss(), firstConstant));
        }
        for (int power : misalignmentPowers) {
            for (Harmonic harmonic : model.misalignment().harmonics()) {
                Stream<String> factors = Stream.concat(Stream.of("t", "x"), eta(power));
                shapes.add(product(Stream.concat(factors, text(harmonic))));
            }
        }
        return shapes;
    }

    private static Stream<String> eta(int power) {
        return Stream.generate(() -> "y").limit(power);
    }

    private static String product(Stream<String> factors) {
        List<String> all = factors.toList();
        return all.isEmpty() ? "1" : String.join("*", all);
    }

    private static Stream<String> text(Harmonic harmonic) {
        String angle = harmonic.order() == 1 ? "z" : harmonic.order() + "*z";
        return switch (harmonic.wave()) {
            case CONSTANT -> Stream.of();
            case COSINE -> Stream.of("cos(" + angle + ")");
            case SINE -> Stream.of("sin(" + angle + ")");
        };
    }

    /** {@link LossShape#factor} over pT. */
    private static String loss(LossShape loss, int firstConstant) {
        String rise = loss.rise().perEFold() == 0
                ? ""
                : "*(1+[" + firstConstant + "]*log(x*cosh(y)/[" + (firstConstant + 1) + "]))";
        return "1/x" + rise + (loss.momentum() == LossMomentum.TOTAL ? "/cosh(y)" : "");
    }

    /** What the expressions take as numbers: rise of the loss and its reference momentum [GeV], if it rises. */
    double[] constants() {
        LossShape loss = model.loss();
        return loss.size() == 0 || loss.rise().perEFold() == 0
                ? new double[0]
                : new double[] {loss.rise().perEFold(), loss.rise().reference()};
    }

    /** W of a cell: one row for each expression, one column for each parameter of the model. Not to be changed. */
    double[][] weights(int cell) {
        return weights.get(cell);
    }

    private double[][] matrix(int cell) {
        List<double[]> rows = new ArrayList<>();
        FieldShape field = model.field();
        addRows(rows, cell, field.basis(), field.harmonics().size(), fieldPowers, 0);
        int firstLoss = field.size();
        if (model.loss().size() > 0) {
            rows.add(unit(firstLoss + model.lossBins().indexOf(middle(cell)), -1));
        }
        int first = firstLoss + model.loss().size();
        int harmonics = model.misalignment().harmonics().size();
        addRows(rows, cell, model.misalignmentBasis(), harmonics, misalignmentPowers, first);
        return rows.toArray(double[][]::new);
    }

    /** Rows of a term whose parameters begin at {@code first}: one for each power and harmonic. */
    private void addRows(
            List<double[]> rows, int cell, EtaBasis basis, int harmonics, List<Integer> powers, int first) {
        for (int power : powers) {
            for (int h = 0; h < harmonics; h++) {
                double[] row = new double[model.size()];
                for (int i = 0; i < basis.size(); i++) {
                    row[first + i * harmonics + h] = polynomial(basis, i, cell)[power];
                }
                rows.add(row);
            }
        }
    }

    private double[] unit(int index, double value) {
        double[] row = new double[model.size()];
        row[index] = value;
        return row;
    }
}
