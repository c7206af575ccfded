package org.nlcen.app.export;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** An animated GIF that runs forever, written frame by frame. */
final class GifFilm {
    private static final String FORM = "javax_imageio_gif_image_1.0";

    private GifFilm() {}

    /**
     * Writes all frames.
     *
     * @param frame makes a frame by its number; all of one size
     * @param hundredths how long each is shown, in hundredths of a second; its size is the number of frames
     * @param done called with the number of frames written so far
     */
    static void write(OutputStream out, IntFunction<BufferedImage> frame, List<Integer> hundredths, IntConsumer done)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < hundredths.size(); i++) {
                BufferedImage picture = FilmPalette.reduce(frame.apply(i));
                IIOMetadata about = about(writer, picture, hundredths.get(i), i == 0);
                writer.writeToSequence(new IIOImage(picture, null, about), writer.getDefaultWriteParam());
                done.accept(i + 1);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata about(ImageWriter writer, RenderedImage picture, int hundredths, boolean first)
            throws IOException {
        // createFromRenderedImage would take the usual palette for the picture's own
        ImageTypeSpecifier type = new ImageTypeSpecifier(picture);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORM);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", String.valueOf(hundredths));
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // sub-block 1: how often it is repeated, 0 for ever
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORM, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
