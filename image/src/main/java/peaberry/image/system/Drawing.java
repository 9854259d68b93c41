package peaberry.image.system;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peaberry.image.system.ProcessDeclaration.Use;

/**
 * A declaration as a picture: a box for each process, the most urgent on top, and an arrow from each client up to its
 * server, with the services that it may call. Everything is measured in the pixels of a font with equal widths.
 */
public final class Drawing {

    private static final int ROOT_PRIORITY = 255;

    private static final double CHARACTER = 7.25;
    private static final int LINE = 16;
    private static final int PADDING = 10;
    private static final int GAP = 40;
    /** Between two layers: room for the arrows, and below them for what is written on them. */
    private static final int ARROWS = 70;
    private static final int MARGIN = 20;
    /** Left of the layers: their priorities. */
    private static final int SCALE = 110;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="monospace" font-size="12">
            <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#555"/></marker></defs>
            <rect width="%1$d" height="%2$d" fill="#fff"/>
            """;

    /** Something that takes up room in a layer. */
    private abstract static class Item {

        int x;
        int y;

        abstract int width();

        abstract int height();

        /** What it leads to in layers above, by which its own place is chosen. */
        abstract List<Item> above();

        double middle() {
            return x + width() / 2.0;
        }
    }

    /** A process, and what is written into its box. */
    private static final class Box extends Item {

        final String name;
        final int layer;
        final List<String> lines;
        final List<Arrow> arrows = new ArrayList<>();
        final List<Arrow> arrivals = new ArrayList<>();

        Box(String name, int layer, List<String> lines) {
            this.name = name;
            this.layer = layer;
            this.lines = lines;
        }

        @Override
        int width() {
            double text = Math.max(name.length(), lines.stream().mapToInt(String::length).max().orElse(0)) * CHARACTER;
            return (int) Math.ceil(Math.max(text, labelsWidth()) + 2 * PADDING);
        }

        @Override
        int height() {
            return (lines.size() + 1) * LINE + PADDING;
        }

        @Override
        List<Item> above() {
            return arrows.stream().map(Arrow::first).filter(item -> item instanceof Lane || ((Box) item).layer < layer).toList();
        }

        /** The labels of its arrows stand side by side above it. */
        double labelsWidth() {
            return arrows.stream().mapToDouble(arrow -> arrow.width() + PADDING).sum();
        }
    }

    /** Where an arrow passes a layer. */
    private static final class Lane extends Item {

        Item next;

        @Override
        int width() {
            return PADDING;
        }

        @Override
        int height() {
            return 0;
        }

        @Override
        List<Item> above() {
            return List.of(next);
        }
    }

    /** @param lanes from the client on */
    private record Arrow(Box from, Box to, String label, List<Lane> lanes) {

        double width() {
            return label.length() * CHARACTER;
        }

        Item first() {
            return lanes.isEmpty() ? to : lanes.getFirst();
        }

        double startX() {
            double before = from.arrows.subList(0, from.arrows.indexOf(this)).stream().mapToDouble(arrow -> arrow.width() + PADDING).sum();
            return from.middle() - from.labelsWidth() / 2 + before + (width() + PADDING) / 2;
        }

        double endX() {
            return to.x + to.width() * (to.arrivals.indexOf(this) + 1.0) / (to.arrivals.size() + 1);
        }

        /** Where it arrives at its server from. */
        double lastX() {
            return lanes.isEmpty() ? startX() : lanes.getLast().middle();
        }
    }

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    /** The most urgent first. */
    private final List<List<Item>> layers = new ArrayList<>();
    private final List<Integer> heights = new ArrayList<>();
    private final List<Integer> priorities;
    private final StringBuilder svg = new StringBuilder();
    private int width;
    private int height;

    private Drawing(SystemDeclaration system) {
        priorities = Stream.concat(Stream.of(ROOT_PRIORITY), system.processes().stream().map(ProcessDeclaration::priority))
                .distinct().sorted(Comparator.reverseOrder()).toList();
        priorities.forEach(layer -> layers.add(new ArrayList<>()));
        add(SystemDeclaration.ROOT, ROOT_PRIORITY, List.of("makes all others"));
        for (ProcessDeclaration process : system.processes()) {
            List<String> lines = new ArrayList<>(List.of(Units.showBytes(process.memory()) + ", " + Settings.word(process.restart())));
            Explanation.devicesOf(process).forEach(device -> lines.add(device.what()));
            process.holds().forEach(holding -> lines.add(Settings.word(holding.authority())));
            add(process.name(), process.priority(), lines);
        }
        system.processes().forEach(this::connect);
    }

    /** The picture as an SVG file. */
    public static String of(SystemDeclaration system) {
        Drawing drawing = new Drawing(system);
        drawing.layOut();
        drawing.draw();
        return drawing.svg.toString();
    }

    private void add(String name, int priority, List<String> lines) {
        Box box = new Box(name, priorities.indexOf(priority), lines);
        boxes.put(name, box);
        layers.get(box.layer).add(box);
    }

    /** One arrow to each server, however many of its services are used. */
    private void connect(ProcessDeclaration client) {
        Map<String, List<Use>> servers = client.uses().stream()
                .collect(Collectors.groupingBy(Use::server, LinkedHashMap::new, Collectors.toList()));
        servers.forEach((server, uses) -> {
            String label = uses.stream().map(Use::service).collect(Collectors.joining(", "));
            Arrow arrow = new Arrow(boxes.get(client.name()), boxes.get(server), label, new ArrayList<>());
            for (int layer = arrow.from.layer - 1; layer > arrow.to.layer; layer--) {
                arrow.lanes.add(new Lane());
                layers.get(layer).add(arrow.lanes.getLast());
            }
            for (int i = 0; i < arrow.lanes.size(); i++) {
                arrow.lanes.get(i).next = i + 1 < arrow.lanes.size() ? arrow.lanes.get(i + 1) : arrow.to;
            }
            arrow.from.arrows.add(arrow);
            arrow.to.arrivals.add(arrow);
        });
    }

    /** Layer by layer: each item as near below what it leads to as those beside it allow. */
    private void layOut() {
        height = MARGIN;
        for (List<Item> layer : layers) {
            layer.sort(Comparator.comparingDouble(Drawing::wish));
            int x = MARGIN + SCALE;
            for (Item item : layer) {
                item.x = Math.max(x, (int) (wish(item) - item.width() / 2.0));
                item.y = height;
                x = item.x + item.width() + GAP;
                width = Math.max(width, item.x + item.width() + MARGIN);
            }
            heights.add(layer.stream().mapToInt(Item::height).max().orElse(0));
            height += heights.getLast() + ARROWS;
        }
        height += MARGIN - ARROWS;
        boxes.values().forEach(box -> box.arrows.sort(Comparator.comparingDouble(arrow -> arrow.first().middle())));
        boxes.values().forEach(box -> box.arrivals.sort(Comparator.comparingDouble(Arrow::lastX)));
    }

    private static double wish(Item item) {
        return item.above().stream().mapToDouble(Item::middle).average().orElse(0);
    }

    private void draw() {
        svg.append(HEAD.formatted(width, height));
        for (int layer = 0; layer < layers.size(); layer++) {
            text(MARGIN, layers.get(layer).getFirst().y + LINE, "#555", "priority " + priorities.get(layer));
        }
        boxes.values().forEach(box -> box.arrows.forEach(this::drawLine));
        boxes.values().forEach(this::drawBox);
        boxes.values().forEach(box -> box.arrows.forEach(this::drawLabel));
        svg.append("</svg>\n");
    }

    private void drawLine(Arrow arrow) {
        double x = arrow.startX();
        double y = arrow.from.y - LINE;
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.0f,%.0f", x, y));
        int layer = arrow.from.layer;
        for (Lane lane : arrow.lanes) {
            layer--;
            double below = lane.y + heights.get(layer);
            path.append(curve(x, y, lane.middle(), below)).append(String.format(Locale.ROOT, " V%d", lane.y));
            x = lane.middle();
            y = lane.y;
        }
        boolean goesUp = arrow.to.layer < arrow.from.layer;
        double endY = goesUp ? arrow.to.y + arrow.to.height() : arrow.to.y;
        path.append(goesUp ? curve(x, y, arrow.endX(), endY) : over(x, y, arrow.endX(), endY));
        svg.append("<path class=\"call\" d=\"").append(path).append("\" fill=\"none\" stroke=\"#555\" marker-end=\"url(#arrow)\"/>\n");
    }

    /** Upwards from one point to another, leaving and arriving straight. */
    private static String curve(double x, double y, double endX, double endY) {
        double bend = (y - endY) / 2;
        return String.format(Locale.ROOT, " C%.0f,%.0f %.0f,%.0f %.0f,%.0f", x, y - bend, endX, endY + bend, endX, endY);
    }

    /** Up and over to a neighbour in the same layer. */
    private static String over(double x, double y, double endX, double endY) {
        double top = Math.min(y, endY) - ARROWS / 3.0;
        return String.format(Locale.ROOT, " C%.0f,%.0f %.0f,%.0f %.0f,%.0f", x, top, endX, top, endX, endY);
    }

    private void drawLabel(Arrow arrow) {
        text((int) (arrow.startX() - arrow.width() / 2), arrow.from.y - LINE / 3, "#06c", arrow.label);
    }

    private void drawBox(Box box) {
        svg.append(String.format("<rect class=\"process\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"#f4f1ea\" stroke=\"#555\"/>%n",
                box.x, box.y, box.width(), box.height()));
        svg.append(String.format("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>%n", box.x + PADDING, box.y + LINE, box.name));
        for (int i = 0; i < box.lines.size(); i++) {
            text(box.x + PADDING, box.y + (i + 2) * LINE, "#333", box.lines.get(i));
        }
    }

    /** Names and quantities have no character that means something to XML. */
    private void text(int x, int y, String colour, String content) {
        svg.append(String.format("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n", x, y, colour, content));
    }
}
