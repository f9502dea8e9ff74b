package org.sagitta.data.recorded;

import java.util.Optional;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorKind;
import org.sagitta.geometry.detector.Subdetector;

/**
 * CMS's number of a tracker module: four bits of detector (1, the tracker), three of subdetector, then its place; for
 * strips the last two bits tell the sides of a double-sided module apart (DataFormats/SiStripDetId of the CMS software).
 */
public record DetectorNumber(int value) {
    private static final int SUBDETECTOR_SHIFT = 25;
    private static final int SUBDETECTOR_MASK = 7;
    private static final int SIDE_MASK = 3;
    private static final int STEREO_SIDE = 1;
    private static final int RPHI_SIDE = 2;

    /** What a module of this number reads out. */
    public enum Readout {
        PIXEL,
        /** Strips of a module that has no second side. */
        SINGLE,
        /** The r-phi strips of a double-sided module. */
        RPHI_OF_PAIR,
        /** The strips turned by the stereo angle. */
        STEREO
    }

    /** Empty for a number that is none of the silicon tracker. */
    public Optional<Subdetector> subdetector() {
        int code = (value >> SUBDETECTOR_SHIFT) & SUBDETECTOR_MASK;
        Subdetector[] all = Subdetector.values();
        return code >= 1 && code <= all.length ? Optional.of(all[code - 1]) : Optional.empty();
    }

    /** What the module reads out; meaningful for a number of the tracker only. */
    public Readout readout() {
        if (subdetector().map(Subdetector::isPixel).orElse(false)) {
            return Readout.PIXEL;
        }
        return switch (value & SIDE_MASK) {
            case STEREO_SIDE -> Readout.STEREO;
            case RPHI_SIDE -> Readout.RPHI_OF_PAIR;
            default -> Readout.SINGLE;
        };
    }

    /** What a sensor of the nominal detector reads out. */
    static Readout readout(Sensor sensor) {
        SensorKind kind = sensor.address().kind();
        return switch (kind) {
            case PIXEL -> Readout.PIXEL;
            case STEREO -> Readout.STEREO;
            case RPHI -> sensor.address().pairId() == 0 ? Readout.SINGLE : Readout.RPHI_OF_PAIR;
        };
    }
}
