package org.nlcen.app.export;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Text and lines on a page, in the fonts every reader has. */
final class PdfPen {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final float POINTS = 1000;

    private final PDPageContentStream content;
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private PDFont font = plain;
    private float size = 10;
    private int rgb;

    PdfPen(PDPageContentStream content) {
        this.content = content;
    }

    PdfPen plain(float points) {
        font = plain;
        size = points;
        return this;
    }

    PdfPen bold(float points) {
        font = bold;
        size = points;
        return this;
    }

    /** @param colour 0xRRGGBB */
    PdfPen colour(int colour) {
        rgb = colour;
        return this;
    }

    void text(float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor((rgb >> 16 & 255) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f);
        content.newLineAtOffset(x, y);
        content.showText(plain(text));
        content.endText();
    }

    float width(String text) throws IOException {
        return font.getStringWidth(plain(text)) / POINTS * size;
    }

    /** The text, cut off where it is wider. */
    String fitted(String text, float most) throws IOException {
        String cut = text;
        while (cut.length() > 1 && width(cut + (cut.equals(text) ? "" : "…")) > most) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.equals(text) ? text : cut + "…";
    }

    void fill(float x, float y, float width, float height, int colour) throws IOException {
        content.setNonStrokingColor((colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
        content.addRect(x, y, width, height);
        content.fill();
    }

    void line(float fromX, float fromY, float toX, float toY, int colour, float width) throws IOException {
        polyline(List.of(new float[] {fromX, fromY}, new float[] {toX, toY}), colour, width);
    }

    void polyline(List<float[]> points, int colour, float width) throws IOException {
        if (points.size() < 2) {
            return;
        }
        content.setStrokingColor((colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
        content.setLineWidth(width);
        content.moveTo(points.get(0)[0], points.get(0)[1]);
        for (float[] point : points.subList(1, points.size())) {
            content.lineTo(point[0], point[1]);
        }
        content.stroke();
    }

    /** What the fonts can write: Greek epsilon and signs beyond Windows' Latin alphabet are written out or replaced. */
    static String plain(String text) {
        CharsetEncoder latin = LATIN.newEncoder();
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(code -> {
            String sign = Character.toString(code);
            switch (sign) {
                case "ε" -> out.append("epsilon");
                case "∞" -> out.append("inf");
                case "−" -> out.append("-");
                default -> out.append(Character.isISOControl(code) ? " " : latin.canEncode(sign) ? sign : "?");
            }
        });
        return out.toString();
    }
}
