package org.sagitta.geometry.detector;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sagitta.geometry.detector.RingCuts.Frame;
import org.sagitta.geometry.linear.Vec3;

/**
 * The sensors of a tracker that is built around the z axis, in rings of about the same r and z, see {@link RingCuts}. Any
 * tracker may be put into it; one of barrels and discs is found faster than by boxes in x, y and z, because rings are few and an
 * arc of a track covers a short range of azimuth. Bit sets tell which rings lie in the range of r and in that of z of an arc:
 * on the way down a tree of boxes the processor would guess one branch after the other wrong.
 */
final class RingIndex {
    /** Added to every margin so that rounding never loses a sensor at the edge of its box [mm]. */
    private static final double ROUNDING = 1e-6;

    /** A path that comes nearer to the axis than its margin over this may be at any azimuth. */
    private static final double STEEPEST = 0.5;

    /** How far the azimuth of a path is known [rad]; the tangent's polynomial is good to 1e-5. */
    static final double AZIMUTH_ERROR = 2e-5;

    /** Widths of the bins of the bit sets [mm]. */
    private static final double R_BIN = 5;

    private static final double Z_BIN = 20;

    private static final int STRIDE = 4;

    /** Per ring: centre r, z and half extent r, z [mm]. */
    private final double[] box;

    private final IntervalBits r;
    private final IntervalBits z;
    private final Rings rings;

    private RingIndex(List<Sector> sectors, List<List<Integer>> members) {
        List<Frame> frames =
                members.stream().map(ring -> Frame.around(sectors, ring)).toList();
        this.box = frames.stream()
                .flatMapToDouble(f -> DoubleStream.of(f.middleR(), f.middleZ(), f.halfR(), f.halfZ()))
                .toArray();
        this.r = IntervalBits.of(frames, Frame::rMin, Frame::rMax, R_BIN);
        this.z = IntervalBits.of(frames, Frame::zMin, Frame::zMax, Z_BIN);
        this.rings = new Rings(sectors, members);
    }

    static RingIndex over(List<Sector> sectors) {
        return new RingIndex(sectors, RingCuts.rings(sectors));
    }

    /**
     * Writes down every sensor that comes within the margin of a straight segment, and some more; each once.
     *
     * @param into takes them from the front on; as long as there are sensors
     * @return how many
     */
    int near(Vec3 from, Vec3 to, double margin, int[] into) {
        Swath swath = Swath.of(from, to, margin + ROUNDING);
        double reachR = Math.abs(swath.halfR) + swath.marginR;
        double reachZ = Math.abs(swath.halfZ) + swath.margin;
        int rBegin = r.bin(swath.r - reachR);
        int rEnd = r.bin(swath.r + reachR);
        int zBegin = z.bin(swath.z - reachZ);
        int zEnd = z.bin(swath.z + reachZ);
        int found = 0;
        for (int word = 0; word < r.words(); word++) {
            long bits = r.meeting(rBegin, rEnd, word) & z.meeting(zBegin, zEnd, word);
            for (long met = met(swath, word, bits); met != 0; met &= met - 1) {
                int ring = word * Long.SIZE + Long.numberOfTrailingZeros(met);
                found = inRing(ring, swath, into, found);
            }
        }
        return found;
    }

