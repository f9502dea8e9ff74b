package org.sagitta.geometry.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;

/**
 * Independent Gaussian displacements of all structures of one level.
 *
 * @param frame axes of both vectors
 * @param sigmaTranslation standard deviation of the shift along each axis [mm], zero or positive
 * @param sigmaRotation standard deviation of the rotation vector's components [rad], zero or positive
 */
public record RandomDisplacement(StructureLevel level, Frame frame, Vec3 sigmaTranslation, Vec3 sigmaRotation) {

    public RandomDisplacement {
        requirePositive("translation", sigmaTranslation);
        requirePositive("rotation", sigmaRotation);
    }

    /**
     * Draws a displacement for each structure of the level, in the order of {@link Structure#all}. Each takes six
     * deviates (x, y, z of the translation, then of the rotation), also where a sigma is zero, so that a changed sigma
     * leaves the other draws as they were.
     *
     * @param standardNormal gives independent deviates of mean zero and variance one
     */
    public List<Displacement> draw(Tracker tracker, DoubleSupplier standardNormal) {
        List<Displacement> drawn = new ArrayList<>();
        for (String structure : Structure.all(tracker, level).keySet()) {
            Vec3 translation = draw(sigmaTranslation, standardNormal);
            Vec3 rotation = draw(sigmaRotation, standardNormal);
            drawn.add(new StructureDisplacement(level, structure, frame, translation, rotation));
        }
        return drawn;
    }

    private static Vec3 draw(Vec3 sigma, DoubleSupplier standardNormal) {
        double x = sigma.x() * standardNormal.getAsDouble();
        double y = sigma.y() * standardNormal.getAsDouble();
        double z = sigma.z() * standardNormal.getAsDouble();
        return new Vec3(x, y, z);
    }

    private static void requirePositive(String what, Vec3 sigma) {
        if (!(sigma.x() >= 0 && sigma.y() >= 0 && sigma.z() >= 0)) {
            throw new IllegalArgumentException(
                    "random displacement: sigma of the " + what + " = " + sigma + "; allowed is zero or positive");
        }
    }
}
