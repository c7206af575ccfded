package org.nlcen.dicom.net;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An archive one can ask and fetch from. Calls block; run them off the window's thread. */
public interface PacsClient {
    /** Most studies a query returns. */
    int MOST_STUDIES = 500;

    /** Told after each image that arrived. */
    @FunctionalInterface
    interface Progress {
        /**
         * @param done images on disk
         * @param total images announced, -1 where the archive does not say
         */
        void received(int done, int total);
    }

    /** Asks whether the archive is there and talks to us. */
    void echo() throws PacsException;

    /** Looks for studies, at most {@link #MOST_STUDIES}; a cancelled search returns what it has. */
    List<RemoteStudy> find(StudyQuery query, BooleanSupplier cancelled) throws PacsException;

    /**
     * Fetches a study.
     *
     * @param folder where the files go, under numbers; must exist
     * @return the files, in the order of arrival; after a cancel those that arrived whole
     */
    List<Path> retrieve(String studyUid, Path folder, Progress progress, BooleanSupplier cancelled)
            throws PacsException;
}
