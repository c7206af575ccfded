package org.nlcen.app.preferences;

/** An archive (PACS) the user entered. Passwords are not kept. */
public final class SavedArchive {
    /** Longest application entity title (PS3.5, value representation AE). */
    public static final int LONGEST_TITLE = 16;

    private static final int MOST_PORT = 65_535;
    private static final int MOST_SECONDS = 600;

    /** What lists show. */
    public String name = "";

    /** Whether it speaks DICOMweb, else DIMSE. */
    public boolean web;

    /** DIMSE: its address. */
    public String host = "";

    public int port = 104;

    /** DIMSE: its application entity title. */
    public String calledTitle = "";

    /** DIMSE: ours, as the archive knows us. */
    public String callingTitle = "NLCEN";

    /** DIMSE: whether to speak through TLS. */
    public boolean tls;

    /** DICOMweb: address before {@code /studies}. */
    public String url = "https://";

    /** PEM file with the certificates to trust; empty for those of the platform. */
    public String certificates = "";

    /** For connecting and for each answer. */
    public int timeoutSeconds = 20;

    /** Sets what a file must not say back to the defaults. */
    SavedArchive sane() {
        SavedArchive usual = new SavedArchive();
        name = name == null ? usual.name : name;
        host = host == null ? usual.host : host;
        calledTitle = calledTitle == null ? usual.calledTitle : calledTitle;
        callingTitle = callingTitle == null ? usual.callingTitle : callingTitle;
        url = url == null ? usual.url : url;
        certificates = certificates == null ? usual.certificates : certificates;
        port = port < 1 || port > MOST_PORT ? usual.port : port;
        timeoutSeconds = timeoutSeconds < 1 || timeoutSeconds > MOST_SECONDS ? usual.timeoutSeconds : timeoutSeconds;
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
