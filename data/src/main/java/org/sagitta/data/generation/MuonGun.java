package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;

/**
 * Single muons of either charge over a whole phase space: the logarithm of pT, eta and azimuth uniform. They start in the
 * beam spot, or up to a distance beside it and then fly away from the beam: the vertex is uniform over the disc of that
 * radius, and the muon goes into the half plane in which its vertex lies.
 *
 * @param ptMin smallest transverse momentum [GeV]
 * @param ptMax largest [GeV]
 * @param absEtaMax largest |eta|
 * @param distance largest transverse distance of vertex and beam spot [mm]; 0 for prompt muons
 */
public record MuonGun(BeamSpot beamSpot, double ptMin, double ptMax, double absEtaMax, double distance) {
    public MuonGun {
        if (!(ptMin > 0)
                || !(ptMax >= ptMin)
                || !(absEtaMax > 0)
                || !(distance >= 0)
                || !Double.isFinite(ptMax + absEtaMax + distance)) {
            throw new IllegalArgumentException("muon gun of pT " + ptMin + " .. " + ptMax + " GeV, |eta| < " + absEtaMax
                    + ", up to " + distance
                    + " mm beside the beam; allowed are 0 < lowest <= highest pT, |eta| above 0,"
                    + " distance from 0, all finite");
        }
    }

    /**
     * Generates the muon of an event.
     *
     * @param random the numbers of this event; the caller gives one that has not been used
     */
    public GeneratedMuon generate(EventRandom random) {
        int charge = random.uniform() < 0.5 ? 1 : -1;
        double pt = ptMin * Math.pow(ptMax / ptMin, random.uniform());
        double eta = random.uniform(-absEtaMax, absEtaMax);
        double phi = random.uniform(-Math.PI, Math.PI);
        double r = distance * Math.sqrt(random.uniform());
        double azimuth = phi + random.uniform(-0.5 * Math.PI, 0.5 * Math.PI);
        Vec3 beside = new Vec3(r * Math.cos(azimuth), r * Math.sin(azimuth), 0);
        return new GeneratedMuon(
                charge,
                new Vec3(pt * Math.cos(phi), pt * Math.sin(phi), pt * Math.sinh(eta)),
                beamSpot.sample(random).plus(beside));
    }
}
