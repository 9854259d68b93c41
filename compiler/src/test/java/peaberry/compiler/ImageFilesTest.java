package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.MemoryProgram;

/** What the compiler writes beside the image: the layout for assembly, and the report. */
class ImageFilesTest {

    private static final Pattern DEFINE = Pattern.compile("(?m)^#define (\\w+)_(\\w+) (\\d+)$");

    private static final String SOURCE = """
        package peaberry.compiler.programs;

        import peaberry.compiler.testing.Out;
        import peaberry.machine.*;

        @Trusted
        final class Layout {
            static final class Context {
                byte flags = 1;
                long rax = 2;
                short port = 3;
                int mode = 4;
                boolean live = true;
                Object owner;

                long sum() {
                    return flags + rax + port + mode + (live ? 1 : 0) + (owner == null ? 0 : 1);
                }
            }

            @Footprint(128)
            static final class Thread {
                int priority = 5;
                @Embedded final Context context = new Context();
            }

            static void main(long argument) {
                Thread thread = Placement.create(Thread.class, PhysicalAddress.of(64));
                thread.context.owner = thread;
                Out.println(thread.context.sum() + thread.priority);
            }
        }
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void compile() throws Exception {
        new MemoryProgram("Layout", SOURCE).compile(Target.LINUX, folder);
    }

    @Test
    void layoutGivesEachFieldItsOwnAlignedPlaceBehindTheHeader() throws Exception {
        Map<String, Map<String, Long>> classes = layout();
        Map<String, Long> context = classes.get("Context");
        Map<String, Integer> widths = Map.of("flags", 1, "rax", 8, "port", 2, "mode", 4, "live", 1, "owner", 8);
        assertTrue(context.keySet().containsAll(widths.keySet()), classes.toString());
        boolean[] taken = new boolean[context.get("SIZE").intValue()];
        widths.forEach((field, width) -> {
            int offset = context.get(field).intValue();
            assertTrue(offset >= 8 && offset % width == 0, field + " at " + offset);
            for (int i = offset; i < offset + width; i++) {
                assertTrue(!taken[i], field + " overlaps");
                taken[i] = true;
            }
        });
    }

    @Test
    void anEmbeddedObjectLiesInsideItsOwner() throws Exception {
        Map<String, Map<String, Long>> classes = layout();
        long at = classes.get("Thread").get("context");
        assertEquals(0, at % 8);
        assertTrue(at >= 8 && at + classes.get("Context").get("SIZE") <= classes.get("Thread").get("SIZE"),
            classes.toString());
        assertTrue(classes.get("Thread").get("SIZE") <= 128);
    }

    @Test
    void reportHasEveryKey() throws Exception {
        String report = Files.readString(folder.resolve("image.report.json"));
        for (String key : List.of("text.bytes", "rodata.bytes", "data.bytes", "bss.bytes", "stack.deepest.bytes",
            "lines.total", "lines.trusted", "lines.intrinsics", "trusted.share", "classes", "methods")) {
            assertTrue(Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*[0-9.]+").matcher(report).find(),
                key + " is missing: " + report);
        }
    }

    private Map<String, Map<String, Long>> layout() throws Exception {
        Map<String, Map<String, Long>> classes = new TreeMap<>();
        Matcher define = DEFINE.matcher(Files.readString(folder.resolve("image.layout.h")));
        while (define.find()) {
            String owner = define.group(1).substring(define.group(1).lastIndexOf('_') + 1);
            classes.computeIfAbsent(owner, name -> new TreeMap<>()).put(define.group(2), Long.valueOf(define.group(3)));
        }
        return classes;
    }
}
