package org.nlcen.dicom.parse;

/** Identifiers the parser itself must know (PS3.5 annex A). */
final class TransferSyntaxUids {
    static final String IMPLICIT_LITTLE = "1.2.840.10008.1.2";
    static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    static final String EXPLICIT_BIG = "1.2.840.10008.1.2.2";

    private TransferSyntaxUids() {}
}
