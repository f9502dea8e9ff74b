package org.sagitta.data.simulation.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two sources of errors against the numbers of CMS's reconstruction. */
class HitErrorsTest {
    /** Rounding of a length in mm. */
    private static final double EXACT = 1e-15;

    /** RecoLocalTracker/SiPixelRecHits, PixelCPEGeneric: errors [um] by size of the cluster. */
    @ParameterizedTest
    @CsvSource({
        "BARREL, 1, 11.5, 37.5", "BARREL, 2, 12.0, 23.0", "BARREL, 3, 8.8, 25.0", "BARREL, 4, 103, 25.0",
        "BARREL, 5, 103, 23.0", "BARREL, 6, 103, 23.0", "BARREL, 7, 103, 21.0", "BARREL, 8, 103, 21.0",
        "BARREL, 9, 103, 24.0", "BARREL, 10, 103, 21.0", "BARREL, 25, 103, 21.0", "FORWARD, 1, 20, 21",
        "FORWARD, 2, 20, 7.5", "FORWARD, 3, 20, 7.5", "FORWARD, 9, 20, 7.5"
    })
    void pixelErrorsByClusterSize(String where, int size, double sigmaUUm, double sigmaVUm) {
        PixelErrors part = where.equals("BARREL") ? PixelErrors.BARREL : PixelErrors.FORWARD;
        assertEquals(sigmaUUm * 1e-3, part.sigmaU(size), EXACT);
        assertEquals(sigmaVUm * 1e-3, part.sigmaV(size), EXACT);
    }

    /** Worked out by hand from sigma/pitch = -0.339 p exp(-0.90 p) + 0.279 to five decimals. */
    @ParameterizedTest
    @CsvSource({"0, 0.27900", "0.25, 0.21133", "1, 0.14117", "1.1111111, 0.14043", "2, 0.16693", "5, 0.26017"})
    void stripErrorsByProjection(double strips, double inPitches) {
        assertEquals(inPitches, StripErrors.inPitches(strips), 5.1e-6);
    }

    @Test
    void longStripClustersAreKnownLikeSingleStrips() {
        assertEquals(StripErrors.inPitches(0), StripErrors.inPitches(60), EXACT);
        assertEquals(StripErrors.inPitches(0), StripErrors.inPitches(Double.POSITIVE_INFINITY), 0);
    }
}
