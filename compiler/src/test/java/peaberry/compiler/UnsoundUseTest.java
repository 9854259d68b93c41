package peaberry.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import peaberry.compiler.testing.RefusedProgram;

/**
 * What Java allows and native code would get wrong is refused: arrays of unboxed records taken for arrays of objects,
 * and code whose effect would come too early or not at all.
 */
class UnsoundUseTest {

    @TempDir
    Path folder;

    private final Map<String, RefusedProgram> programs = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> refusesArraysOfUnboxedRecordsAsArraysOfObjects() {
        refuse("argument", "Meters\\[\\] of unboxed", """
            static Object first(Object[] all) {
                return all[0];
            }
            static void offend() {
                object = first(distances); // here
            }""");
        refuse("argument one dimension below", "Meters\\[\\]\\[\\] of unboxed", """
            static Meters[][] table = {distances};
            static Object first(Object[][] all) {
                return all[0][0];
            }
            static void offend() {
                object = first(table); // here
            }""");
        refuse("generic method", "Meters\\[\\] of unboxed", """
            static <T> T first(T[] all) {
                return all[0];
            }
            static void offend() {
                Out.println(first(distances).value()); // here
            }""");
        refuse("result", "Meters\\[\\] of unboxed", """
            static Object[] all() {
                return distances; // here
            }
            static void offend() {
                object = all();
            }""");
        refuse("field", "Meters\\[\\] of unboxed", """
            static final class Box {
                Object[] items;
            }
            static final Box BOX = new Box();
            static void offend() {
                BOX.items = distances; // here
            }""");
        refuse("merge of two ways", "Meters\\[\\] of unboxed", """
            static Object[] others = {"text"};
            static void offend() {
                Object[] all = number > 3 ? distances : others; // here
                object = all[0];
            }""");
        refuse("cast", "Meters\\[\\] of unboxed", """
            static void offend() {
                object = ((Object[]) (Object) distances)[0]; // here
            }""");
        refuse("array of the record's interface", "Length\\[\\] of unboxed", """
            interface Unit {
            }
            @Unboxed
            record Length(int value) implements Unit {
            }
            static Length[] lengths = {new Length(3)};
            static Unit[] units;
            static void offend() {
                units = lengths; // here
            }""");
        refuse("instanceof", "Meters\\[\\] of unboxed", """
            static void offend() {
                Out.println((Object) distances instanceof Object[]); // here
            }""");
        refuse("copy", "arraycopy.*unboxed", """
            static Object[] others = {"text"};
            static void offend() {
                System.arraycopy(distances, 0, others, 0, 1); // here
            }""");
        refuse("static field of the image", "Meters\\[\\] of unboxed", """
            static Object[] all = distances;
            static void offend() {
                object = all[0]; // here
            }""");
        refuse("element of an array of the image", "Meters\\[\\] of unboxed", """
            static Object[][] all = {distances};
            static void offend() {
                object = all[0][0]; // here
            }""");
        refuse("generic field of the image", "Meters\\[\\] of unboxed", """
            static final class Box<T> {
                final T[] items;
                Box(T[] items) {
                    this.items = items;
                }
            }
            static final Box<Meters> BOX = new Box<>(distances);
            static void offend() {
                object = BOX.items[0]; // here
            }""");
        return tests();
    }

    @TestFactory
    Stream<DynamicTest> refusesEffectsThatWouldBeLostOrTooEarly() {
        refuse("failing initialiser of a class without used fields", "initialiser failed.*zero", """
            static final class Broken {
                static {
                    number = 1 / (number - number);
                }
                static int start() {
                    return 1;
                }
            }
            static void offend() {
                Out.println(Broken.start()); // here
            }""");
        refuse("initialiser that writes another class's field", "Refused.number.*initialiser", """
            static final class Early {
                static int start = 3;
                static {
                    number = 7; // here
                }
            }
            static void offend() {
                Out.println(number);
                Out.println(Early.start);
            }""");
        refuse("initialiser that reads what the program changes", "read of .*Refused.number.*initialiser", """
            static final class Late {
                static int start = number; // here
            }
            static void offend() {
                number = 7;
                Out.println(Late.start);
            }""");
        refuse("exception whose constructor has an effect", "constructor does more", """
            static final class Loud extends RuntimeException {
                Loud(int code) {
                    Out.println(code);
                }
            }
            static void offend() {
                throw new Loud(number); // here
            }""");
        refuse("exception whose field has an initialiser with an effect", "constructor does more", """
            static int next() {
                return number++;
            }
            static final class Counted extends RuntimeException {
                final int count = next();
            }
            static void offend() {
                throw new Counted(); // here
            }""");
        refuse("call that answers a double", "float", """
            interface Scale {
                double weigh();
            }
            static Scale scale;
            static void offend() {
                scale.weigh(); // here
            }""");
        refuse("trusted member used by a static initialiser's helper", "[Tt]rusted", """
            static final class Helper {
                static PhysicalAddress make() {
                    return PhysicalAddress.of(64); // here
                }
            }
            static final class User {
                static PhysicalAddress address = Helper.make();
            }
            static void offend() {
                Out.println(User.address.value());
            }""");
        refuse("two intrinsics with one native body", "native body would be the same", """
            static final class Left {
                @Trusted
                static final class Door {
                    @Intrinsic
                    static long open() {
                        return 1;
                    }
                    static long through() {
                        return open();
                    }
                }
            }
            static final class Right {
                @Trusted
                static final class Door {
                    @Intrinsic
                    static long open() {
                        return 2;
                    }
                    static long through() {
                        return open(); // here
                    }
                }
            }
            static void offend() {
                Out.println(Left.Door.through());
                Out.println(Right.Door.through());
            }""");
        refuse("trusted factory as a method reference in a static initialiser", "[Tt]rusted", """
            static final class Maker {
                static final java.util.function.LongFunction<PhysicalAddress> MAKE = PhysicalAddress::of; // here
            }
            static final class User {
                static PhysicalAddress address = Maker.MAKE.apply(64);
            }
            static void offend() {
                Out.println(User.address.value());
            }""");
        return tests();
    }

    private void refuse(String construct, String words, String members) {
        programs.put(construct, RefusedProgram.of(words, members));
    }

    private Stream<DynamicTest> tests() {
        return programs.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            RefusedProgram program = entry.getValue();
            String message = program.message(Files.createTempDirectory(folder, "refused"));
            assertTrue(program.isNamedIn(message), message);
        }));
    }
}
