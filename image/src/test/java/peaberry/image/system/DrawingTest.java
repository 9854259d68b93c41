package peaberry.image.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import peaberry.image.SystemSource;

class DrawingTest {

    private static final String FEW = """
            [process.supervisor]
            program = "supervisor"
            priority = 254
            memory = "512 KiB"
            serves = { supervision = "peaberry.system.Supervision" }
            uses = { processes = "root.processes", system = "root.system" }
            kept = { memory = "64 KiB" }
            [process.serial]
            program = "serial"
            priority = 200
            memory = "512 KiB"
            serves = { console = "peaberry.console.Console", control = "peaberry.driver.DriverControl" }
            ports = { uart = "0x3f8-0x3ff" }
            interrupts = { uart = 4 }
            [process.clock]
            program = "real-time-clock"
            priority = 150
            memory = "256 KiB"
            serves = { clock = "peaberry.clock.Clock" }
            ports = { registers = "0x70-0x71" }
            [process.shell]
            program = "shell"
            priority = 100
            memory = "512 KiB"
            uses = { console = "serial.console", control = "serial.control", clock = "clock.clock", system = "root.system", supervision = "supervisor.supervision" }
            """;

    private static final String MANY = """
            [process.log]
            program = "log"
            priority = 220
            memory = "1 MiB"
            serves = { log = "Log" }
            [process.disk]
            program = "disk"
            priority = 200
            memory = "1 MiB"
            serves = { blocks = "Blocks", control = "Control" }
            uses = { log = "log.log" }
            [process.other]
            program = "disk"
            priority = 200
            memory = "1 MiB"
            uses = { log = "log.log", blocks = "disk.blocks" }
            serves = { blocks = "Blocks" }
            [process.files]
            program = "files"
            priority = 150
            memory = "1 MiB"
            uses = { first = "disk.blocks", second = "other.blocks", log = "log.log" }
            serves = { files = "Files" }
            [process.shell]
            program = "shell"
            priority = 100
            memory = "1 MiB"
            uses = { files = "files.files", system = "root.system", disk = "disk.control" }
            """;

    @Test
    void theOrdinarySystemIsDrawn() throws Exception {
        SystemDeclaration system = SystemDeclaration.read(SystemSource.repository().resolve("image/system/system.toml"), program -> true);
        Document picture = parse(Drawing.of(system));
        assertEquals(system.processes().size() + 1, boxes(picture).size());
        assertTrue(texts(picture).containsAll(system.processes().stream().map(ProcessDeclaration::name).toList()));
    }

    @Test
    void whatIsWrittenOnBoxesAndArrowsIsWhatIsDeclared(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("system.toml"), FEW);
        Document picture = parse(Drawing.of(SystemDeclaration.read(file, program -> true)));
        assertEquals(Set.of("root", "makes all others", "supervisor", "serial", "clock", "shell", "512 KiB, always", "256 KiB, always",
                "ports 0x3f8-0x3ff", "interrupt 4", "ports 0x70-0x71", "console, control", "system", "supervision",
                "processes, system", "priority 255", "priority 254", "priority 200", "priority 150", "priority 100"), texts(picture));
        assertEquals(5, boxes(picture).size());
        assertEquals(5, calls(picture).size());
    }

    @Test
    void boxesAndWhatIsWrittenDoNotCoverEachOther(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("system.toml"), MANY);
        Document picture = parse(Drawing.of(SystemDeclaration.read(file, program -> true)));
        List<Rectangle> boxes = boxes(picture);
        assertEquals(6, boxes.size());
        assertEquals(9, calls(picture).size());
        Rectangle all = rectangle((Element) picture.getElementsByTagName("rect").item(0));
        List<Rectangle> labels = labels(picture);
        List<Rectangle> everything = new ArrayList<>(boxes);
        everything.addAll(labels);
        for (Rectangle one : everything) {
            assertTrue(all.contains(one), one.toString());
            everything.stream().filter(other -> other != one).forEach(other -> assertFalse(one.intersects(other), one + " " + other));
        }
    }

    @Test
    void noArrowPassesBehindABox(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("system.toml"), MANY);
        Document picture = parse(Drawing.of(SystemDeclaration.read(file, program -> true)));
        for (String call : calls(picture)) {
            int[] points = Pattern.compile("-?[0-9]+").matcher(call).results().mapToInt(found -> Integer.parseInt(found.group())).toArray();
            for (int curve = 2; curve + 6 < points.length; curve += 7) { // a curve of three points, then straight up to a height
                Rectangle lane = new Rectangle(points[curve + 4], points[curve + 6], 1, points[curve + 5] - points[curve + 6]);
                boxes(picture).forEach(box -> assertFalse(lane.intersects(box), call));
            }
        }
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document picture, String name) {
        NodeList nodes = picture.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Set<String> texts(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).collect(Collectors.toSet());
    }

    private static List<Rectangle> boxes(Document picture) {
        return elements(picture, "rect").stream().filter(box -> box.getAttribute("class").equals("process")).map(DrawingTest::rectangle).toList();
    }

    private static List<String> calls(Document picture) {
        return elements(picture, "path").stream().filter(path -> path.getAttribute("class").equals("call")).map(path -> path.getAttribute("d")).toList();
    }

    /** What is written on arrows: the font's characters are 7.25 wide, and 12 high. */
    private static List<Rectangle> labels(Document picture) {
        return elements(picture, "text").stream().filter(text -> text.getAttribute("fill").equals("#06c"))
                .map(text -> new Rectangle(number(text, "x"), number(text, "y") - 10, (int) (text.getTextContent().length() * 7.25), 12)).toList();
    }

    private static Rectangle rectangle(Element element) {
        return new Rectangle(number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
    }

    private static int number(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
