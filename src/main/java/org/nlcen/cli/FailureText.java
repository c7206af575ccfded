package org.nlcen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** One line for the person at the terminal. */
final class FailureText {
    private FailureText() {}

    /**
     * The message of a failure this program foresaw. Java's file errors, which are often a bare path, become sentences;
     * what nobody foresaw says so.
     */
    static String of(Throwable failure) {
        if (failure instanceof UncheckedIOException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof FileSystemException e) {
            return ofFileSystem(e);
        }
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory; close other programs, or give more with NLCEN_JAVA_OPTIONS=-Xmx4g";
        }
        boolean own = failure.getClass().getName().startsWith("org.nlcen.");
        if (own || failure instanceof IOException || failure instanceof IllegalArgumentException) {
            return oneLine(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        }
        return "unexpected error, please report it (--verbose shows where it arose): " + oneLine(failure.toString());
    }

    private static String ofFileSystem(FileSystemException failure) {
        String file = Objects.requireNonNullElse(failure.getFile(), "a file");
        if (failure instanceof NoSuchFileException) {
            return file + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return file + ": no permission to read or write it";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return file + ": exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return file + ": is not a folder";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return file + ": is a folder that is not empty";
        }
        return file + ": " + oneLine(Objects.requireNonNullElse(failure.getReason(), "cannot be used"));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
