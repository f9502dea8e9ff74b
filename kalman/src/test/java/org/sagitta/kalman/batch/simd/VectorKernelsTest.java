package org.sagitta.kalman.batch.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.BatchTracks;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.EnergyLoss;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.measurement.Hit;

class VectorKernelsTest {
    static List<Conditions> worlds() {
        return List.of(
                TestConditions.TOSCA,
                TestConditions.UNIFORM,
                new Conditions(TestConditions.TOSCA.tracker(), FieldModels.byName(FieldModels.FIELD_MAPPER)));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void vectorsAndScalarsAreEqualToTheBit(Conditions conditions) {
        assumeTrue(BatchTrackFitters.hasVectors(), "this JVM runs without the module jdk.incubator.vector");
        List<List<Hit>> tracks = BatchTracks.toys(conditions, 500, 11);
        FitBlock vectors = new FitBlock();
        new LaneBatchTrackFitter(conditions, FitSettings.standard(), CmsMaterialEffects.muon(), new VectorKernels())
                .fit(HitBlock.of(tracks), vectors);
        FitBlock scalars = new FitBlock();
        new LaneBatchTrackFitter(conditions, FitSettings.standard(), CmsMaterialEffects.muon(), new ScalarKernels())
                .fit(HitBlock.of(tracks), scalars);
        assertEquals(BatchTracks.bits(scalars), BatchTracks.bits(vectors));
    }

    @Test
    void mostProbableLossIsTheSameInBoth() {
        assumeTrue(BatchTrackFitters.hasVectors(), "this JVM runs without the module jdk.incubator.vector");
        CmsMaterialEffects peak = new CmsMaterialEffects(ParticleHypothesis.MUON, EnergyLoss.MOST_PROBABLE);
        List<List<Hit>> tracks = BatchTracks.toys(TestConditions.TOSCA, 100, 12);
        FitBlock vectors = new FitBlock();
        new LaneBatchTrackFitter(TestConditions.TOSCA, FitSettings.standard(), peak, new VectorKernels())
                .fit(HitBlock.of(tracks), vectors);
        FitBlock scalars = new FitBlock();
        new LaneBatchTrackFitter(TestConditions.TOSCA, FitSettings.standard(), peak, new ScalarKernels())
                .fit(HitBlock.of(tracks), scalars);
        assertEquals(BatchTracks.bits(scalars), BatchTracks.bits(vectors));
    }

    @Test
    void vectorsAreChosenWhereTheyAre() {
        assertEquals(BatchTrackFitters.hasVectors(), BatchTrackFitters.kernels() instanceof VectorKernels);
    }
}
