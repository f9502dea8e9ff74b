package org.sagitta.data.io.lhe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sagitta.data.io.events.FileWeights;
import org.sagitta.data.io.events.LineReader;
import org.sagitta.data.io.events.WordCursor;

/**
 * The weights of an event: XWGTUP, then those of {@code <rwgt>} by their id, then those of {@code <weights>} by their
 * place.
 */
final class LheWeights {
    private static final String NOMINAL = "XWGTUP";
    private static final Pattern WGT = Pattern.compile("<wgt\\s+id\\s*=\\s*['\"]([^'\"]*)['\"]\\s*>([^<]*)</wgt>");
    private static final Pattern WEIGHTS = Pattern.compile("<weights>([^<]*)</weights>");

    private final LineReader lines;
    private final List<String> names = new ArrayList<>(List.of(NOMINAL));
    private final List<Double> values = new ArrayList<>();

    LheWeights(LineReader lines) {
        this.lines = lines;
    }

    /** Takes the weights that a line of the event holds. */
    void add(String text) {
        if (text.contains("<wgt")) {
            Matcher wgt = WGT.matcher(text);
            int found = 0;
            while (wgt.find()) {
                add(String.valueOf(wgt.group(1)), String.valueOf(wgt.group(2)).strip());
                found++;
            }
            if (found == 0) {
                throw lines.bad("is '" + WordCursor.shown(text.strip()) + "', must be <wgt id='...'> number </wgt>");
            }
        } else if (text.contains("<weights>")) {
            addUnnamed(text);
        }
    }

    private void addUnnamed(String text) {
        Matcher all = WEIGHTS.matcher(text);
        if (!all.find()) {
            throw lines.bad("is '" + WordCursor.shown(text.strip()) + "', must be <weights> numbers </weights>");
        }
        WordCursor words = new WordCursor(lines, String.valueOf(all.group(1)));
        for (int i = 0; words.hasNext(); i++) {
            add(Integer.toString(i), words.word("weight"));
        }
    }

    private void add(String name, String value) {
        names.add(name);
        values.add(new WordCursor(lines, "").real(value, "weight " + name));
    }

    FileWeights with(double nominal) {
        double[] all = new double[names.size()];
        all[0] = nominal;
        for (int i = 1; i < all.length; i++) {
            all[i] = values.get(i - 1);
        }
        return new FileWeights(names, all);
    }
}
