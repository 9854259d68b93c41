package peaberry.compiler.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import peaberry.compiler.CompileException;
import peaberry.compiler.Target;

/**
 * A program that the compiler must refuse: {@code main} calls {@code middle}, which calls {@code offend}.
 *
 * @param target  what it is compiled for
 * @param words   regular expression for how the refusal names the construct
 * @param members Java members, {@code offend} among them; the offending line ends with {@code // here}
 */
public record RefusedProgram(Target target, String words, String members) {

    private static final String NAME = "Refused";
    private static final String MARK = "// here";

    /** For a Linux process. */
    public static RefusedProgram of(String words, String members) {
        return new RefusedProgram(Target.LINUX, words, members);
    }

    /** What the compiler says; an AssertionError if it accepts the program. */
    public String message(Path folder) throws IOException {
        try {
            new MemoryProgram(NAME, source()).compile(target, folder);
        } catch (CompileException e) {
            return e.getMessage();
        }
        throw new AssertionError("accepted:\n" + source());
    }

    /** Whether a message names file, line and construct. */
    public boolean isNamedIn(String message) {
        return message.contains("Refused.java:" + offendingLine()) && Pattern.compile(words).matcher(message).find();
    }

    /** Whether a message shows how the offending method is reached. */
    public boolean hasCallPathIn(String message) {
        return message.contains("middle") && message.contains(target == Target.KERNEL ? "start" : "main");
    }

    private int offendingLine() {
        List<String> lines = source().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(MARK)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line is marked");
    }

    private String source() {
        return """
            package peaberry.compiler.programs;

            import peaberry.compiler.testing.Out;
            import peaberry.machine.*;

            final class Refused {
                @Unboxed
                record Meters(long value) {
                }

                interface Function {
                    int apply(int value);
                }

                static int number = 5;
                static Object object = "text";
                static Meters meters = new Meters(1);
                static Meters[] distances = {meters};

                %s {
                    middle();
                }

                private static void middle() {
                    offend();
                }

            """.formatted(target == Target.KERNEL ? "@EntryPoint(\"test_start\") static void start()"
                : "static void main(long argument)") + members + "\n}\n";
    }
}
