package org.nlcen.app.help;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Sets a page of Markdown as text of the window, in its type and colours. HTML in a page is left out. */
final class GuideView {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final double PICTURE = 620;

    private final GuideBook book;
    private final Consumer<String> follow;

    /** @param follow called with the file of a page whose link was clicked */
    GuideView(GuideBook book, Consumer<String> follow) {
        this.book = book;
        this.follow = follow;
    }

    /** The page as lines one below the other. */
    VBox page(String markdown) {
        VBox page = new VBox();
        page.getStyleClass().add("guide-page");
        blocks(PARSER.parse(markdown), page);
        return page;
    }

    private void blocks(Node parent, Pane into) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, into);
        }
    }

    private void block(Node node, Pane into) {
        if (node instanceof Heading heading) {
            TextFlow flow = flow(node, "guide-heading-" + Math.min(3, heading.getLevel()));
            flow.setAccessibleRole(AccessibleRole.TEXT);
            into.getChildren().add(flow);
        } else if (node instanceof Paragraph) {
            boolean picture = node.getFirstChild() instanceof org.commonmark.node.Image
                    && node.getFirstChild() == node.getLastChild();
            into.getChildren()
                    .add(
                            picture
                                    ? picture((org.commonmark.node.Image) node.getFirstChild())
                                    : flow(node, "guide-text"));
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            list(node, into);
        } else if (node instanceof FencedCodeBlock code) {
            into.getChildren().add(code(code.getLiteral()));
        } else if (node instanceof IndentedCodeBlock code) {
            into.getChildren().add(code(code.getLiteral()));
        } else if (node instanceof BlockQuote) {
            VBox quote = new VBox();
            quote.getStyleClass().add("guide-quote");
            blocks(node, quote);
            into.getChildren().add(quote);
        } else if (node instanceof TableBlock) {
            into.getChildren().add(table(node));
        } else if (node instanceof ThematicBreak) {
            Region rule = new Region();
            rule.getStyleClass().add("guide-rule");
            into.getChildren().add(rule);
        }
    }

    private void list(Node list, Pane into) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                Label mark = new Label(list instanceof OrderedList ? number++ + "." : "•");
                mark.setMinWidth(Region.USE_PREF_SIZE);
                mark.getStyleClass().add("guide-mark");
                VBox body = new VBox();
                body.getStyleClass().add("guide-item");
                HBox.setHgrow(body, javafx.scene.layout.Priority.ALWAYS);
                blocks(item, body);
                into.getChildren().add(new HBox(mark, body));
            }
        }
    }

    private GridPane table(Node block) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        int line = 0;
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node tableRow = part.getFirstChild(); tableRow != null; tableRow = tableRow.getNext()) {
                if (tableRow instanceof TableRow) {
                    int column = 0;
                    for (Node cell = tableRow.getFirstChild(); cell != null; cell = cell.getNext()) {
                        boolean head = cell instanceof TableCell tableCell && tableCell.isHeader();
                        grid.add(flow(cell, head ? "guide-head" : "guide-text"), column++, line);
                    }
                    line++;
                }
            }
        }
        return grid;
    }

    private static Label code(String literal) {
        Label code = new Label(literal.stripTrailing());
        code.getStyleClass().add("guide-code");
        code.setMaxWidth(Double.MAX_VALUE);
        code.setWrapText(true);
        code.setMinHeight(Region.USE_PREF_SIZE);
        return code;
    }

    private javafx.scene.Node picture(org.commonmark.node.Image image) {
        String alternative = words(image);
        return book.bytes(image.getDestination())
                .<javafx.scene.Node>map(bytes -> {
                    Image picture = new Image(new ByteArrayInputStream(bytes));
                    ImageView view = new ImageView(picture);
                    view.setPreserveRatio(true);
                    view.setFitWidth(Math.min(PICTURE, picture.getWidth()));
                    view.setAccessibleText(alternative);
                    return view;
                })
                .orElseGet(() -> {
                    Label missing = new Label(alternative);
                    missing.getStyleClass().add("muted");
                    return missing;
                });
    }

    private TextFlow flow(Node node, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        inline(node, flow, "");
        return flow;
    }

    private void inline(Node parent, TextFlow flow, String style) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof org.commonmark.node.Text text) {
                add(flow, text.getLiteral(), style);
            } else if (node instanceof SoftLineBreak) {
                add(flow, " ", style);
            } else if (node instanceof HardLineBreak) {
                add(flow, "\n", style);
            } else if (node instanceof Code code) {
                add(flow, code.getLiteral(), "guide-inline-code");
            } else if (node instanceof StrongEmphasis) {
                inline(node, flow, "guide-strong");
            } else if (node instanceof Emphasis) {
                inline(node, flow, "guide-emphasis");
            } else if (node instanceof Link link) {
                link(link, flow);
            } else if (node instanceof org.commonmark.node.Image image) {
                flow.getChildren().add(picture(image));
            }
        }
    }

    private void link(Link link, TextFlow flow) {
        String to = link.getDestination();
        if (to.endsWith(".md")) {
            Hyperlink hyperlink = new Hyperlink(words(link));
            hyperlink.setOnAction(event -> follow.accept(to));
            flow.getChildren().add(hyperlink);
        } else {
            // the program opens no network: an address can be read and typed elsewhere
            String words = words(link);
            add(flow, words.equals(to) ? to : words + " (" + to + ")", "");
        }
    }

    private static void add(TextFlow flow, String literal, String style) {
        Text text = new Text(literal);
        text.getStyleClass().add("guide-run");
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        flow.getChildren().add(text);
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof org.commonmark.node.Text text ? text.getLiteral() : words(child));
        }
        return words.toString();
    }
}
