package org.nlcen.dicom.net;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive that speaks DIMSE.
 *
 * @param calledAe its application entity title
 * @param callingAe ours, as the archive knows us
 * @param tls whether to speak through TLS 1.2 or 1.3, the server's certificate checked
 * @param trusted PEM file with the certificates to trust; without it those of the Java platform
 * @param timeoutSeconds for connecting and for each answer
 */
public record DimseServer(
        String host,
        int port,
        String calledAe,
        String callingAe,
        boolean tls,
        Optional<Path> trusted,
        int timeoutSeconds) {}
