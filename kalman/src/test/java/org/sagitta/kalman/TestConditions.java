package org.sagitta.kalman;

import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Tracker;

/** Worlds for the tests; the full tracker is read once. */
public final class TestConditions {
    private static final Tracker CMS = CmsTracker.load();

    /** CMS tracker and TOSCA field. */
    public static final Conditions TOSCA = new Conditions(CMS, FieldModels.byName(FieldModels.TOSCA));

    /** CMS tracker, 3.8 T along z everywhere. */
    public static final Conditions UNIFORM = new Conditions(CMS, FieldModels.byName("uniform_3.8"));

    private TestConditions() {}
}
