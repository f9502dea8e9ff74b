package org.sagitta.data.scenario;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.sagitta.data.generation.BeautySource;
import org.sagitta.data.generation.Continuum;
import org.sagitta.data.generation.DecayAngles;
import org.sagitta.data.generation.DecayModel;
import org.sagitta.data.generation.PolarisedDecay;
import org.sagitta.data.generation.ProductionModel;
import org.sagitta.data.generation.QuarkoniumPolarisation;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.generation.ZAngularModel;
import org.sagitta.data.generation.ZDecay;
import org.sagitta.data.generation.ZLine;
import org.sagitta.data.generation.ZSpectra;

/**
 * How resonances are made and decay. It is the same for a scenario and its ideal partner.
 *
 * @param radiation of the muons
 * @param zLine mass spectrum of the Z
 * @param zSpectra transverse momentum and rapidity of the Z
 * @param zAngles decay angles of the Z
 * @param bFraction share of J/psi and psi(2S) from b decays, 0 to 1
 * @param continuum under all resonances
 * @param polarisation of quarkonia; those that are not named are unpolarised
 */
public record GenerationChoice(
        Radiation radiation,
        ZLine zLine,
        ZSpectra zSpectra,
        ZAngles zAngles,
        double bFraction,
        Continuum continuum,
        Map<Resonance, QuarkoniumPolarisation> polarisation) {
    /** One photon, Breit-Wigner, simple spectra, isotropic, prompt and clean. */
    public static final GenerationChoice STANDARD = new GenerationChoice(
            Radiation.ONE_PHOTON, ZLine.BREIT_WIGNER, ZSpectra.SIMPLE, ZAngles.FLAT_DECAY, 0, Continuum.NONE, Map.of());

    /** Decay angles of the Z. */
    public enum ZAngles {
        /** Isotropic. */
        FLAT_DECAY,
        /** See {@link ZAngularModel}. */
        ANGULAR_COEFFICIENTS
    }

    public GenerationChoice {
        if (!(bFraction >= 0 && bFraction <= 1)) {
            throw new IllegalArgumentException("share from b decays " + bFraction + ", allowed is 0 to 1");
        }
        EnumMap<Resonance, QuarkoniumPolarisation> ordered = new EnumMap<>(Resonance.class);
        polarisation.forEach((resonance, value) -> {
            if (resonance == Resonance.Z) {
                throw new IllegalArgumentException("the Z has angular coefficients instead of a polarisation");
            }
            ordered.put(resonance, value);
        });
        polarisation = Collections.unmodifiableMap(ordered);
    }

    /** How a resonance is made. */
    public ProductionModel production(Resonance resonance, double centreOfMassEnergy) {
        ProductionModel model = ProductionModel.of(resonance, centreOfMassEnergy, zLine, zSpectra);
        boolean charmonium = resonance.kin() == Resonance.JPSI;
        ProductionModel mixed =
                charmonium && bFraction > 0 ? model.withBeauty(BeautySource.charmonium(bFraction)) : model;
        return mixed.withContinuum(continuum);
    }

    /** How a resonance decays. */
    public DecayModel decay(Resonance resonance, double centreOfMassEnergy) {
        return new DecayModel(angles(resonance, centreOfMassEnergy), radiation);
    }

    private DecayAngles angles(Resonance resonance, double centreOfMassEnergy) {
        if (resonance == Resonance.Z) {
            return zAngles == ZAngles.FLAT_DECAY
                    ? DecayAngles.FLAT
                    : new ZDecay(ZAngularModel.standard(centreOfMassEnergy));
        }
        QuarkoniumPolarisation value = polarisation.getOrDefault(resonance, QuarkoniumPolarisation.NONE);
        return value.equals(QuarkoniumPolarisation.NONE) ? DecayAngles.FLAT : new PolarisedDecay(value);
    }
}
