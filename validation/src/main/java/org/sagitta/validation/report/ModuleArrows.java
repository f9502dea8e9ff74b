package org.sagitta.validation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagitta.validation.study.SensorShift;

/**
 * How sensors are displaced, as arrows at their centres, much longer than they are: on the left across the beam, sensors of the
 * barrel near the middle; on the right along the beam, sensors near the x axis.
 */
public final class ModuleArrows implements Drawing {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 520;
    private static final int TOP = 60;
    private static final int MARGIN = 30;

    /** Edges of the drawing [mm]. */
    private static final double R_MAX = 1200;

    private static final double Z_MAX = 3000;

    /** Only one sensor is drawn in a square of this size [mm]. */
    private static final double SPACING = 60;

    /** Half length of the part of the barrel that is seen along the beam [mm]. */
    private static final double Z_SLICE = 250;

    /** Half width of the part that is seen from the side [rad]. */
    private static final double PHI_SLICE = 0.25;

    /** Length of the longest arrow [mm in the drawing]. */
    private static final double LONGEST = 200;

    private static final double HEAD = 6;

    private final String title;
    private final double exaggeration;
    private final List<SensorShift> across;
    private final List<SensorShift> along;

    /** @param title name of the mode and its amplitude */
    public ModuleArrows(String title, List<SensorShift> sensors) {
        this.title = title;
        double largest =
                sensors.stream().mapToDouble(s -> s.shift().norm()).max().orElse(0);
        this.exaggeration = largest > 0 ? LONGEST / largest : 1;
        Map<List<Long>, SensorShift> front = new LinkedHashMap<>();
        Map<List<Long>, SensorShift> side = new LinkedHashMap<>();
        for (SensorShift s : sensors) {
            if (s.subdetector().isBarrel() && Math.abs(s.centre().z()) < Z_SLICE) {
                front.putIfAbsent(cell(s.centre().x(), s.centre().y()), s);
            }
            if (Math.abs(s.centre().phi()) < PHI_SLICE) {
                side.putIfAbsent(cell(s.centre().z(), s.centre().perp()), s);
            }
        }
        this.across = new ArrayList<>(front.values());
        this.along = new ArrayList<>(side.values());
    }

    private static List<Long> cell(double a, double b) {
        return List.of((long) Math.floor(a / SPACING), (long) Math.floor(b / SPACING));
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Graphics2D g) {
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        g.setPaint(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        g.drawString(ChartText.SIMULATION, MARGIN, 32);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        String text = String.format(Locale.ROOT, "%s, arrows x %.0f", title, exaggeration);
        g.drawString(text, WIDTH - MARGIN - g.getFontMetrics().stringWidth(text), 32);
        double side = HEIGHT - TOP - 2.0 * MARGIN;
        Window front = new Window(MARGIN, TOP, side / (2 * R_MAX), -R_MAX, R_MAX);
        front.frame(g, side, side, "x and y, |z| < 25 cm");
        for (SensorShift s : across) {
            front.arrow(
                    g, s.centre().x(), s.centre().y(), s.shift().x(), s.shift().y());
        }
        double left = 2.0 * MARGIN + side;
        double length = WIDTH - MARGIN - left;
        Window beam = new Window(left, TOP, length / (2 * Z_MAX), -Z_MAX, R_MAX * 1.2);
        beam.frame(g, length, R_MAX * 1.2 * length / (2 * Z_MAX) + MARGIN, "z and r near the x axis");
        for (SensorShift s : along) {
            double dr = Math.hypot(
                            s.centre().x() + s.shift().x(),
                            s.centre().y() + s.shift().y())
                    - s.centre().perp();
            beam.arrow(g, s.centre().z(), s.centre().perp(), s.shift().z(), dr);
        }
    }

    /** A part of the sheet with a scale; the point (low, high) is in its upper left corner. */
    private final class Window {
        private final double x0;
        private final double y0;
        private final double scale;
        private final double low;
        private final double high;

        Window(double x0, double y0, double scale, double low, double high) {
            this.x0 = x0;
            this.y0 = y0;
            this.scale = scale;
            this.low = low;
            this.high = high;
        }

        void frame(Graphics2D g, double width, double height, String label) {
            g.setPaint(Palette.GREY.colour());
            g.setStroke(new BasicStroke(1f));
            g.draw(new Rectangle2D.Double(x0, y0, width, height));
            g.setPaint(Color.BLACK);
            g.drawString(label, (float) x0, (float) (y0 + height + 20));
        }

        void arrow(Graphics2D g, double a, double b, double da, double db) {
            double x = x0 + scale * (a - low);
            double y = y0 + scale * (high - b);
            double dx = scale * exaggeration * da;
            double dy = -scale * exaggeration * db;
            g.setPaint(Palette.GREY.colour());
            g.fill(new Ellipse2D.Double(x - 1.5, y - 1.5, 3, 3));
            double length = Math.hypot(dx, dy);
            if (length < 1) {
                return;
            }
            g.setPaint(Palette.RED.colour());
            g.setStroke(new BasicStroke(1.3f));
            g.draw(new Line2D.Double(x, y, x + dx, y + dy));
            double head = Math.min(HEAD, 0.5 * length);
            double ux = dx / length * head;
            double uy = dy / length * head;
            g.draw(new Line2D.Double(x + dx, y + dy, x + dx - ux - 0.5 * uy, y + dy - uy + 0.5 * ux));
            g.draw(new Line2D.Double(x + dx, y + dy, x + dx - ux + 0.5 * uy, y + dy - uy - 0.5 * ux));
        }
    }
}
