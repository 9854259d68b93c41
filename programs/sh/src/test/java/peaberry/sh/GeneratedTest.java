package peaberry.sh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that nobody would write do what they do in dash. A seed makes each run the same; {@code -Dpeaberry.seed} takes another. */
class GeneratedTest {

    private static final long SEED = Long.getLong("peaberry.seed", 4711);
    private static final int SCRIPTS = 150;
    private static final int LINES = 10;

    private final Random random = new Random(SEED);
    private int names;

    @TempDir
    private Path temporary;

    private Stream<DynamicTest> scripts(Supplier<String> source) {
        return Stream.generate(source).limit(SCRIPTS).map(script -> DynamicTest.dynamicTest("seed " + SEED, () -> compare(script)));
    }

    private void compare(String script) throws IOException {
        Path file = Files.writeString(temporary.resolve("script"), script);
        Outcome expected = Outcome.ofDash(Fresh.directory(temporary), file.toString());
        Outcome actual = Outcome.ofPeaberry(Fresh.directory(temporary), file.toString());
        assertEquals(expected.output() + expected.status(), actual.output() + actual.status(), () -> script + "\n--- ours says\n" + actual.errors());
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String lines(Supplier<String> line) {
        return String.join("\n", Stream.generate(line).limit(LINES).toList()) + "\n";
    }

    private String joined(Supplier<String> part, int most, String separator) {
        return String.join(separator, Stream.generate(part).limit(1 + random.nextInt(most)).toList());
    }

    @TestFactory
    Stream<DynamicTest> controlFlow() {
        return scripts(() -> oneOf("", "set -e; ") + sequence(4, 0, false) + "; echo end $?\n");
    }

    private String sequence(int depth, int loops, boolean inFunction) {
        return joined(() -> command(depth, loops, inFunction), 3, "; ");
    }

    private String simple(int loops, boolean inFunction) {
        List<String> choices = new ArrayList<>(List.of("echo " + random.nextInt(10), "true", "false", "(exit " + random.nextInt(5) + ")", "echo $?",
                "v=$(echo s; exit " + random.nextInt(3) + ")", "echo $v", "! true", "! false", "set -- a b", "echo $#"));
        if (loops > 0) {
            choices.addAll(List.of("break", "continue", "break 2", "continue 2"));
        }
        if (inFunction) {
            choices.addAll(List.of("return", "return 3"));
        }
        if (random.nextInt(6) == 0) {
            choices.add("exit 4");
        }
        return choices.get(random.nextInt(choices.size()));
    }

    private String command(int depth, int loops, boolean inFunction) {
        if (depth == 0) {
            return simple(loops, inFunction);
        }
        Supplier<String> inner = () -> sequence(depth - 1, loops, inFunction);
        String name = "n" + ++names;
        return switch (random.nextInt(18)) {
            case 0, 1 -> command(depth - 1, loops, inFunction) + " && " + command(depth - 1, loops, inFunction);
            case 2, 3 -> command(depth - 1, loops, inFunction) + " || " + command(depth - 1, loops, inFunction);
            case 4 -> "if " + inner.get() + "; then " + inner.get() + "; fi";
            case 5 -> "if " + inner.get() + "; then " + inner.get() + "; else " + inner.get() + "; fi";
            case 6 -> "for " + name + " in 1 2; do " + sequence(depth - 1, loops + 1, inFunction) + "; done";
            case 7 -> name + "=0; " + oneOf("while [ $" + name + " -lt 2 ]", "until [ $" + name + " -ge 2 ]") + "; do " + name + "=$((" + name + "+1)); "
                    + sequence(depth - 1, loops + 1, inFunction) + "; done";
            case 8 -> "( " + inner.get() + ")";
            case 9 -> "{ " + inner.get() + "; }";
            case 10 -> name + "() { " + sequence(depth - 1, 0, true) + "; }; " + name + oneOf("", " || echo failed", " x y");
            case 11 -> "{ " + inner.get() + "; } | cat";
            case 12 -> "case a in a) " + inner.get() + ";; esac";
            case 13 -> "echo \"$( " + inner.get() + ")\"";
            case 14 -> oneOf("set -e", "set +e", "trap 'echo T$?' EXIT");
            case 15 -> "echo x | { read r; " + inner.get() + "; echo $r; }";
            default -> simple(loops, inFunction);
        };
    }

    @TestFactory
    Stream<DynamicTest> arithmetic() {
        return scripts(() -> lines(() -> "(x=" + (random.nextInt(15) - 5) + " y=" + random.nextInt(100) + " z=; echo \"$((" + noDoubleSigns(expression(4))
                + "))\" $x $y $z) 2>/dev/null || echo error"));
    }

    /** As some shells have operators of two signs. */
    private static String noDoubleSigns(String expression) {
        return expression.replace("--", "- -").replace("++", "+ +");
    }

    private String expression(int depth) {
        if (depth == 0) {
            return oneOf("0", "1", "2", "3", "7", "10", "x", "y", "010", "0x1f", "$x", "${y}", "z", "unset", "-1", "255");
        }
        return switch (random.nextInt(8)) {
            case 0 -> "(" + expression(depth - 1) + ")";
            case 1 -> oneOf("-", "+", "~", "!", " - ") + expression(depth - 1);
            case 2 -> expression(depth - 1) + "?" + expression(depth - 1) + ":" + expression(depth - 1);
            case 3 -> "(" + oneOf("x", "y", "z") + oneOf("=", "+=", "-=", "*=", "|=", "&=", "^=") + expression(depth - 1) + ")";
            default -> expression(depth - 1) + oneOf("+", " - ", "*", "&", "|", "^", "<", ">", " <= ", ">=", "==", "!=", "&&", "||", "%") + expression(depth - 1);
        };
    }

    @TestFactory
    Stream<DynamicTest> patterns() {
        return scripts(() -> lines(() -> {
            String pattern = joined(() -> oneOf("*", "?", "[ab]", "[!a]", "[a-c]", "a", "b", "ab", "\\*", "\"*\"", "'?'", "[]a]", "[!]]", "[", "-", "[a-]", "??", "$p",
                    "\"$p\"", "[[:alpha:]]", "[[:digit:]x]", "\\[", "]", "[\\]]", "[\"ab\"]", "[a\"-\"c]"), 4, "");
            String text = joined(() -> oneOf("a", "b", " ", "c", "*", "?", "[", "]", "-", "1", ""), 6, "");
            return "x='" + text + "'; p='" + oneOf("*", "a*", "[ab]", "?", "b") + "'; case $x in " + pattern + ") echo yes;; *) echo no;; esac; "
                    + "printf '<%s><%s><%s><%s>\\n' \"${x#" + pattern + "}\" \"${x##" + pattern + "}\" \"${x%" + pattern + "}\" \"${x%%" + pattern + "}\"";
        }));
    }
}
