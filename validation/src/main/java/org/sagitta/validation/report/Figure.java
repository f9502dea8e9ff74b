package org.sagitta.validation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A finished figure: panels above each other over one horizontal axis, ready to be drawn. Lengths are in pixels. */
public final class Figure implements Drawing {
    private static final int WIDTH = 860;
    private static final int LEFT = 104;
    private static final int RIGHT = 26;
    private static final int TOP = 46;
    private static final int BOTTOM = 74;
    private static final int GAP = 16;
    private static final int HEIGHT_OF_ONE = 440;
    private static final int HEIGHT_OF_MORE = 240;

    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.BOLD, 20);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

    private final ChartText text;
    private final HorizontalAxis axis;
    private final List<Panel> panels;

    private Figure(ChartText text, HorizontalAxis axis, List<Panel> panels) {
        this.text = text;
        this.axis = axis;
        this.panels = List.copyOf(panels);
    }

    /**
     * Panels above each other, the first on top.
     *
     * @throws IllegalArgumentException if there is no panel
     */
    public static Figure stacked(ChartText text, HorizontalAxis axis, List<Panel> panels) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("figure without a panel");
        }
        return new Figure(text, axis, panels);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        int frames = panels.size() == 1
                ? HEIGHT_OF_ONE
                : (int) Math.max(HEIGHT_OF_ONE, HEIGHT_OF_MORE * panels.size() * 0.9);
        return TOP + frames + GAP * (panels.size() - 1) + BOTTOM;
    }

    /** The figure as pixels on white, for viewers that read no SVG. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(WIDTH, height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(g);
        g.dispose();
        return image;
    }

    @Override
    public void draw(Graphics2D g) {
        // JFreeChart reads this hint and puts it back; Batik has none and refuses the null.
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, height()));
        g.setPaint(Color.BLACK);
        g.setStroke(new BasicStroke(1f));
        drawHeader(g);
        List<Rectangle2D> frames = frames();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < panels.size(); i++) {
            PanelPainter painter = new PanelPainter(panels.get(i), axis, named);
            painter.draw(g, frames.get(i), i == panels.size() - 1);
            drawVerticalLabel(g, panels.get(i).label(), frames.get(i));
            panels.get(i).series().forEach(s -> named.add(s.name()));
        }
        drawHorizontalLabel(g);
    }

    private List<Rectangle2D> frames() {
        double total = panels.stream().mapToDouble(Panel::weight).sum();
        double free = height() - TOP - BOTTOM - GAP * (panels.size() - 1.0);
        List<Rectangle2D> frames = new ArrayList<>();
        double y = TOP;
        for (Panel panel : panels) {
            double h = free * panel.weight() / total;
            frames.add(new Rectangle2D.Double(LEFT, y, WIDTH - LEFT - RIGHT, h));
            y += h + GAP;
        }
        return frames;
    }

    private void drawHeader(Graphics2D g) {
        g.setFont(LABEL);
        g.drawString(text.label(), LEFT, TOP - 14);
        g.setFont(PLAIN);
        g.drawString(text.context(), WIDTH - RIGHT - g.getFontMetrics().stringWidth(text.context()), TOP - 14);
    }

    private void drawHorizontalLabel(Graphics2D g) {
        g.setFont(PLAIN);
        g.drawString(axis.label(), WIDTH - RIGHT - g.getFontMetrics().stringWidth(axis.label()), height() - 16);
    }

    /** Along the axis, ending at its upper end as is the custom; centred where it is longer than the frame. */
    private static void drawVerticalLabel(Graphics2D g, String label, Rectangle2D frame) {
        g.setPaint(Color.BLACK);
        g.setFont(PLAIN);
        FontMetrics metrics = g.getFontMetrics();
        double length = metrics.stringWidth(label);
        double start = length < frame.getHeight() ? frame.getMinY() + length : frame.getCenterY() + length / 2;
        AffineTransform saved = g.getTransform();
        g.translate(28, start);
        g.rotate(-Math.PI / 2);
        g.drawString(label, 0, 0);
        g.setTransform(saved);
    }
}
