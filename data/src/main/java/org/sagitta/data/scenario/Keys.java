package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of a scenario file, group by group, in the order in which they are written. */
final class Keys {
    static final Set<String> TOP = of(
            "name",
            "description",
            "seed",
            "events",
            "centre_of_mass_energy_gev",
            "beam_spot",
            "generation",
            "acceptance",
            "truth",
            "reconstruction",
            "calibration");
    static final Set<String> BEAM_SPOT = of("sigma_xy_um", "sigma_z_mm", "x_mm", "y_mm", "z_mm", "slope_x", "slope_y");
    static final Set<String> GENERATION = of(
            "radiation",
            "z_line",
            "z_spectra",
            "z_angles",
            "b_fraction",
            "background_fraction",
            "background_slope_per_gev",
            "polarisation");
    static final Set<String> POLARISATION = of("lambda_theta", "lambda_phi", "lambda_theta_phi");
    static final Set<String> ACCEPTANCE = of("abs_eta_max", "pt_min_gev");
    static final Set<String> TRUTH = of("field", "material", "alignment", "resolution", "hits", "effects");
    static final Set<String> RECONSTRUCTION =
            of("field", "material", "alignment", "resolution", "energy_loss", "outliers");
    static final Set<String> FIELD = of("model", "scale");
    static final Set<String> MATERIAL = of("model", "factor", "regions", "subdetectors");
    static final Set<String> REGION = of("abs_eta_min", "abs_eta_max", "factor");
    static final Set<String> ALIGNMENT = of("weak_modes", "random");
    static final Set<String> WEAK_MODE = of("mode", "amplitude", "delta_rad");
    static final Set<String> RANDOM = of("level", "sigma_um");
    static final Set<String> RESOLUTION = of("factor", "subdetectors");
    static final Set<String> HITS = of(
            "efficiency",
            "efficiencies",
            "dead_module_fraction",
            "dead_module_seed",
            "tail_fraction",
            "tail_scale",
            "outlier_fraction");
    static final Set<String> EFFECTS = of("scattering", "energy_loss", "radiation", "hit_smearing");
    static final Set<String> CALIBRATION = of("field_ratio", "model", "reference");
    static final Set<String> FIELD_RATIO = of("map", "parametrisation", "seen_by");
    static final Set<String> MODEL = of("field", "loss", "misalignment");
    static final Set<String> MODEL_FIELD = of("form", "eta_bins", "eta_edges", "harmonics");
    static final Set<String> MODEL_LOSS = of("of", "growth", "eta_bins", "eta_edges");
    static final Set<String> MODEL_MISALIGNMENT = of("form", "eta_bins", "eta_edges", "harmonics");

    private Keys() {}

    private static Set<String> of(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }
}
