package org.nlcen.cli;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** What {@code nlcen --version} says. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "NLCEN Viewer " + program(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
        };
    }

    /** The version the jar states; classes run without their jar have none. */
    static String program() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
