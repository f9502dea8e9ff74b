package org.sagitta.geometry.material;

import org.sagitta.geometry.units.Units;

/** Bare silicon. Radiation length 21.82 g/cm2, Z/A = 0.49848, density 2.329 g/cm3: PDG 2024, atomic and nuclear properties. */
public final class Silicon {
    private static final double DENSITY_G_PER_CM3 = 2.329;
    private static final double Z_OVER_A = 0.49848;

    /** Radiation length [g/cm2]. */
    public static final double X0_G_PER_CM2 = 21.82;

    /** K in xi = (K/2)(Z/A) rho d: 0.307075 MeV cm2/mol, PDG 2024, passage of particles through matter. */
    public static final double K_MEV_CM2 = 0.307075;

    /** Radiation length [mm]: 93.7. */
    public static final double X0 = X0_G_PER_CM2 / DENSITY_G_PER_CM3 * Units.CM;

    /** xi at normal incidence per thickness [GeV/mm]. */
    public static final double XI_PER_MM = 0.5 * K_MEV_CM2 * Z_OVER_A * DENSITY_G_PER_CM3 * Units.MEV / Units.CM;

    private Silicon() {}

    /** A layer of this thickness [mm]. */
    public static MaterialSlab slab(double thickness) {
        return new MaterialSlab(thickness / X0, thickness * XI_PER_MM);
    }
}
