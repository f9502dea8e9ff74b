package org.sagitta.kalman.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sagitta.kalman.fit.FitFailure;

class FitStatusTest {
    @ParameterizedTest
    @EnumSource(FitFailure.Reason.class)
    void everyReasonHasItsStatus(FitFailure.Reason reason) {
        assertEquals(reason.name(), FitStatus.of(reason).name());
    }
}
