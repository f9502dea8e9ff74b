package org.sagitta.data.io.csv;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * One row of a dimuon table; the order of the muons is that of the table and says nothing about charge or momentum.
 *
 * @param line line of the file on which the row ends, counted from 1
 */
public record DimuonRow(long line, TableMuon first, TableMuon second) {
    public boolean isOppositeSign() {
        return first.charge() != second.charge();
    }

    /**
     * Invariant mass [GeV] of the two muons, from m^2 = 2 m_mu^2 + 2 (E1 E2 - p1.p2) with
     * E1 E2 - p1.p2 = (m_mu^2 (p1^2 + p2^2 + m_mu^2) + |p1 x p2|^2) / (E1 E2 + p1.p2), which does not lose digits for
     * small opening angles; for p1.p2 below zero the plain difference is exact enough and the sum could vanish.
     */
    public double mass() {
        Vec3 p1 = first.momentum();
        Vec3 p2 = second.momentum();
        double m2 = Units.MUON_MASS * Units.MUON_MASS;
        double energies = first.energy() * second.energy();
        double dot = p1.dot(p2);
        Vec3 cross = p1.cross(p2);
        double difference =
                dot < 0 ? energies - dot : (m2 * (p1.dot(p1) + p2.dot(p2) + m2) + cross.dot(cross)) / (energies + dot);
        return Math.sqrt(2 * (m2 + difference));
    }

    /** The same row with other muons. */
    public DimuonRow with(TableMuon newFirst, TableMuon newSecond) {
        return new DimuonRow(line, newFirst, newSecond);
    }
}
