package org.nlcen.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.aoju.bus.image.galaxy.media.MultipartInputStream;
import org.aoju.bus.image.galaxy.media.MultipartParser;
import org.aoju.bus.image.galaxy.media.MultipartReader;

/** Asks and fetches by DICOMweb: QIDO-RS and WADO-RS (PS3.18 sections 10.6 and 10.4). */
public final class DicomWebClient implements PacsClient {
    private static final int MOST_JSON_BYTES = 64 << 20;

    private final DicomWebServer server;

    public DicomWebClient(DicomWebServer server) {
        this.server = server;
    }

    @Override
    public void echo() throws PacsException {
        try (InputStream answer =
                get("/studies?limit=1", "application/dicom+json").body()) {
            answer.readNBytes(MOST_JSON_BYTES);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    @Override
    public List<RemoteStudy> find(StudyQuery query, BooleanSupplier cancelled) throws PacsException {
        StringBuilder path = new StringBuilder("/studies?limit=" + MOST_STUDIES);
        append(path, "PatientName", query.patientName());
        append(path, "PatientID", query.patientId());
        append(path, "StudyDate", query.studyDate());
        append(path, "ModalitiesInStudy", query.modality());
        path.append("&includefield=StudyDescription&includefield=NumberOfStudyRelatedInstances");
        path.append("&includefield=ModalitiesInStudy");
        List<RemoteStudy> studies = new ArrayList<>();
        HttpResponse<InputStream> response = get(path.toString(), "application/dicom+json");
        if (response.statusCode() == 204) {
            return studies;
        }
        try (InputStream answer = response.body()) {
            String json = new String(answer.readNBytes(MOST_JSON_BYTES), StandardCharsets.UTF_8);
            JsonElement parsed = JsonParser.parseString(json.isBlank() ? "[]" : json);
            JsonArray array = parsed.getAsJsonArray();
            for (int i = 0; i < Math.min(MOST_STUDIES, array.size()) && !cancelled.getAsBoolean(); i++) {
                studies.add(DicomJson.study(array.get(i).getAsJsonObject()));
            }
            return studies;
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new PacsException("The archive's answer is no DICOM JSON.", e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private static void append(StringBuilder path, String key, String value) {
        if (!value.isBlank()) {
            path.append('&').append(key).append('=').append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public List<Path> retrieve(String studyUid, Path folder, Progress progress, BooleanSupplier cancelled)
            throws PacsException {
        if (!studyUid.matches("[0-9.]{1,64}")) {
            throw new PacsException("This is no study identifier: " + studyUid, null);
        }
        ReceivedFiles received = new ReceivedFiles(folder);
        HttpResponse<InputStream> response =
                get("/studies/" + studyUid, "multipart/related; type=\"application/dicom\"; transfer-syntax=*");
        String boundary = boundary(response);
        try (InputStream answer = new CancellableInput(response.body(), cancelled)) {
            new MultipartParser(boundary).parse(answer, new MultipartParser.Handler() {
                @Override
                public void bodyPart(MultipartInputStream part, int number) throws IOException {
                    Map<String, List<String>> headers = part.readHeaderParams();
                    if (headers.toString().toLowerCase(Locale.ROOT).contains("application/dicom")) {
                        progress.received(received.add(part::transferTo), -1);
                    } else {
                        part.skipAll();
                    }
                }

                @Override
                public void bodyPart(MultipartReader reader, int number, Map<String, String> headers) {
                    throw new UnsupportedOperationException("parts come as streams");
                }
            });
        } catch (CancellableInput.Cancelled e) {
            return received.files();
        } catch (IOException e) {
            throw unreachable(e);
        }
        return received.files();
    }

    private static String boundary(HttpResponse<?> response) throws PacsException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        for (String part : type.split(";")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase("boundary")) {
                return pair[1].replace("\"", "");
            }
        }
        throw new PacsException("The archive did not send images but " + type + ".", null);
    }

    private HttpResponse<InputStream> get(String path, String accept) throws PacsException {
        try {
            HttpClient.Builder client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(server.timeoutSeconds()))
                    .followRedirects(HttpClient.Redirect.NEVER);
            if (server.trusted().isPresent()) {
                client.sslContext(TrustedCertificates.context(server.trusted()));
            }
            String base = server.base().toString().replaceAll("/+$", "");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(server.timeoutSeconds()))
                    .header("Accept", accept);
            server.authorization().ifPresent(value -> request.header("Authorization", value));
            HttpResponse<InputStream> response =
                    client.build().send(request.GET().build(), BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                response.body().close();
                throw new PacsException("The archive answered with HTTP status " + response.statusCode() + ".", null);
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PacsException("Talking to the archive was cancelled.", e);
        } catch (PacsException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreachable(e);
        }
    }

    private PacsException unreachable(Exception cause) {
        return new PacsException(
                "The archive at " + server.base() + " cannot be reached (" + cause.getMessage()
                        + "). Check its address and certificate.",
                cause);
    }
}
