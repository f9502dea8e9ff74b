package org.sagitta.geometry.passive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BundledTable;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.material.Silicon;
import org.sagitta.geometry.units.Units;

/**
 * The matter of the CMS silicon tracker of 2008-2016 beside its sensors, from the cylinders and disks of CMS's fast
 * simulation: see {@code cms-matter-2008-2016.README.md} in this package.
 *
 * <p>Most rows of the table stand for what lies between the layers. The rows with a layer number stand for a whole layer
 * of sensors, and the silicon of these sensors is taken off them here, step by step of at most {@value #STEP} mm, so that
 * sensors and surfaces together are as thick as the table says.
 *
 * <p>The table knows radiation lengths only. The ionisation of a surface follows with the ratio xi / (x/X0) of its part
 * of the tracker, chosen such that bare sensors and the rest together have the ratio that the planes of the track fit
 * have there: with planes of area F, x and xi and the silicon's x_Si and xi_Si,
 *
 * <pre>ratio = sum F (xi - xi_Si) / sum F (x - x_Si).</pre>
 *
 * <p>The beam pipe is beryllium.
 */
public final class CmsPassiveMaterial {
    static final String TABLE = "cms-matter-2008-2016.csv";

    /** Steps in which silicon is taken off the table [mm]; ladders, rods and rings are several times as long. */
    private static final double STEP = 20;

    /** (K/2)(Z/A) X0 of beryllium [GeV], Z/A = 0.44384, X0 = 65.19 g/cm2: PDG 2024, atomic and nuclear properties. */
    private static final double BERYLLIUM_XI_OVER_X0 = 0.5 * Silicon.K_MEV_CM2 * 0.44384 * 65.19 * Units.MEV;

    private static final String BEAM_PIPE = "beam pipe";

    private final Tracker tracker;
    private final Map<Subdetector, Double> xiOverX0 = new EnumMap<>(Subdetector.class);

    private CmsPassiveMaterial(Tracker tracker) {
        this.tracker = tracker;
        for (Subdetector part : Subdetector.values()) {
            xiOverX0.put(part, xiOverX0(part));
        }
    }

    /**
     * Reads the bundled table.
     *
     * @param tracker the sensors at their ideal positions with the matter of the fit's planes, as in {@link
     *     org.sagitta.geometry.detector.CmsTracker}
     */
    public static PassiveMaterial load(Tracker tracker) {
        Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
        for (CSVRecord row : BundledTable.rows(CmsPassiveMaterial.class, TABLE)) {
            rows.computeIfAbsent(row.get("surface"), name -> new ArrayList<>()).add(row);
        }
        CmsPassiveMaterial reader = new CmsPassiveMaterial(tracker);
        return new PassiveMaterial(rows.values().stream().map(reader::surface).toList());
    }

    private PassiveSurface surface(List<CSVRecord> rows) {
        CSVRecord first = rows.get(0);
        String name = first.get("surface");
        Subdetector part = Subdetector.valueOf(first.get("part"));
        double ratio = name.equals(BEAM_PIPE) ? BERYLLIUM_XI_OVER_X0 : xiOverX0.getOrDefault(part, 0.0);
        double position = centimetres(first, "position_cm");
        MaterialSteps steps = steps(rows, ratio);
        PassiveSurface whole = switch (first.get("shape")) {
            case "cylinder" -> new PassiveCylinder(name, part, position, steps);
            case "disk" -> new PassiveDisk(name, part, position, steps);
            default -> throw new IllegalStateException(TABLE + ": shape of " + name);
        };
        if (first.get("layer").isEmpty()) {
            return whole;
        }
        int layer = Integer.parseInt(first.get("layer"));
        PassiveSurface fine = whole.withMatter(steps.cutInto(STEP));
        return fine.withMatter(SiliconCover.subtractedFrom(fine, sensors(part, layer), ratio));
    }

    private static MaterialSteps steps(List<CSVRecord> rows, double xiOverX0) {
        List<Double> edges = new ArrayList<>();
        edges.add(centimetres(rows.get(0), "from_cm"));
        List<MaterialSlab> slabs = new ArrayList<>();
        for (CSVRecord row : rows) {
            if (centimetres(row, "from_cm") != edges.get(edges.size() - 1)) {
                throw new IllegalStateException(TABLE + ": steps of " + row.get("surface") + " do not join");
            }
            edges.add(centimetres(row, "to_cm"));
            double xOverX0 = Double.parseDouble(row.get("x_over_x0"));
            slabs.add(new MaterialSlab(xOverX0, xOverX0 * xiOverX0));
        }
        return new MaterialSteps(edges, slabs);
    }

    private List<Sensor> sensors(Subdetector part, int layer) {
        return tracker.sensors().stream()
                .filter(s -> s.address().subdetector() == part && s.address().layer() == layer)
                .toList();
    }

    private double xiOverX0(Subdetector part) {
        double xOverX0 = 0;
        double xi = 0;
        for (Sensor sensor : tracker.sensors()) {
            if (sensor.address().subdetector() == part) {
                MaterialSlab silicon = Silicon.slab(sensor.thickness());
                double area = area(sensor.outline());
                xOverX0 += area * (sensor.material().xOverX0() - silicon.xOverX0());
                xi += area * (sensor.material().xiGev() - silicon.xiGev());
            }
        }
        return xi / xOverX0;
    }

    private static double area(Outline outline) {
        return 2 * outline.halfLength() * (outline.halfWidthAtMinusV() + outline.halfWidthAtPlusV());
    }

    private static double centimetres(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column)) * Units.CM;
    }
}
