package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.fieldmap.CylindricalField;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.units.Units;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sagitta field evaluate}: the field at the points of a table. Nothing is printed unless every point has one. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Field at points.",
            "The points are a CSV file with columns r_m, phi_rad, z_m in any order; other columns are carried.",
            "The result has the same lines with Br_T, Bphi_T, Bz_T behind (columns of these names are replaced).",
            "A point outside the domain of the model ends the command with exit code 3."
        })
final class FieldCommandEvaluate implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "NAME",
            description = "Model name, or grid:PATH; see 'field models'.")
    private String model = "";

    @Option(names = "--points", required = true, paramLabel = "FILE", description = "CSV file of points.")
    private Path points = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "CSV file to write (default: standard output).")
    private @Nullable Path output;

    @Override
    public void run() {
        MagneticField field = FieldSource.open(model);
        String table = evaluate(field, FieldCommandPoints.read(points));
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(table);
            out.flush();
        } else {
            AtomicFile.writeText(output, table);
        }
    }

    private String evaluate(MagneticField field, FieldCommandPoints table) {
        FieldCursor cursor = field.cursor();
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(table.header());
            for (FieldCommandPoints.Point point : table.points()) {
                CylindricalField b = field(cursor, field, point);
                List<Object> cells = new ArrayList<>(point.carried());
                cells.add(b.br());
                cells.add(b.bphi());
                cells.add(b.bz());
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private CylindricalField field(FieldCursor cursor, MagneticField field, FieldCommandPoints.Point point) {
        try {
            return CylindricalField.at(cursor, point.r() * Units.M, point.phi(), point.z() * Units.M);
        } catch (OutOfFieldException e) {
            throw BadInputException.data(points + ": line " + point.line() + ": r_m = " + point.r() + ", phi_rad = "
                    + point.phi() + ", z_m = " + point.z() + " is outside the domain of " + model + ", which is "
                    + field.domain().description());
        }
    }
}
