package org.nlcen.dicom.net;

import java.util.List;
import java.util.Set;

import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.internal.pdu.RoleSelection;

/** What we accept when we fetch: image storage classes (PS3.4 annex B.5) and the transfer syntaxes we read. */
final class StorageClasses {
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    /** SOP classes, the last parts of their identifiers. */
    private static final List<String> IMAGES = List.of(
                    "1",
                    "1.1",
                    "1.1.1",
                    "1.2",
                    "1.2.1",
                    "1.3",
                    "1.3.1",
                    "2",
                    "2.1",
                    "2.2",
                    "3.1",
                    "4",
                    "4.1",
                    "4.3",
                    "6.1",
                    "6.2",
                    "7",
                    "7.1",
                    "7.2",
                    "7.3",
                    "7.4",
                    "12.1",
                    "12.1.1",
                    "12.2",
                    "12.2.1",
                    "13.1.1",
                    "13.1.2",
                    "13.1.3",
                    "20",
                    "77.1.1",
                    "77.1.2",
                    "77.1.4",
                    "77.1.5.1",
                    "77.1.5.4",
                    "128",
                    "130",
                    "66.4",
                    "481.1",
                    "481.2")
            .stream()
            .map(STORAGE::concat)
            .toList();

    /** Best first; an archive sends what it has, or unpacks it for us. */
    private static final String[] TRANSFER_SYNTAXES = {
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.4.80",
        "1.2.840.10008.1.2.4.90",
        "1.2.840.10008.1.2.4.70",
        "1.2.840.10008.1.2.4.57",
        "1.2.840.10008.1.2.5",
        "1.2.840.10008.1.2.4.81",
        "1.2.840.10008.1.2.4.91",
        "1.2.840.10008.1.2.4.51",
        "1.2.840.10008.1.2.4.50",
        "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2"
    };

    private static final int MOST_CONTEXTS = 127;

    private StorageClasses() {}

    /**
     * A request to fetch. An archive picks one transfer syntax a context and cannot always convert to it, so the
     * classes that are known to come get a context for each syntax; without that knowledge every class gets one.
     */
    static AAssociateRQ request(String getClass, String[] commandSyntaxes, Set<String> known) {
        AAssociateRQ request = new AAssociateRQ();
        request.addPresentationContext(new Presentation(1, getClass, commandSyntaxes));
        boolean each = !known.isEmpty() && known.size() * TRANSFER_SYNTAXES.length <= MOST_CONTEXTS;
        int context = 3;
        for (String storage : each ? known : IMAGES) {
            request.addRoleSelection(new RoleSelection(storage, false, true));
            if (each) {
                for (String syntax : TRANSFER_SYNTAXES) {
                    request.addPresentationContext(new Presentation(context, storage, syntax));
                    context += 2;
                }
            } else {
                request.addPresentationContext(new Presentation(context, storage, TRANSFER_SYNTAXES));
                context += 2;
            }
        }
        return request;
    }
}
