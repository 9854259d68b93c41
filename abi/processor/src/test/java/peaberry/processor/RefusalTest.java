package peaberry.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be made into messages is a compile error, at the element that is at fault. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "class X {} | only an interface can be an @Interface",
        "interface X<T> { void a(); } | an @Interface has no type parameters",
        "interface X extends Runnable { void a(); } | an @Interface extends no other",
        "interface X { } | an @Interface has 1 to 256 methods; this one has 0",
        "interface X { !default void a() {} } | a method with a body is no message",
        "interface X { !<T> void a(); } | a method of an @Interface has no type parameters",
        "interface X { !void a() throws Exception; } | a method of an @Interface throws nothing: errors are outcomes",
        "interface X { !void notify(int x); } | the generated code has the name notify for itself",
        "interface X { void a(!int answer); } | the generated code has the name answer for itself",
        "interface X { void a(); !void a(int x); } | two methods would be called a in generated code",
        "interface X { int a(); !int aResult(); } | two methods would be called aResult in generated code",
        "interface X { record R(int x) {} !void a(R r, int rX); } | two of the parameters of a would be called rX in generated code",
        "interface X { void a(!double x); } | double does not travel in a message: numbers, ",
        "interface X { void a(!String x); } | text of fixed capacity is a Text",
        "interface X { void a(!int[] x); } | for more data pass a Window",
        "interface X { !Object a(); } | java.lang.Object does not travel in a message",
        "interface X { void a(!byte[] x); } | a byte array in a message needs @Size",
        "interface X { void a(!Text x); } | text in a message needs @Size",
        "interface X { !Text a(); } | text in a message needs @Size",
        "interface X { void a(!@Size(0) Text x); } | text in a message needs @Size, at least 1",
        "interface X { void a(!@Size(3) int x); } | @Size says nothing about a int",
        "interface X { void a(!@Range(max = 3) boolean x); } | @Range says nothing about a boolean",
        "interface X { void a(!@Range(max = 3) @Size(3) byte[] x); } | @Range says nothing about a byte array",
        "interface X { !@Range(max = 3) void a(); } | @Range says nothing about nothing",
        "interface X { void a(!@Range(min = 4, max = 3) int x); } | @Range from 4 to 3 has no numbers of the type int",
        "interface X { void a(!@Range(max = 300) byte x); } | @Range from 0 to 300 has no numbers of the type byte, or others as well",
        "interface X { record R(!Text x) {} void a(R r); } | text in a message needs @Size",
        "interface X { record R<T>(T x) {} void a(!R<String> r); } | the record R has type parameters",
        "interface X { record R(!R r) {} void a(R r); } | the record R contains itself",
        "interface X { !void a(@Size(953) byte[] x); } | the parameters of a take up to 121 words; a message has 120",
        "interface X { !void a(@Size(2147483647) byte[] x, @Size(2147483647) byte[] y); } | the parameters of a take up to 536870914 words",
        "interface X { record R(int answer) {} !R a(); } | the generated code has the name answer for itself",
        "interface X { @Unboxed record R(int slot) {} void a(!R r); } | the record R does not say what it is of: it needs a constant TYPE",
        "interface X { void getIt(); !void get_It(); } | two methods would be called GET_IT in generated code",
        "interface X { !Window a(int resultPlace); } | a parameter of a is called resultPlace",
        "interface X { enum E {} void a(!E x); } | the enum E has no constants",
        "interface X { !void a(Window a, Window b, Window c, Window d, Window e); } | the parameters of a are 5 capabilities; a message carries 4",
    })
    void isRefused(String declaration, String reason, @TempDir Path folder) {
        int fault = declaration.indexOf('!');
        String lines = fault < 0 ? "@Interface " + declaration : "@Interface " + declaration.replace("!", "\n");
        List<String> messages = Compilation.of(folder, "X", lines).messages();
        assertEquals(1, messages.size(), messages.toString());
        assertTrue(messages.getFirst().startsWith((fault < 0 ? 1 : 2) + ": "), messages.getFirst());
        assertTrue(messages.getFirst().contains(reason), messages.getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "enum E { GOOD, BAD } | the outcomes of an @Interface begin with DONE, INVALID, SERVER_RESTARTED, UNREACHABLE; E begins with GOOD, BAD",
        "enum E { DONE, INVALID, UNREACHABLE, SERVER_RESTARTED } | E begins with DONE, INVALID, UNREACHABLE, SERVER_RESTARTED",
    })
    void outcomesBeginWithThoseOfEveryInterface(String outcomes, String reason, @TempDir Path folder) {
        List<String> messages = Compilation.of(folder, "X", "@Interface(outcomes = X.E.class) interface X { void a(); " + outcomes + " }").messages();
        assertEquals(1, messages.size(), messages.toString());
        assertTrue(messages.getFirst().contains(reason), messages.getFirst());
    }

    @Test
    void anInnerInterfaceIsRefused(@TempDir Path folder) {
        List<String> messages = Compilation.of(folder, "X", "class X {\n@Interface interface Y { void a(); } }").messages();
        assertEquals(1, messages.size(), messages.toString());
        assertTrue(messages.getFirst().startsWith("2: an @Interface is not inside of another type"), messages.getFirst());
    }
}
