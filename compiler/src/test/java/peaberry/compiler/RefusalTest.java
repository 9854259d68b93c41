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

/** What the native profile does not have is refused with file, line, construct and the call path that reaches it. */
class RefusalTest {

    @TempDir
    Path folder;

    private final Map<String, RefusedProgram> programs = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> refusesLanguage() {
        refuse("catch", "catch", """
            static void offend() {
                try {
                    Out.println(1 / number);
                } catch (ArithmeticException e) { // here
                    Out.println(0);
                }
            }""");
        refuse("try with resources", "catch", """
            static final class Resource implements AutoCloseable {
                public void close() { }
            }
            static final Resource RESOURCE = new Resource();
            static void offend() {
                try (Resource resource = RESOURCE) { // here
                    Out.println(1);
                }
            }""");
        refuse("synchronized block", "synchronized|monitor", """
            static void offend() {
                synchronized (object) { // here
                    Out.println(1);
                }
            }""");
        refuse("synchronized method", "synchronized", """
            static synchronized void locked() {
                Out.println(1);
            }
            static void offend() {
                locked(); // here
            }""");
        refuse("float", "float", """
            static float ratio = 0.5f;
            static void offend() {
                Out.println((int) (ratio * number)); // here
            }""");
        refuse("double", "float", """
            static void offend() {
                Out.println((int) (0.5 * number)); // here
            }""");
        refuse("native method", "secret.*no code", """
            private static native int secret();
            static void offend() {
                Out.println(secret()); // here
            }""");
        refuse("string concatenation", "concatenation", """
            static void offend() {
                Out.println("number " + number); // here
            }""");
        refuse("capturing lambda", "lambda", """
            static void offend() {
                int local = number;
                Function function = value -> value + local; // here
                Out.println(function.apply(1));
            }""");
        refuse("method reference with a receiver", "lambda|method reference", """
            static final class Adder {
                int add(int value) {
                    return value + number;
                }
            }
            static final Adder ADDER = new Adder();
            static void offend() {
                Function function = ADDER::add; // here
                Out.println(function.apply(1));
            }""");
        return tests(true);
    }

    @TestFactory
    Stream<DynamicTest> refusesAllocation() {
        refuse("new object", "new", """
            static final class Cell {
                int value;
            }
            static void offend() {
                Cell cell = new Cell(); // here
                Out.println(cell.value);
            }""");
        refuse("new array of primitives", "new|array", """
            static void offend() {
                int[] array = new int[number]; // here
                Out.println(array.length);
            }""");
        refuse("new array of objects", "new|array", """
            static void offend() {
                Object[] array = new Object[number]; // here
                Out.println(array.length);
            }""");
        refuse("new array of arrays", "new|array", """
            static void offend() {
                int[][] array = new int[number][2]; // here
                Out.println(array.length);
            }""");
        refuse("array initialiser", "new|array", """
            static void offend() {
                for (int each : new int[] {1, 2}) { // here
                    Out.println(each);
                }
            }""");
        refuse("exception that is not thrown at once", "new", """
            static void offend() {
                RuntimeException later = new RuntimeException(); // here
                object = later;
            }""");
        refuse("boxing", "Integer.valueOf", """
            static void offend() {
                object = number; // here
            }""");
        refuse("clone of an array", "clone", """
            static int[] array = {1, 2};
            static void offend() {
                Out.println(array.clone().length); // here
            }""");
        return tests(true);
    }

    @TestFactory
    Stream<DynamicTest> refusesTheRestOfTheJdk() {
        refuse("static method", "Long.toString", """
            static void offend() {
                Out.println(Long.toString(5)); // here
            }""");
        refuse("instance method", "String.substring", """
            static void offend() {
                Out.println("text".substring(number)); // here
            }""");
        refuse("interface method", "String.compareTo", """
            static Comparable<String> word = "text";
            static void offend() {
                Out.println(word.compareTo("other")); // here
            }""");
        refuse("static field", "System.out|java.lang.System", """
            static void offend() {
                System.out.println(5); // here
            }""");
        refuse("reflection", "getClass", """
            static void offend() {
                Out.println(object.getClass() == null); // here
            }""");
        refuse("class literal", "class literal|Class", """
            static void offend() {
                object = String.class; // here
            }""");
        refuse("values of an enum by name", "Enum.valueOf|valueOf", """
            enum Coin { HEADS, TAILS }
            static void offend() {
                Out.println(Enum.valueOf(Coin.class, "HEADS").ordinal()); // here
            }""");
        return tests(true);
    }

    @TestFactory
    Stream<DynamicTest> refusesUntrustedUse() {
        refuse("intrinsic of an untrusted class", "[Tt]rusted", """
            static void offend() {
                Out.println(Clock.ticks()); // here
            }""");
        refuse("trusted member of an untrusted class", "[Tt]rusted", """
            static void offend() {
                Out.println(PhysicalAddress.of(5).value()); // here
            }""");
        refuse("write of a trusted field by a subclass", "[Tt]rusted", """
            @Trusted
            abstract static class Vault {
                @Trusted
                int content;
            }
            static final class Thief extends Vault {
                int look() {
                    return content;
                }
                void put(int value) {
                    content = value; // here
                }
            }
            static final Thief THIEF = new Thief();
            static void offend() {
                THIEF.put(1);
                Out.println(THIEF.look());
            }""");
        refuse("write of a static trusted field", "[Tt]rusted", """
            @Trusted
            static final class Vault {
                @Trusted
                static int content;
            }
            static void offend() {
                Vault.content++; // here
                Out.println(Vault.content);
            }""");
        refuse("intrinsic of an untrusted nested class", "[Tt]rusted", """
            @Trusted
            static final class Door {
                static final class Inner {
                    static long ticks() {
                        return Clock.ticks(); // here
                    }
                }
            }
            static void offend() {
                Out.println(Door.Inner.ticks());
            }""");
        refuse("intrinsic without a native body", "Clock.ticks", """
            @Trusted
            static final class Watch {
                static long read() {
                    return Clock.ticks(); // here
                }
            }
            static void offend() {
                Out.println(Watch.read());
            }""");
        return tests(true);
    }

