package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page of the documentation: its lines that start with four blanks and "./sagitta ", in order. A backslash
 * at the end of a line continues it; a word may stand in single or double quotes; " #" starts a comment. Everything else
 * that a shell would do something with is refused, since nothing here is a shell.
 */
record DocumentedPage(String name, List<Command> commands) {
    private static final Pattern START = Pattern.compile("    (?:\\$ )?\\./sagitta(?: (.*))?");
    private static final Pattern WORD = Pattern.compile("\\G\\s*(?:'([^']*)'|\"([^\"]*)\"|([^\\s'\"|&;<>$`\\\\]+))");

    /**
     * A command.
     *
     * @param line number of its first line, from 1
     * @param words what follows after ./sagitta
     */
    record Command(int line, List<String> words) {
        Command {
            words = List.copyOf(words);
        }

        String[] args() {
            return words.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return "line " + line + ": ./sagitta " + String.join(" ", words);
        }
    }

    DocumentedPage {
        commands = List.copyOf(commands);
    }

    static DocumentedPage read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentedPage parse(String name, List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher start = START.matcher(lines.get(i));
            if (!start.matches()) {
                continue;
            }
            int first = i + 1;
            StringBuilder text = new StringBuilder(start.group(1) == null ? "" : start.group(1));
            while (text.length() > 0 && text.charAt(text.length() - 1) == '\\' && i + 1 < lines.size()) {
                text.setCharAt(text.length() - 1, ' ');
                text.append(lines.get(++i));
            }
            commands.add(new Command(first, words(name + " line " + first, text.toString())));
        }
        return new DocumentedPage(name, commands);
    }

    private static List<String> words(String where, String text) {
        String command = text.replaceFirst("(^|\\s)#.*$", "").strip();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        int end = 0;
        while (end < command.length() && word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
            end = word.end();
        }
        if (end < command.length()) {
            throw new IllegalArgumentException(where + ": only plain words can be run, not " + command.substring(end));
        }
        return words;
    }
}
