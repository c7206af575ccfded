package org.nlcen.dicom.parse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.nlcen.image.Explanation;

/**
 * A DICOM file as read.
 *
 * @param path where it lies
 * @param meta file meta information, empty where the file has none
 * @param data the data set without pixel data
 * @param transferSyntax as declared, else as found
 * @param pixels the pixel data element, if any
 * @param complete whether the data set was read to its end without damage
 * @param remarks what was odd about the file, plain sentences for people
 */
public record ParsedFile(
        Path path,
        Attributes meta,
        Attributes data,
        String transferSyntax,
        Optional<PixelElement> pixels,
        boolean complete,
        List<Explanation> remarks) {
    public ParsedFile {
        remarks = List.copyOf(remarks);
    }
}
