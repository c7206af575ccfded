package org.nlcen.app.help;

/** Which program this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Such as "0.1.0"; "development" where it does not run from its jar. */
    public static String current() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
