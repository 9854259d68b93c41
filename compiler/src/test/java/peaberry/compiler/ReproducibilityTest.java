package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.Folders;
import peaberry.compiler.testing.MemoryProgram;
import peaberry.compiler.testing.RandomProgram;

/** The same classes give the same bytes, wherever and however often they are compiled. */
class ReproducibilityTest {

    private static final List<String> FILES = List.of("image.elf", "image.lines", "image.ll", "image.layout.h",
        "image.report.json");

    @TempDir
    Path folder;

    @Test
    void compilingTwiceInDifferentFoldersGivesTheSameBytes() throws Exception {
        MemoryProgram program = manyThings();
        Path first = folder.resolve("one");
        Path second = folder.resolve("another/and/deeper");
        program.compile(Target.LINUX, first);
        program.compile(Target.LINUX, second);
        assertTrue(Files.size(first.resolve("image.elf")) > 0);
        for (String file : FILES) {
            byte[] bytes = Files.readAllBytes(first.resolve(file));
            assertArrayEquals(bytes, Files.readAllBytes(second.resolve(file)), file);
        }
    }

    @Test
    void imagesDoNotNameTheFolderTheyWereMadeIn() throws Exception {
        Path place = folder.resolve("conspicuousFolderName");
        manyThings().compile(Target.LINUX, place);
        for (String file : FILES) {
            String text = Files.readString(place.resolve(file), StandardCharsets.ISO_8859_1);
            assertTrue(!text.contains("conspicuousFolderName"), file);
        }
    }

    /** Some random programs, lambdas, enums, records and strings behind one main method. */
    private static MemoryProgram manyThings() {
        StringBuilder source = new StringBuilder("""
            package %s;

            import peaberry.compiler.testing.Digest;
            import peaberry.compiler.testing.Out;
            import peaberry.machine.Embedded;
            import peaberry.machine.Unboxed;

            final class Many {
                interface Function {
                    long apply(long value);
                }

                enum Color { RED, GREEN, BLUE }

                record Pair(Color color, String text) {
                }

                private static final Function[] FUNCTIONS = {value -> value + 1, value -> value * 3, Math::abs};
                private static final Object[] THINGS =
                    {new Pair(Color.RED, "red"), new Pair(Color.BLUE, "blue"), "text"};

                static void main(long argument) {
                    for (Function function : FUNCTIONS) {
                        argument = function.apply(argument);
                    }
                    for (Object thing : THINGS) {
                        switch (thing) {
                            case Pair pair -> Out.println(pair.equals(THINGS[0]) ? pair.text() : pair.color().name());
                            case String text -> Out.println(text);
                            default -> Out.println(argument);
                        }
                    }
                    Programs.run(argument);
                }
            }

            final class Programs {
                static void run(long argument) {
            """.formatted(Folders.PROGRAMS));
        LongStream.range(0, 5).forEach(seed -> source.append("        if (argument == ").append(seed).append(") {\n")
            .append("            ").append(RandomProgram.name(seed)).append(".run();\n        }\n"));
        source.append("    }\n}\n");
        LongStream.range(0, 5).forEach(seed -> source.append(RandomProgram.source(seed)
            .replaceAll("(?m)^(package|import) .*\n", "")));
        return new MemoryProgram("Many", source.toString());
    }
}
