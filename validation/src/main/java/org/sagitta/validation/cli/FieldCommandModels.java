package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.fieldmap.parametrised.FieldModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sagitta field models}: the names. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Names of the field models; B stands for any nominal field in tesla.")
final class FieldCommandModels implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Map.Entry<String, String> model : FieldModels.known().entrySet()) {
            out.printf("%-24s %s%n", model.getKey(), model.getValue());
        }
        out.printf(
                "%-24s %s%n",
                FieldSource.GRID_PREFIX + "PATH", "field map in a CSV file (r_m,phi_rad,z_m,Br_T,Bphi_T,Bz_T)");
        out.flush();
    }
}
