package org.sagitta.geometry.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.sagitta.geometry.input.BundledTable;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;

/**
 * The silicon tracker of CMS as it was from 2008 to 2016 (pixel detector of "phase 0"), at ideal positions: 1440 pixel
 * and 15148 strip sensors.
 *
 * <p>The table {@code cms-tracker-2008-2016.csv.gz} in this package holds placement, sizes, channels and resolutions
 * that were derived from CMS's detector description (Geometry/TrackerCommonData of the CMS software, 2013) and the
 * material planes of CMS's track fit (Geometry/TrackerRecoData/data/trackerRecoMaterial.xml), one row per sensor, in
 * metres and GeV. How it is made: {@code cms-tracker-2008-2016.README.md} beside it.
 */
public final class CmsTracker {
    static final String TABLE = "cms-tracker-2008-2016.csv.gz";

    private CmsTracker() {}

    /** Reads the bundled table; a new, equal tracker at each call. */
    public static Tracker load() {
        List<Sensor> sensors = new ArrayList<>();
        BundledTable.forEach(CmsTracker.class, TABLE, row -> sensors.add(sensor(sensors.size(), row)));
        return new Tracker(sensors);
    }

    private static Sensor sensor(int index, CSVRecord row) {
        return new Sensor(
                index,
                row.get("name"),
                address(row),
                plane(row),
                outline(row),
                metres(row, "thickness_m"),
                topology(row),
                new Resolution(metres(row, "sigma_u_m"), metres(row, "sigma_v_m")),
                new MaterialSlab(number(row, "x_over_X0"), number(row, "xi_GeV") * Units.GEV),
                row.get("material_group"));
    }

    private static SensorAddress address(CSVRecord row) {
        int id = integer(row, "id");
        int partner = integer(row, "pair_id");
        return new SensorAddress(
                Subdetector.valueOf(row.get("subdet")),
                integer(row, "side"),
                integer(row, "layer"),
                integer(row, "ring"),
                row.get("surface"),
                integer(row, "structure"),
                integer(row, "panel"),
                integer(row, "module"),
                SensorKind.valueOf(row.get("sensor").toUpperCase(Locale.ROOT)),
                partner == 0 ? 0 : Math.min(id, partner));
    }

    private static Plane plane(CSVRecord row) {
        Vec3 centre = new Vec3(metres(row, "cx_m"), metres(row, "cy_m"), metres(row, "cz_m"));
        Vec3 u = new Vec3(number(row, "ux"), number(row, "uy"), number(row, "uz"));
        Vec3 v = new Vec3(number(row, "vx"), number(row, "vy"), number(row, "vz"));
        // The table rounds to seven decimals; the plane wants exact axes.
        return Plane.spannedBy(centre, u, v);
    }

    private static Outline outline(CSVRecord row) {
        return new Outline(
                metres(row, "half_width_u_at_minus_v_m"),
                metres(row, "half_width_u_at_plus_v_m"),
                metres(row, "half_length_v_m"),
                metresOr(row, "gap_v_centre_m", 0),
                metresOr(row, "gap_half_length_v_m", 0));
    }

    private static Topology topology(CSVRecord row) {
        int channelsU = integer(row, "n_u");
        double pitchU = metres(row, "pitch_u_m");
        if (row.get("topology").equals("pixel")) {
            return new PixelTopology(channelsU, integer(row, "n_v"), pitchU, metres(row, "pitch_v_m"));
        }
        return new StripTopology(channelsU, pitchU, metresOr(row, "v_convergence_m", Double.POSITIVE_INFINITY));
    }

    private static double metresOr(CSVRecord row, String column, double otherwise) {
        return row.get(column).isEmpty() ? otherwise : metres(row, column);
    }

    private static double metres(CSVRecord row, String column) {
        return number(row, column) * Units.M;
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static int integer(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }
}