    @TestFactory
    Stream<DynamicTest> refusesUnboxedMisuse() {
        refuse("null", "[Uu]nboxed|Meters", """
            static void offend() {
                meters = null; // here
            }""");
        refuse("comparison with null", "[Uu]nboxed|Meters", """
            static void offend() {
                Out.println(meters == null); // here
            }""");
        refuse("comparison by reference", "[Uu]nboxed|Meters", """
            static void offend() {
                Out.println(meters == distances[0]); // here
            }""");
        refuse("as an Object", "[Uu]nboxed|Meters", """
            static void offend() {
                object = meters; // here
            }""");
        refuse("cast", "[Uu]nboxed|Meters", """
            static void offend() {
                meters = (Meters) object; // here
            }""");
        refuse("instanceof", "[Uu]nboxed|Meters", """
            static void offend() {
                Out.println(object instanceof Meters); // here
            }""");
        refuse("generic use", "[Uu]nboxed|Meters", """
            static <T> T same(T value) {
                return value;
            }
            static void offend() {
                Out.println(same(meters).value()); // here
            }""");
        refuse("equals", "[Uu]nboxed|Meters", """
            static void offend() {
                Out.println(meters.equals(meters)); // here
            }""");
        refuse("hashCode", "[Uu]nboxed|Meters", """
            static void offend() {
                Out.println(meters.hashCode()); // here
            }""");
        refuse("array as an Object array", "[Uu]nboxed|Meters", """
            static Object[] objects;
            static void offend() {
                objects = distances; // here
            }""");
        return tests(true);
    }

    @TestFactory
    Stream<DynamicTest> refusesWrongDeclarations() {
        refuse("embedded field of an interface", "[Ee]mbedded", """
            static class Part {
                int value;
            }
            static final class Whole {
                @Embedded final Object part = new Part();
            }
            static final Whole WHOLE = new Whole();
            static void offend() {
                object = WHOLE.part; // here
            }""");
        refuse("embedded field that is not final", "[Ee]mbedded", """
            static class Part {
                int value;
            }
            static final class Whole {
                @Embedded Part part = new Part(); // here
            }
            static final Whole WHOLE = new Whole();
            static void offend() {
                object = WHOLE.part;
            }""");
        refuse("embedded object that is given, not made", "[Ee]mbedded", """
            static class Part {
                int value;
            }
            static final class Whole {
                @Embedded final Part part;
                Whole(Part part) {
                    this.part = part; // here
                }
            }
            static final Whole WHOLE = new Whole(new Part());
            static void offend() {
                object = WHOLE.part;
            }""");
        refuse("embedded object of a subclass", "[Ee]mbedded", """
            static class Part {
                int value;
            }
            static final class Special extends Part {
                int more;
            }
            static final class Whole {
                @Embedded final Part part = new Special();
            }
            static final Whole WHOLE = new Whole();
            static void offend() {
                object = WHOLE.part; // here
            }""");
        refuse("class larger than its footprint", "[Ff]ootprint", """
            @Footprint(16)
            static final class Large {
                long a, b;
            }
            @Trusted
            static final class Maker {
                static Object make() {
                    return Placement.create(Large.class, PhysicalAddress.of(64)); // here
                }
            }
            static void offend() {
                object = Maker.make();
            }""");
        return tests(false);
    }

    @TestFactory
    Stream<DynamicTest> refusesRecursionInTheKernel() {
        programs.put("of a method with itself", new RefusedProgram(Target.KERNEL, "[Rr]ecurs", """
            static int sum(int n) {
                return n == 0 ? 0 : n + sum(n - 1); // here
            }
            static void offend() {
                number = sum(number);
            }"""));
        programs.put("through an interface", new RefusedProgram(Target.KERNEL, "[Rr]ecurs", """
            static final class Deep implements Function {
                public int apply(int value) {
                    return value == 0 ? 0 : FUNCTION.apply(value - 1); // here
                }
            }
            static final Function FUNCTION = new Deep();
            static void offend() {
                number = FUNCTION.apply(number);
            }"""));
        return tests(true);
    }

    private void refuse(String construct, String words, String members) {
        programs.put(construct, RefusedProgram.of(words, members));
    }

    private Stream<DynamicTest> tests(boolean withCallPath) {
        return programs.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            RefusedProgram program = entry.getValue();
            String message = program.message(Files.createTempDirectory(folder, "refused"));
            assertTrue(program.isNamedIn(message), message);
            assertTrue(!withCallPath || program.hasCallPathIn(message), message);
        }));
    }
}
