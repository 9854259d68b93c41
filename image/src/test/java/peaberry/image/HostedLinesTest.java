package peaberry.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.abi.LineTable;
import peaberry.machine.simulated.SimulatedProgram;

class HostedLinesTest {

    @TempDir
    private Path folder;

    @Test
    void theAddressOfALineLeadsBackToIt() throws IOException, URISyntaxException {
        HostedLines lines = linesOfThisTest();
        LineTable table = new LineTable();
        assertEquals(LineTable.Problem.NONE, table.open(new ArrayBytes(lines.toBytes())));

        for (Map.Entry<String, Long> line : lines.addresses().entrySet()) {
            int row = table.lookup(line.getValue());
            assertEquals(line.getKey(), SimulatedProgram.key(method(table, row), table.line(row)));
            assertEquals("HostedLinesTest.java", file(table, row));
        }
    }

    @Test
    void aFrameOfTheProgramHasAnAddress() throws IOException, URISyntaxException {
        StackTraceElement here = new Throwable().getStackTrace()[0];
        String key = SimulatedProgram.key(here.getClassName() + "." + here.getMethodName(), here.getLineNumber());
        assertNotNull(linesOfThisTest().addresses().get(key));
    }

    @Test
    void programsWithoutClassesHaveAnEmptyTable() throws IOException {
        LineTable table = new LineTable();
        HostedLines lines = new HostedLines(List.of(folder));
        assertEquals(LineTable.Problem.NONE, table.open(new ArrayBytes(lines.toBytes())));
        assertEquals(-1, table.lookup(0x50_0000));
    }

    private HostedLines linesOfThisTest() throws IOException, URISyntaxException {
        String name = "peaberry/image/HostedLinesTest.class";
        Path own = Path.of(HostedLinesTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.createDirectories(folder.resolve("peaberry/image"));
        Files.copy(own.resolve(name), folder.resolve(name));
        return new HostedLines(List.of(folder));
    }

    private static String method(LineTable table, int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.methodLength(row); i++) {
            text.append(table.methodChar(row, i));
        }
        return text.toString();
    }

    private static String file(LineTable table, int row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.fileLength(row); i++) {
            text.append(table.fileChar(row, i));
        }
        return text.toString();
    }
}
