package org.nlcen.dicom.net;

import java.io.IOException;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;

/** Takes the images an archive sends back over the association on which we asked for them. */
final class StoreService extends BasicCStoreSCP {
    private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";

    private final ReceivedFiles files;
    private final PacsClient.Progress progress;
    private volatile int total = -1;

    StoreService(ReceivedFiles files, PacsClient.Progress progress) {
        super("*");
        this.files = files;
        this.progress = progress;
    }

    /** Learns from an answer how many images there are. */
    void announce(Attributes command) {
        int remaining = command.getInt(Tag.NumberOfRemainingSuboperations, -1);
        if (remaining >= 0) {
            total = remaining
                    + command.getInt(Tag.NumberOfCompletedSuboperations, 0)
                    + command.getInt(Tag.NumberOfFailedSuboperations, 0)
                    + command.getInt(Tag.NumberOfWarningSuboperations, 0);
        }
    }

    @Override
    protected void store(
            Association association, Presentation context, Attributes request, PDVInputStream data, Attributes response)
            throws IOException {
        Attributes meta = new Attributes();
        meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, request.getString(Tag.AffectedSOPClassUID));
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, request.getString(Tag.AffectedSOPInstanceUID));
        meta.setString(Tag.TransferSyntaxUID, VR.UI, context.getTransferSyntax());
        meta.setString(Tag.ImplementationClassUID, VR.UI, "2.25.190383473125563512338862264403210745251");
        int done = files.add(file -> {
            ImageOutputStream out = new ImageOutputStream(file, EXPLICIT_LITTLE);
            out.writeFileMetaInformation(meta);
            data.copyTo(out);
            out.flush();
        });
        progress.received(done, total);
    }
}
