package org.nlcen.dicom.net;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive that speaks DICOMweb.
 *
 * @param base address before {@code /studies}; https, or http for this computer
 * @param authorization value of the Authorization header ("Bearer ..."), if any
 * @param trusted PEM file with the certificates to trust; without it those of the Java platform
 * @param timeoutSeconds for connecting and for an answer to begin
 */
public record DicomWebServer(URI base, Optional<String> authorization, Optional<Path> trusted, int timeoutSeconds) {}
