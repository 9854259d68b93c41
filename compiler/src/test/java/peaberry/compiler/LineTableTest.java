package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.Folders;
import peaberry.compiler.testing.LineTableFile;
import peaberry.compiler.testing.MemoryProgram;

/** The line table names class, method, file and line of every instruction that Java code became. */
class LineTableTest {

    private static final int ELF_ENTRY = 24;

    /** Methods with a check on each line, so that none is without an instruction of its own. */
    private static final String SOURCE = """
        package peaberry.compiler.programs;

        import peaberry.compiler.testing.Out;

        final class Known {
            private static int[] data = {1, 2, 3};

            static int square(int value) { return value * data[value]; } static int twice(int i) { return data[i] * 2; }

            private static int loop(int count) {
                int sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += square(i);
                    sum ^= twice(i);
                }
                return sum;
            }

            static void main(long argument) {
                data[(int) argument] = 5;
                Out.println(loop((int) argument));
                data[(int) argument + 1] /= argument;
            }
        }
        """;

    @TempDir
    Path folder;

    private LineTableFile table;

    @BeforeEach
    void compile() throws Exception {
        new MemoryProgram("Known", SOURCE).compile(Target.LINUX, folder);
        table = new LineTableFile(folder.resolve("image.lines"));
    }

    @Test
    void namesEveryLineOfEachMethodAndNoOther() {
        Map<String, Set<Integer>> lines = new TreeMap<>();
        for (LineTableFile.Row row : table.rows()) {
            if (row.method().contains(".Known.")) {
                assertEquals("Known.java", row.file());
                String method = row.method().substring(row.method().lastIndexOf('.') + 1);
                lines.computeIfAbsent(method, name -> new TreeSet<>()).add(row.line());
            }
        }
        assertTrue(lines.keySet().containsAll(Set.of("square", "twice", "main")), lines.toString());
        assertEquals(Set.of(8), lines.get("square"));
        assertEquals(Set.of(8), lines.get("twice"));
        assertTrue(Set.of(20, 21, 22, 23).containsAll(lines.get("main")), lines.toString());
        assertTrue(lines.get("main").containsAll(Set.of(20, 22)), lines.toString());
        assertTrue(Set.of(11, 12, 13, 14, 16).containsAll(lines.getOrDefault("loop", Set.of())), lines.toString());
    }

    @Test
    void namesMethodsByTheirFullClass() {
        assertTrue(table.rows().stream().anyMatch(row -> row.method().equals(Folders.PROGRAMS + ".Known.main")));
        assertTrue(table.rows().stream().anyMatch(row -> row.method().startsWith("peaberry.compiler.testing.Out.print")
            && row.file().equals("Out.java")));
    }

    @Test
    void knowsThatAssemblyIsNoJava() throws IOException {
        long entry = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("image.elf"))).order(ByteOrder.LITTLE_ENDIAN)
            .getLong(ELF_ENTRY);
        LineTableFile.Row row = table.find(entry);
        assertTrue(row == null || row.line() == 0, String.valueOf(row));
    }

    /** Read back by addr2line, which comes with clang: what a debugger sees is what a fault report says. */
    @Test
    void agreesWithTheDebugInformation() throws Exception {
        List<LineTableFile.Row> java = table.rows().stream().filter(row -> row.line() != 0).toList();
        List<String> command = new ArrayList<>(List.of("addr2line", "-e", folder.resolve("image.elf").toString()));
        java.forEach(row -> command.add(Long.toHexString(row.address())));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines().toList();
        assertEquals(0, process.waitFor());
        assertEquals(java.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            LineTableFile.Row row = java.get(i);
            String place = found.get(i).replaceAll(" \\(discriminator \\d+\\)", "");
            // Up to the first change of file, addr2line 2.40 names the unit in the place of its first file.
            assertTrue(place.endsWith(row.file() + ":" + row.line()) || place.endsWith("/peaberry:" + row.line()),
                found.get(i) + " " + row);
        }
    }
}
