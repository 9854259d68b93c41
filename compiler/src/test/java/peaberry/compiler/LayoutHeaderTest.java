package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.MemoryProgram;

/** Assembly cannot use the offsets of one class for those of another of the same name. */
class LayoutHeaderTest {

    @TempDir
    Path folder;

    @Test
    void aNameOfTwoClassesCannotBeUsed() throws Exception {
        new MemoryProgram("Layouts", """
            package peaberry.compiler.programs;

            import peaberry.machine.*;

            @Trusted
            final class Layouts {
                static final class First {
                    static final class Part {
                        int size;
                        int only;
                    }
                }

                static final class Second {
                    static final class Part {
                        long size;
                    }
                }

                static Object last;

                static void main(long argument) {
                    last = Placement.create(First.Part.class, PhysicalAddress.of(64));
                    last = Placement.create(Second.Part.class, PhysicalAddress.of(128));
                }
            }
            """).compile(Target.LINUX, folder);
        String header = Files.readString(folder.resolve("image.layout.h"));
        assertTrue(header.contains("#define Part_size ambiguous_Part_size\n"), header);
        assertTrue(header.contains("#define Part_only 12\n"), header);
    }

    /** Behind the last field, so that what embeds it goes on behind both. */
    @Test
    void whatAClassReservesIsPartOfIt() throws Exception {
        new MemoryProgram("Reserving", """
            package peaberry.compiler.programs;

            import peaberry.machine.*;

            @Trusted
            final class Reserving {
                @Reserved(100)
                static final class Part {
                    int field;
                }

                static final class Whole {
                    @Embedded
                    final Part part = new Part();
                    long last;
                }

                static Object placed;

                static void main(long argument) {
                    placed = Placement.create(Whole.class, PhysicalAddress.of(64));
                }
            }
            """).compile(Target.LINUX, folder);
        String header = Files.readString(folder.resolve("image.layout.h"));
        assertTrue(header.contains("#define Part_SIZE 112\n"), header);
        assertTrue(header.contains("#define Whole_last 120\n"), header);
    }
}