    /** Of the rings in a word those that the segment meets, found without a branch but for the end of the loop. */
    private long met(Swath swath, int word, long bits) {
        long met = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            int n = Long.numberOfTrailingZeros(rest);
            met |= (meets(swath, (word * Long.SIZE + n) * STRIDE) ? 1L : 0L) << n;
        }
        return met;
    }

    private int inRing(int ring, Swath swath, int[] into, int found) {
        double rMin = box[ring * STRIDE] - box[ring * STRIDE + 2];
        return swath.leavesBefore(rMin)
                ? rings.near(ring, swath.phiOut, swath.halfPhiFrom(rMin), into, found)
                : rings.near(ring, swath.phi, swath.halfPhi, into, found);
    }

    /** Separating axis test of a segment in (r, z) against a box, see {@link BoxTree}. All of it, without a branch. */
    @SuppressWarnings("ShortCircuitBoolean")
    private boolean meets(Swath swath, int b) {
        double dr = swath.r - box[b];
        double dz = swath.z - box[b + 1];
        double er = box[b + 2] + swath.marginR;
        double ez = box[b + 3] + swath.margin;
        double ar = Math.abs(swath.halfR);
        double az = Math.abs(swath.halfZ);
        return Math.abs(dr) <= er + ar
                & Math.abs(dz) <= ez + az
                & Math.abs(dr * swath.halfZ - dz * swath.halfR) <= er * az + ez * ar;
    }

    /**
     * What is near a straight segment, in r, z and azimuth: a segment in (r, z) by its middle and half its vector [mm] with
     * margins in r and z around it, and a range of azimuth by its middle in [0, 2 pi) and half its width [rad]. For a
     * segment that starts near the axis: the azimuth of its direction, the distance of its line from the axis and the
     * radius at its start.
     */
    record Swath(
            double r,
            double halfR,
            double marginR,
            double z,
            double halfZ,
            double margin,
            double phi,
            double halfPhi,
            double phiOut,
            double aside,
            double r0) {

        /**
         * Whether the segment starts near the axis, at any azimuth, but passes this radius outwards only and far from the
         * axis: from there on its azimuth is known again. All within the margin is counted in.
         */
        boolean leavesBefore(double radius) {
            return halfPhi >= Math.PI && radius - margin > r0 && aside + margin < STEEPEST * (radius - margin);
        }

        /** Half the range of azimuth about {@link #phiOut} from that radius on. */
        double halfPhiFrom(double radius) {
            return asinAtMost((aside + margin) / (radius - margin)) + AZIMUTH_ERROR;
        }

        /**
         * The azimuth in [0, 2 pi), to {@link #AZIMUTH_ERROR}: the arc tangent by the polynomial of Abramowitz and Stegun, Handbook of
         * Mathematical Functions, eq. 4.4.49.
         */
        static double azimuth(double x, double y) {
            double ax = Math.abs(x);
            double ay = Math.abs(y);
            double larger = Math.max(ax, ay);
            double t = larger == 0 ? 0 : Math.min(ax, ay) / larger;
            double t2 = t * t;
            double angle = t * (0.9998660 + t2 * (-0.3302995 + t2 * (0.1801410 + t2 * (-0.0851330 + t2 * 0.0208351))));
            double inQuadrant = ay > ax ? 0.5 * Math.PI - angle : angle;
            double above = x < 0 ? Math.PI - inQuadrant : inQuadrant;
            return Sector.positive(y < 0 ? -above : above);
        }

        /** Somewhat more than the angle of a sine from 0 to 1. */
        private static double asinAtMost(double sine) {
            return (sine <= STEEPEST ? 1.05 : 0.5 * Math.PI) * sine;
        }

        /**
         * Seen along the axis, with ends at r0 and r1 and the length c, the segment stays within (c^2 - (r1 - r0)^2) / 2c
         * below the straight line from r0 to r1, as r is a convex function with slopes between -1 and 1. It comes no nearer
         * to the axis than (r0 + r1 - c) / 2.
         */
        static Swath of(Vec3 from, Vec3 to, double margin) {
            double r0 = from.perp();
            double r1 = to.perp();
            double across = to.minus(from).perp();
            double sag = across == 0 ? 0 : Math.max(0, across * across - (r1 - r0) * (r1 - r0)) / (2 * across);
            double closest = 0.5 * (r0 + r1 - across);
            // The sum of the directions to both ends bisects the angle between them, the sine of half of which is half
            // their difference.
            double x0 = from.x() / r0;
            double y0 = from.y() / r0;
            double x1 = to.x() / r1;
            double y1 = to.y() / r1;
            double halfTurn = asinAtMost(0.5 * Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)));
            boolean anywhere = !(margin < STEEPEST * closest);
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double aside = across == 0 ? 0 : Math.abs(from.x() * dy - from.y() * dx) / across;
            return new Swath(
                    0.5 * (r0 + r1 - sag),
                    0.5 * (r1 - r0),
                    0.5 * sag + margin,
                    0.5 * (from.z() + to.z()),
                    0.5 * (to.z() - from.z()),
                    margin,
                    anywhere ? 0 : azimuth(x0 + x1, y0 + y1),
                    anywhere ? Math.PI : halfTurn + asinAtMost(margin / closest) + AZIMUTH_ERROR,
                    anywhere ? azimuth(dx, dy) : 0,
                    aside,
                    r0);
        }
    }
}
