package org.sagitta.kalman;

import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;

/** Worlds for the tests; the full tracker is read once. */
public final class TestConditions {
    private static final Tracker CMS = CmsTracker.load();

    /** CMS tracker and TOSCA field. */
    public static final Conditions TOSCA = new Conditions(CMS, FieldModels.byName(FieldModels.TOSCA));

    /** CMS tracker, 3.8 T along z everywhere. */
    public static final Conditions UNIFORM = new Conditions(CMS, FieldModels.byName("uniform_3.8"));

    private TestConditions() {}

    /** Made when first asked for, and then kept. */
    private static final class CmsIndex {
        static final SensorIndex INDEX = SensorIndex.of(CMS);
    }

    /** The sensors of a tracker by place; for the full tracker always the same one, which takes 0.2 s to make. */
    static SensorIndex indexOf(Tracker tracker) {
        return tracker == CMS ? CmsIndex.INDEX : SensorIndex.of(tracker);
    }
}
