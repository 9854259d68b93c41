package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.MemoryProgram;

/** The deepest stack of a kernel is computed, and one that is too deep is refused. */
class StackDepthTest {

    private static final Pattern DEEPEST = Pattern.compile("\"stack\\.deepest\\.bytes\"\\s*:\\s*(\\d+)");

    @TempDir
    Path folder;

    @Test
    void aLongerChainOfCallsNeedsMoreStack() throws Exception {
        long shallow = deepest("Shallow", 5);
        long deep = deepest("Deep", 25);
        assertTrue(shallow > 0);
        assertTrue(deep >= shallow + 20 * 16, shallow + " and " + deep);
    }

    @Test
    void aChainThatNeedsMoreThanItsShareIsRefused() {
        CompileException refusal = assertThrows(CompileException.class,
            () -> chain("Abyss", 400).compile(Target.KERNEL, folder.resolve("Abyss")));
        assertTrue(refusal.getMessage().contains("stack"), refusal.getMessage());
    }

    private long deepest(String name, int length) throws Exception {
        Path output = folder.resolve(name);
        chain(name, length).compile(Target.KERNEL, output);
        Matcher matcher = DEEPEST.matcher(Files.readString(output.resolve("image.report.json")));
        assertTrue(matcher.find());
        return Long.parseLong(matcher.group(1));
    }

    /** Methods that each call the next one from several places, too large to be inlined, and keep values meanwhile. */
    private static MemoryProgram chain(String name, int length) {
        StringBuilder source = new StringBuilder("""
            package peaberry.compiler.programs;

            import peaberry.machine.EntryPoint;

            final class %s {
                static long a, b, c, d;

                @EntryPoint("test_start")
                static long start(long argument) {
                    a = argument;
                    return step0(argument + b, c);
                }

                static long step%d(long x, long y) {
                    return x * y ^ a;
                }

            """.formatted(name, length));
        for (int i = 0; i < length; i++) {
            source.append("""
                static long step%d(long x, long y) {
                    long p = step%d(x + a, y);
                    long q = step%d(y - b, x ^ p);
                    c += p;
                    long r = step%d(p * c, q);
                    d ^= q - x * y;
                    long s = step%d(q, r - d);
                    return p * x + q * y + r * s;
                }
                """.formatted(i, i + 1, i + 1, i + 1, i + 1));
        }
        return new MemoryProgram(name, source.append("}\n").toString());
    }
}
