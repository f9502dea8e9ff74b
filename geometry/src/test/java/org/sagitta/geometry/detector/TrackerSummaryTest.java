package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrackerSummaryTest {
    private final TrackerSummary summary = TrackerSummary.of(CmsTracker.load());

    @Test
    void countsLayersAndModules() {
        assertEquals(16_588, summary.sensors());
        // S08004 (2008): 1440 pixel and 15148 strip sensors, 3288 of which are second sides.
        assertEquals(13_300, summary.modules());
        Map<Subdetector, Integer> layers = new TreeMap<>();
        summary.subdetectors().forEach((s, p) -> layers.put(s, p.layers()));
        assertEquals(List.of(3, 2, 4, 3, 6, 9), List.copyOf(layers.values()));
    }

    /** x/X0 and xi per module from CMS's trackerRecoMaterial.xml, in which pairs count once. */
    @Test
    void knowsTheMaterialOfAModule() {
        assertGroup("PixelBarrelLayer0", 160, 160, 0.0257, 5.42e-5);
        assertGroup("TIBLayer0_Z0", 224, 112, 0.0499323, 0.000114569);
        assertGroup("TECDisk8", 544, 464, 0.0452548, 0.000102518);
    }

    @Test
    void groupsWithBothKindsOfModulesGiveEachModuleTheSame() {
        // 176 sensors, 48 of them second sides.
        assertGroup("TIDDisk1_R30", 176, 128, 0.18083, 0.000343126);
    }

    private void assertGroup(String name, int sensors, int modules, double xOverX0, double xi) {
        TrackerSummary.MaterialGroup group = summary.materialGroups().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertEquals(sensors, group.sensors());
        assertEquals(modules, group.modules());
        // Half of a pair is rounded in the source table, and the sum of some hundred sensors rounds again.
        assertEquals(xOverX0, group.xOverX0PerModule(), 1e-6 * xOverX0);
        assertEquals(xi, group.xiGevPerModule(), 1e-6 * xi);
    }
}
