package peaberry.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of an interface does what the declaration says. */
class GeneratedCodeTest {

    /** Another one: {@code -Dpeaberry.random.seed=N}. */
    private static final long SEED = Long.getLong("peaberry.random.seed", System.nanoTime());

    @TempDir
    private static Path folder;
    private static Compilation samples;

    @BeforeAll
    static void compile() {
        samples = Compilation.ofSamples(folder, Path.of("src/test/samples/sample"));
        assertEquals(List.of(), samples.messages());
    }

    private static void run(String type, String method) throws ReflectiveOperationException, IOException {
        System.out.println("seed " + SEED);
        samples.call("sample." + type, method, SEED);
    }

    @Test
    void everyValueComesBack() throws ReflectiveOperationException, IOException {
        run("RoundTrips", "values");
    }

    @Test
    void onlyWhatIsIdempotentIsAskedAgainOfARestartedServer() throws ReflectiveOperationException, IOException {
        run("RoundTrips", "restarts");
    }

    @Test
    void aServerThatEndsACallWithoutEndIsLeftAfterSomeRepetitions() throws ReflectiveOperationException, IOException {
        run("RoundTrips", "endlessRestarts");
    }

    @Test
    void aServerOutlivesAnAnswerWhoseCapabilityIsGone() throws Exception {
        run("RoundTrips", "losses");
    }

    @Test
    void moreThanMayTravelIsRefusedBeforeTheServersCodeSeesIt() throws ReflectiveOperationException, IOException {
        run("RoundTrips", "tooMuch");
    }

    @Test
    void aCapabilityOfAnotherTypeThanTheDeclaredDoesNotReachTheServersCode() throws ReflectiveOperationException, IOException {
        run("RoundTrips", "capabilityTypes");
    }

    @Test
    void noRequestReachesTheServersCodeWithAValueOutOfBounds() throws ReflectiveOperationException, IOException {
        run("Fuzz", "requests");
    }

    @Test
    void aMessageHasExactlyWhatTheMethodTakes() throws ReflectiveOperationException, IOException {
        run("Fuzz", "lengths");
    }

    @Test
    void noAnswerReachesTheClientWithAValueOutOfBounds() throws ReflectiveOperationException, IOException {
        run("Fuzz", "answers");
    }

    @Test
    void generatedSourcesSayWhatTheyWereMadeFrom() {
        for (String suffix : List.of("Client", "Server")) {
            assertTrue(samples.source("sample.EveryKind" + suffix)
                    .startsWith("// Made by peaberry.processor of the interface sample.EveryKind."));
        }
    }

    @Test
    void anotherDeclarationHasOtherLabels(@TempDir Path other) {
        String before = label(other.resolve("a"), "@Interface interface One { void a(int x); void b(); }");
        assertEquals(before, label(other.resolve("b"), "/** Says more. */ @Interface interface One { @Idempotent void a(int x); void b(); }"));
        for (String changed : List.of("void a(long x); void b();", "void a(@Range(max = 3) int x); void b();", "int a(int x); void b();",
                "void a(int y); void b();", "void b(); void a(int x);", "void a(int x);")) {
            assertNotEquals(before, label(other.resolve("c"), "@Interface interface One { " + changed + " }"), changed);
        }
    }

    @Test
    void methodsAreNamedByTheLabelsOfTheirRequests(@TempDir Path other) {
        String declared = """
                @Interface(outcomes = One.Outcome.class) @MethodNames interface One { @Size(9) byte[] a(int x, Colour y, Window z, @Size(3) Text t); boolean b();
                    enum Outcome { DONE, INVALID, SERVER_RESTARTED, UNREACHABLE, LOST } enum Colour { RED, BLUE } }""";
        Compilation made = Compilation.of(other, "One", declared);
        assertEquals(List.of(), made.messages());
        Matcher label = Pattern.compile("int A = (\\w+);").matcher(made.source("sample.OneServer"));
        assertTrue(label.find());
        String names = made.source("sample.OneNames");
        assertTrue(names.contains("case " + label.group(1) + " -> \"One a number,RED/BLUE,@window,bytes bytes DONE,INVALID,SERVER_RESTARTED,UNREACHABLE,LOST\";"), names);
        assertTrue(names.contains(" -> \"One b - truth DONE,"), names);
    }

    private static String label(Path folder, String declaration) {
        Compilation made = Compilation.of(folder, "One", declaration);
        assertEquals(List.of(), made.messages());
        Matcher label = Pattern.compile("int A = (\\w+);").matcher(made.source("sample.OneServer"));
        assertTrue(label.find());
        assertTrue(made.source("sample.OneClient").contains(label.group()), "both sides have the same");
        return label.group(1);
    }
}
