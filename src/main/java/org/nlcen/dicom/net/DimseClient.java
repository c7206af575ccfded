package org.nlcen.dicom.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DimseRSP;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;

/** Asks and fetches by DIMSE: C-ECHO, C-FIND and C-GET as a user, study root (PS3.4 annexes A and C). */
public final class DimseClient implements PacsClient {
    private static final int PENDING = 0xff00;
    private static final int PENDING_WITH_WARNING = 0xff01;
    private static final int CANCELLED = 0xfe00;
    private static final int SUCCESS = 0;
    private static final int SUBOPERATIONS_FAILED = 0xb000;
    private static final String FIND = UID.StudyRootQueryRetrieveInformationModelFIND;
    private static final String GET = UID.StudyRootQueryRetrieveInformationModelGET;

    private final DimseServer server;

    public DimseClient(DimseServer server) {
        this.server = server;
    }

    /** Work within an association. */
    private interface Conversation<T> {
        T with(Association association) throws IOException, InterruptedException;
    }

    @Override
    public void echo() throws PacsException {
        AAssociateRQ request = new AAssociateRQ();
        request.addPresentationContext(new Presentation(1, UID.VerificationSOPClass, plainSyntaxes()));
        talk(request, null, association -> {
            DimseRSP response = association.cecho();
            response.next();
            requireSuccess(response.getCommand(), "the echo");
            return null;
        });
    }

    @Override
    public List<RemoteStudy> find(StudyQuery query, BooleanSupplier cancelled) throws PacsException {
        AAssociateRQ request = new AAssociateRQ();
        request.addPresentationContext(new Presentation(1, FIND, plainSyntaxes()));
        return talk(request, null, association -> {
            List<RemoteStudy> studies = new ArrayList<>();
            DimseRSP response = association.cfind(FIND, 0, QueryKeys.of(query), null, MOST_STUDIES);
            boolean stopped = false;
            while (response.next()) {
                if (isPending(response.getCommand()) && studies.size() < MOST_STUDIES) {
                    studies.add(QueryKeys.study(response.getDataset()));
                }
                if (!stopped && (cancelled.getAsBoolean() || studies.size() == MOST_STUDIES)) {
                    response.cancel(association);
                    stopped = true;
                }
            }
            requireSuccess(response.getCommand(), "the search");
            return studies;
        });
    }

    @Override
    public List<Path> retrieve(String studyUid, Path folder, Progress progress, BooleanSupplier cancelled)
            throws PacsException {
        AAssociateRQ request = StorageClasses.request(GET, plainSyntaxes(), classesIn(studyUid));
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
        ReceivedFiles received = new ReceivedFiles(folder);
        StoreService store = new StoreService(received, progress);
        return talk(request, store, association -> {
            DimseRSP response = association.cget(GET, 0, keys, null);
            boolean stopped = false;
            while (response.next()) {
                store.announce(response.getCommand());
                if (!stopped && cancelled.getAsBoolean()) {
                    response.cancel(association);
                    stopped = true;
                }
            }
            requireSuccess(response.getCommand(), "fetching the study");
            return received.files();
        });
    }

    /** SOP classes of a study's images, so far as the archive tells. */
    private Set<String> classesIn(String studyUid) throws PacsException {
        AAssociateRQ request = new AAssociateRQ();
        request.addPresentationContext(new Presentation(1, FIND, plainSyntaxes()));
        Attributes keys = new Attributes();
        keys.setString(Tag.QueryRetrieveLevel, VR.CS, "STUDY");
        keys.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
        keys.setNull(Tag.SOPClassesInStudy, VR.UI);
        return talk(request, null, association -> {
            Set<String> classes = new LinkedHashSet<>();
            DimseRSP response = association.cfind(FIND, 0, keys, null, 0);
            while (response.next()) {
                String[] found = isPending(response.getCommand())
                        ? response.getDataset().getStrings(Tag.SOPClassesInStudy)
                        : null;
                classes.addAll(found == null ? List.of() : List.of(found));
            }
            return classes;
        });
    }

    private <T> T talk(AAssociateRQ request, StoreService store, Conversation<T> conversation) throws PacsException {
        try (DimseNode node = new DimseNode(server, store)) {
            Association association = node.connect(request);
            try {
                return conversation.with(association);
            } finally {
                hangUp(association);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PacsException("Talking to the archive was cancelled.", e);
        } catch (PacsException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | InternalException e) {
            throw new PacsException(
                    "The archive at " + server.host() + ":" + server.port() + " cannot be reached or refused us ("
                            + e.getMessage() + "). Check address, titles and TLS.",
                    e);
        }
    }

    private static void hangUp(Association association) throws InterruptedException {
        try {
            if (association.isReadyForDataTransfer()) {
                association.release();
            }
        } catch (IOException e) {
            association.abort();
        }
    }

    private static boolean isPending(Attributes command) {
        int status = command.getInt(Tag.Status, -1);
        return status == PENDING || status == PENDING_WITH_WARNING;
    }

    private static void requireSuccess(Attributes command, String what) throws PacsException {
        int status = command == null ? -1 : command.getInt(Tag.Status, -1);
        if (status != SUCCESS && status != CANCELLED && status != SUBOPERATIONS_FAILED) {
            String comment = command == null ? "" : " " + command.getString(Tag.ErrorComment, "");
            throw new PacsException(
                    "The archive refused " + what + " (status " + Integer.toHexString(status) + ")." + comment, null);
        }
    }

    private static String[] plainSyntaxes() {
        return new String[] {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2"};
    }
}
