package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.method.CalibrationMethods;

class CompareMethodsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private CommandRun run(String name, String... more) {
        String[] args = {
            "compare-methods",
            "--jpsi",
            "1200",
            "--upsilon",
            "200",
            "--z",
            "1200",
            "--progress",
            "none",
            "-o",
            folder.resolve(name).toString()
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void everyMethodIsThereAndNothingDependsOnThreads() throws IOException {
        CommandRun one = run("one", "-j", "1", "--json");
        assertEquals(0, one.exitCode(), one.err());
        JsonNode result = new ObjectMapper().readTree(one.out());
        assertEquals("sagitta-methods/1", result.get("schema").asText());
        JsonNode methods = result.get("methods");
        assertEquals(CalibrationMethods.all().size(), methods.size());
        for (int m = 0; m < methods.size(); m++) {
            JsonNode method = methods.get(m);
            assertEquals(
                    CalibrationMethods.all().get(m).name(), method.get("name").asText());
            // on a hundred pairs and more bins no iteration over bins comes to rest
            boolean binned = method.get("name").asText().matches("rochester|atlas");
            assertEquals(!binned, method.get("converged").asBoolean(), method.toString());
            for (String sample : new String[] {"JPSI", "UPSILON_1S", "Z"}) {
                JsonNode inclusive = method.get("mass_bias").get(sample).get("inclusive");
                assertTrue(inclusive.get("after").isNumber(), method.toString());
                assertTrue(inclusive.get("stat").asDouble() > 0, method.toString());
            }
            if (method.get("pairs").has("JPSI")) {
                // 600 J/psi and as many of the simulation, 1 % each: 6e-4; eight standard deviations
                JsonNode jpsi = method.get("mass_bias").get("JPSI").get("inclusive");
                assertEquals(0, jpsi.get("after").asDouble(), 5e-3, method.toString());
            }
            assertEquals(12, method.get("charge_odd_at_45_gev").size());
            assertTrue(method.get("sigma_z_mass_scale").asDouble() > 0, method.toString());
        }
        assertEquals(600, methods.get(0).get("pairs").get("JPSI").asInt());
        assertTrue(Files.readString(folder.resolve("one/methods.svg")).contains("</svg"));

        CommandRun two = run("two", "-j", "2");
        assertEquals(0, two.exitCode(), two.err());
        assertTrue(two.out().contains("rochester     not converged: after 60 passes"), two.out());
        assertEquals(
                withoutTime(result),
                withoutTime(new ObjectMapper().readTree(Files.readString(folder.resolve("two/methods.json")))));
    }

    private static JsonNode withoutTime(JsonNode result) {
        JsonNode copy = result.deepCopy();
        copy.get("methods").forEach(m -> ((ObjectNode) m).remove("cpu_s"));
        return copy;
    }

    @Test
    void tooFewPairsAreOneLine() {
        CommandRun few = CommandRun.of("compare-methods", "--z", "99", "-o", folder.toString());
        assertEquals(ExitCode.USAGE, few.exitCode());
        assertTrue(few.err().contains("--z 99: must be at least 100 pairs"), few.err());
    }
}
