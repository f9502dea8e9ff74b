package org.sagitta.data.scenario;

/**
 * A factor on the material of the sensors whose centre, and of the places on passive surfaces that, seen from the origin,
 * lie in absEtaMin up to but not including absEtaMax.
 */
public record MaterialRegion(double absEtaMin, double absEtaMax, double factor) {
    public boolean contains(double absEta) {
        return absEta >= absEtaMin && absEta < absEtaMax;
    }
}
