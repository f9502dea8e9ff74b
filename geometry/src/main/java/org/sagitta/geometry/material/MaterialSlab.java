package org.sagitta.geometry.material;

/**
 * Matter folded onto an infinitely thin plane, at normal incidence. A track that meets the plane at an angle sees both
 * figures divided by |cos(angle to the normal)|.
 *
 * @param xOverX0 thickness in radiation lengths
 * @param xiGev ionisation figure xi = (K/2)(Z/A) rho d [GeV] with K = 0.307075 MeV cm2/mol, before the 1/beta^2
 */
public record MaterialSlab(double xOverX0, double xiGev) {
    public static final MaterialSlab VACUUM = new MaterialSlab(0, 0);

    public MaterialSlab {
        if (!(xOverX0 >= 0) || !(xiGev >= 0)) {
            throw new IllegalArgumentException(
                    "material slab: x/X0 = " + xOverX0 + ", xi = " + xiGev + " GeV; both must be zero or positive");
        }
    }

    /** The same matter, {@code factor} times as thick. */
    public MaterialSlab scaled(double factor) {
        return new MaterialSlab(xOverX0 * factor, xiGev * factor);
    }
}
