package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of the program and the commit it was built from, as the build wrote them down. */
public final class Version implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    /**
     * For instance {@code 0.1.0+1f2e3d4c5b6a}; with {@code -dirty} when files had been changed, and without a hash when
     * the program was built outside git.
     */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text(properties);
    }

    static String text(Properties properties) {
        String version = properties.getProperty("version", "unknown");
        String commit = properties.getProperty("commit", "");
        return commit.matches("[0-9a-f]+(-dirty)?") ? version + "+" + commit : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "sagitta " + text(), "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name")
        };
    }
}
