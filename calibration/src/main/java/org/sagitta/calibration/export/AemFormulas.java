package org.sagitta.calibration.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.Covariance;

/**
 * A/e/M with all its variations as formulas of correctionlib: pT / (1 + sum_i c_i S_i), see {@link RelativeShift}; with
 * statistical errors pT / (1 + sum_i c_i S_i -+ sqrt(S C S)), C the covariance of the c.
 */
final class AemFormulas {
    private static final int NOMINAL = 0;
    private static final int STAT_UP = 1;
    private static final int STAT_DOWN = 2;

    private final AemCorrection aem;
    private final RelativeShift shift;
    private final int terms;

    AemFormulas(AemCorrection aem) {
        this.aem = aem;
        this.shift = new RelativeShift(aem.model());
        this.terms = shift.shapes(0).size();
    }

    /** The formulas to which {@link #byVariation} refers, in their order. */
    List<String> expressions() {
        String spread = "sqrt(max(0," + square() + "))";
        int first = terms + terms * (terms + 1) / 2;
        return List.of(
                "x/(" + sum(terms) + ")",
                "x/(" + sum(first) + "-" + spread + ")",
                "x/(" + sum(first) + "+" + spread + ")");
    }

    private String sum(int firstConstant) {
        List<String> shapes = shift.shapes(firstConstant);
        StringBuilder text = new StringBuilder("1");
        for (int i = 0; i < terms; i++) {
            text.append("+").append(times(i, shapes.get(i)));
        }
        return text.toString();
    }

    private static String times(int parameter, String shape) {
        return "[" + parameter + "]" + (shape.equals("1") ? "" : "*" + shape);
    }

    /** S C S, the parameters being the upper triangle of C with its off-diagonal entries doubled. */
    private String square() {
        int next = terms;
        List<String> shapes = shift.shapes(terms + terms * (terms + 1) / 2);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < terms; i++) {
            List<String> row = new ArrayList<>();
            for (int j = i; j < terms; j++) {
                row.add(times(next++, shapes.get(j)));
            }
            String inner = String.join("+", row);
            rows.add(shapes.get(i).equals("1") ? inner : shapes.get(i) + "*(" + inner + ")");
        }
        return String.join("+", rows);
    }

    /** The choice by the input var. */
    ObjectNode byVariation() {
        ObjectNode choice = Nodes.category("var");
        double[] values = aem.values();
        double[][] eigen = aem.covariance().eigenVariations();
        List<String> keys = keys(eigen.length);
        Nodes.addCase(choice, keys.get(0), inCells(cell -> Nodes.reference(NOMINAL, nominal(cell, values))));
        Nodes.addCase(choice, keys.get(1), inCells(cell -> Nodes.reference(STAT_UP, statistical(cell))));
        Nodes.addCase(choice, keys.get(2), inCells(cell -> Nodes.reference(STAT_DOWN, statistical(cell))));
        for (int i = 0; i < eigen.length; i++) {
            for (int way = 0; way < 2; way++) {
                double[] moved = moved(values, way == 0 ? 1 : -1, eigen[i]);
                String key = keys.get(3 + 2 * i + way);
                Nodes.addCase(choice, key, inCells(cell -> Nodes.reference(NOMINAL, nominal(cell, moved))));
            }
        }
        return choice;
    }

    /** nom, stat_up, stat_down, then eig0_up, eig0_down, ... */
    static List<String> keys(int variations) {
        List<String> keys = new ArrayList<>(List.of("nom", "stat_up", "stat_down"));
        for (int i = 0; i < variations; i++) {
            keys.add("eig" + i + "_up");
            keys.add("eig" + i + "_down");
        }
        return keys;
    }

    private static double[] moved(double[] values, double sigmas, double[] direction) {
        double[] moved = values.clone();
        Arrays.setAll(moved, j -> values[j] + sigmas * direction[j]);
        return moved;
    }

    private ObjectNode inCells(IntFunction<ObjectNode> content) {
        if (shift.cells() == 1) {
            return content.apply(0);
        }
        List<ObjectNode> cells = new ArrayList<>();
        for (int cell = 0; cell < shift.cells(); cell++) {
            cells.add(content.apply(cell));
        }
        return Nodes.binning("eta", shift.edges(), cells);
    }

    private double[] nominal(int cell, double[] values) {
        return joined(coefficients(cell, values), shift.constants());
    }

    private double[] coefficients(int cell, double[] values) {
        return Arrays.stream(shift.weights(cell))
                .mapToDouble(row -> dot(row, values))
                .toArray();
    }

    private double[] statistical(int cell) {
        double[][] weights = shift.weights(cell);
        Covariance covariance = aem.covariance();
        double[] triangle = new double[terms * (terms + 1) / 2];
        int next = 0;
        for (int i = 0; i < terms; i++) {
            double[] row = times(covariance, weights[i]);
            for (int j = i; j < terms; j++) {
                triangle[next++] = (i == j ? 1 : 2) * dot(row, weights[j]);
            }
        }
        return joined(joined(coefficients(cell, aem.values()), triangle), shift.constants());
    }

    private static double[] times(Covariance covariance, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += vector[j] == 0 ? 0 : covariance.at(i, j) * vector[j];
            }
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] joined(double[] a, double[] b) {
        return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }
}
