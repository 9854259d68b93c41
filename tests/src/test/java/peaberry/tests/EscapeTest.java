package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peaberry.standin.HostTool;

/** A program in a file that was given little tries to get at more: tests/src/test/systems/grants. After each attempt the shell goes on, and in the end all files are as they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EscapeTest {

    private static final Duration BUILDING = Duration.ofMinutes(10);
    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final String NOTES = "run --allow read:notes.txt ./prog ";
    private static final String OUT = "run --allow write:out ./prog ";
    private static final String REFUSED = "(not permitted)";

    /** Machine code in place of a program. */
    private static final Map<String, String> CODES = Map.of(
            "outb", "B055 E680 F4", // mov $0x55, %al; out %al, $0x80
            "inb", "E460", // in $0x60, %al
            "cmos", "B00B E670 B0FF E671", // the clock's register B
            "cli", "FA",
            "hlt", "F4",
            "rdmsr", "B9800000C0 0F32", // EFER
            "screen", "B800800B00 C600 41", // mov $0xb8000, %eax; movb $'A', (%rax)
            "kernel", "48B80000000000 80FFFF 488B00", // mov 0xffff800000000000, %rax
            "push", "50 EBFD", // push %rax, for ever
            "loop", "EBFE");

    private ConsoleSession session;
    private Path disk;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        TestSystem system = TestSystem.of("grants", folder);
        try (ConsoleSession build = ConsoleSession.command("image", "--system", system.folder().toString())) {
            build.expectWithin(BUILDING, "boot.archive"); // three ordinary programs have to be compiled
            assertEquals(0, build.status(), build.errors());
        }
        disk = disk(folder, BootFiles.program("escape.Escape"));
        session = ConsoleSession.run(Machine.Q35, "--memory", "256M", "--system", system.folder().toString(), "--disk", disk.toString());
        session.expect("$ ");
        session.enter("cd /desk", PROMPT);
    }

    private static Path disk(Path folder, byte[] program) throws IOException, InterruptedException {
        Path desk = Files.createDirectories(folder.resolve("tree/desk"));
        Files.createDirectories(desk.resolve("out/deep"));
        Files.writeString(desk.resolve("notes.txt"), "the notes\n");
        Files.writeString(desk.resolve("secret.txt"), "SECRET\n");
        Files.writeString(desk.resolve("out/own"), "its own\n");
        Files.createSymbolicLink(desk.resolve("out/link"), Path.of("/desk/secret.txt"));
        Files.createSymbolicLink(desk.resolve("out/above"), Path.of("../secret.txt"));
        Files.createSymbolicLink(desk.resolve("out/up"), Path.of(".."));
        Files.writeString(desk.resolve("colours"), "\033[31mred\033[0m\033]0;title\007\033]52;c;cm0=\007\033[6n\u009b6n\033c\n");
        Files.writeString(desk.resolve("prog.needs"), "# what it asks for\nread:notes.txt\nwrite:out\nservice:clock\n");
        executable(desk.resolve("prog"), program);
        for (Map.Entry<String, String> code : CODES.entrySet()) {
            executable(desk.resolve(code.getKey()), BootFiles.withCode(program, HexFormat.of().parseHex(code.getValue().replace(" ", ""))));
        }
        Path disk = folder.resolve("disk");
        HostTool.run(0, "", "mke2fs", "-q", "-F", "-t", "ext4", "-d", folder.resolve("tree").toString(), disk.toString(), "64M");
        return disk;
    }

    private static void executable(Path file, byte[] program) throws IOException {
        Files.write(file, program);
        assertTrue(file.toFile().setExecutable(true));
    }

    @AfterAll
    void stop() {
        if (session != null) {
            session.close();
        }
    }

    private String enter(String command) throws IOException, InterruptedException {
        return session.enter(command, PROMPT).replace("\r\n", "\n");
    }

    /** @param expected what is printed, or the beginning of a line that is among that */
    record Attempt(String name, String command, String expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Attempt> attempts() {
        return Stream.of(
                new Attempt("what it was given it reads", NOTES + "read notes.txt", "the notes"),
                new Attempt("what it was given it changes", OUT + "write out/new", "written"),
                new Attempt("a file beside the one it was given", NOTES + "read secret.txt", notPermitted("secret.txt")),
                new Attempt("a file above", NOTES + "read ../desk/secret.txt", notPermitted("../desk/secret.txt")),
                new Attempt("dots behind the file", NOTES + "read notes.txt/../secret.txt", notPermitted("notes.txt/../secret.txt")),
                new Attempt("an absolute path", NOTES + "read /desk/secret.txt", notPermitted("/desk/secret.txt")),
                new Attempt("the directory of its file", NOTES + "list /desk", "nothing to be listed"),
                new Attempt("the top of all files", NOTES + "list /", "nothing to be listed"),
                new Attempt("whether something is there", NOTES + "exists /desk/secret.txt", "it is not there"),
                new Attempt("a link with an absolute path", OUT + "read out/link", "java.io.FileNotFoundException: out/link (No such file or directory)"),
                new Attempt("a link with a relative path", OUT + "read out/above", "java.io.FileNotFoundException: out/above (No such file or directory)"),
                new Attempt("a link to the directory above", OUT + "read out/up/secret.txt", "java.io.FileNotFoundException: out/up/secret.txt (No such file or directory)"),
                new Attempt("writing what it may only read", NOTES + "write notes.txt", notPermitted("notes.txt")),
                new Attempt("appending to what it may only read", NOTES + "append notes.txt", "java.io.IOException: /desk/notes.txt: not permitted, it can only be read"),
                new Attempt("shortening what it may only read", NOTES + "shorten notes.txt", "java.io.IOException: /desk/notes.txt: not permitted, it can only be read"),
                new Attempt("removing what it may only read", NOTES + "remove notes.txt", "not removed"),
                new Attempt("changing the permissions of what it may only read", NOTES + "unlock notes.txt", "not changed"),
                new Attempt("a file where it may only read", "run --allow read:out ./prog write out/more", notPermitted("out/more")),
                new Attempt("a file where it was given nothing", NOTES + "write /tmp/x", notPermitted("/tmp/x")),
                new Attempt("a name outside for what it has", OUT + "rename out/own /desk/taken", "not renamed"),
                new Attempt("what is outside under a name of its own", OUT + "rename /desk/secret.txt out/taken", "not renamed"),
                new Attempt("a directory outside", OUT + "make /desk/made", "not made"),
                new Attempt("each slot with each operation", NOTES + "slots", "operations that worked: 0, of what it has not made: 0"),
                new Attempt("services by their names", NOTES + "services", "services:"),
                new Attempt("the file server as somebody else", NOTES + "badge", "another badge: INVALID_ARGUMENT"),
                new Attempt("requests as no stub makes them", NOTES + "raw-requests", "the server still answers: DONE"),
                new Attempt("handles of others", NOTES + "handles", "open handles that it did not open: 0"),
                new Attempt("a part that was taken back", OUT + "taken-back", "given: DONE, before: DONE, after: NOT_OPEN, NOT_OPEN"),
                new Attempt("more than a window shows", NOTES + "window", "beyond: BAD_WINDOW, far: BAD_WINDOW, wrong direction: BAD_WINDOW"),
                new Attempt("windows of what is not its own", NOTES + "memory-of-others", "a window of the kernel: RANGE_ERROR, of everything: RANGE_ERROR"),
                new Attempt("the end of other processes", NOTES + "processes", "ended: 0"),
                new Attempt("the time without a clock", NOTES + "time", "it does not know the time"),
                new Attempt("the time with one", "run --allow service:clock ./prog time", "it knows the time"),
                new Attempt("a port of a device, to write", "./outb; echo $?", "139"),
                new Attempt("a port of a device, to read", "./inb; echo $?", "139"),
                new Attempt("the clock's registers", "./cmos; echo $?", "139"),
                new Attempt("no more interrupts", "./cli; echo $?", "139"),
                new Attempt("no more instructions", "./hlt; echo $?", "139"),
                new Attempt("a register of the processor's", "./rdmsr; echo $?", "139"),
                new Attempt("the screen's memory", "./screen; echo $?", "139"),
                new Attempt("the kernel's memory", "./kernel; echo $?", "139"),
                new Attempt("a stack without end, in machine code", "./push; echo $?", "139"),
                new Attempt("a stack without end, in Java", NOTES + "stack 2> /dev/null; [ $? -ne 0 ] && echo ended", "ended"),
                new Attempt("a loop without end", "run --time 1 ./loop; echo $?", "124"),
                new Attempt("faults one after another", "for i in 1 2 3 4 5 6 7 8; do ./hlt; done; echo $?", "139"),
                new Attempt("all memory", NOTES + "memory 2>&1 | head -n 1", "Exception in thread \"main\" java.lang.OutOfMemoryError"),
                new Attempt("more memory than it may have", "run --memory 256K ./prog memory 2> /dev/null; [ $? -ne 0 ] && echo ended", "ended"),
                new Attempt("programs that start programs", "run --time 5 --allow programs:4 sh -c 'b() { b | b; }; b' 2>/dev/null; echo over", "over"),
                new Attempt("programs where it may start none", "run sh -c 'cat /desk/secret.txt'", "sh: 1: cat: not permitted: it may not start programs"),
                new Attempt("output without end, while another works", "run --time 2 ./prog flood > /dev/null & echo $((6 * 7)); wait", "42"),
                new Attempt("output without end to who reads no more", NOTES + "flood | head -n 1 | cut -c 1-5", "FLOOD"));
    }

    private static String notPermitted(String file) {
        return "java.io.FileNotFoundException: " + file + " " + REFUSED;
    }

    @ParameterizedTest
    @MethodSource("attempts")
    @Order(1)
    void leadsNowhere(Attempt attempt) throws IOException, InterruptedException {
        String printed = enter(attempt.command());
        assertTrue(printed.lines().anyMatch(line -> line.replace("Exception in thread \"main\" ", "").startsWith(attempt.expected().replace("Exception in thread \"main\" ", ""))), printed);
        assertFalse(printed.contains("SECRET"), printed);
        assertEquals("12\n", enter("echo $((3 * 4))"));
    }

    @Test
    @Order(2)
    void whatAProgramWritesDoesNothingToTheTerminal() throws IOException, InterruptedException {
        assertEquals("^[[31mred^[[0m^[]0;title^G^[]52;c;cm0=^G^[[6n?6n^[c\n", enter("run --allow read:colours cat colours"));
        assertEquals("^[[31mred^[[0m^[]0;title^G^[]52;c;cm0=^G^[[6n?6n^[c\n", enter("cat < colours"));
        String raw = enter("run --allow read:colours --allow terminal cat colours");
        assertTrue(raw.startsWith("\033[31mred"), raw);
    }

    @Test
    @Order(2)
    void whyShowsWhatWasMissing() throws IOException, InterruptedException {
        enter(NOTES + "read secret.txt");
        assertEquals("""
                run --allow read:notes.txt ./prog read secret.txt
                    was not allowed read:/desk/secret.txt
                    was not allowed write:out
                    was not allowed service:clock
                with that: run --allow read:/desk/secret.txt --allow write:out --allow service:clock --allow read:notes.txt ./prog read secret.txt
                """, enter("why"));
        enter("./prog write /desk/x");
        String last = enter("why");
        assertTrue(last.startsWith("./prog write /desk/x\n    was not allowed write:/desk/x\n"), last);
        String all = enter("why -a");
        assertTrue(all.contains("run --allow read:notes.txt ./prog read secret.txt\n") && all.endsWith(last), all);
    }

    @Test
    @Order(2)
    void whatIsAskedForIsShownAndGiven() throws IOException, InterruptedException {
        assertEquals("""
                run: /desk/prog asks for read:notes.txt, and gets it
                run: /desk/prog asks for write:out, and gets it
                run: /desk/prog asks for service:clock, and gets it
                the notes
                """, enter("run --allow-asked ./prog read notes.txt"));
        assertEquals("run: /desk/loop asks for nothing\nrun: ./loop: its 1 s are over\n", enter("run --allow-asked --time 1 ./loop"));
    }

    @Test
    @Order(2)
    void whatCannotBeGivenIsRefusedBeforeAnythingStarts() throws IOException, InterruptedException {
        assertEquals("run: read:nothing: no such file or directory\n125\n", enter("run --allow read:nothing ./prog read nothing; echo $?"));
        assertEquals("run: service:system: there is no such service here\n125\n", enter("run --allow service:system ./prog time; echo $?"));
        assertEquals("run: fly: there is no such need; there are read:PATH, write:PATH, service:NAME, programs, terminal and memory:SIZE\n125\n", enter("run --allow fly ./prog time; echo $?"));
        assertEquals("run: nosuch: no such program\n127\n", enter("run nosuch; echo $?"));
        assertEquals("run: --time 0: seconds are a number from 1 to 1000000\n125\n", enter("run --time 0 ./prog time; echo $?"));
        assertEquals("run: memory:16G: a size is a number with K or M behind it, as in memory:16M\n125\n", enter("run --memory 16G ./prog time; echo $?"));
    }

    @Test
    @Order(2)
    void longPathsAreGivenToo() throws IOException, InterruptedException {
        enter("echo deep > /desk/out/deep/a-name-that-is-longer-than-that-of-a-grant");
        assertEquals("deep\n", enter("run --allow read:out/deep/a-name-that-is-longer-than-that-of-a-grant ./prog read out/deep/a-name-that-is-longer-than-that-of-a-grant"));
        assertEquals("own\n", enter("run --allow read:out/own ./prog read out/own | cut -d ' ' -f 2"));
    }

    /** What docs/grants.md shows. */
    @Test
    @Order(2)
    void theManualShowsWhatHappens() throws IOException, InterruptedException {
        String page = Repository.text(Repository.HOME.resolve("docs/grants.md"));
        int start = page.indexOf("```\n$ ") + "```\n".length();
        String[] commands = page.substring(start, page.indexOf("```", start)).split("(?m)^\\$ ");
        assertTrue(commands.length > 7, "commands in the manual");
        for (String command : commands) {
            int end = command.indexOf('\n');
            if (end > 0) {
                assertEquals(command.substring(end + 1), enter(command.substring(0, end)), command);
            }
        }
    }

    @Test
    @Order(3)
    void allFilesAreAsTheyWere() throws IOException, InterruptedException {
        assertEquals("the notes\n", enter("cat notes.txt"));
        assertEquals("SECRET\n", enter("cat secret.txt"));
        assertEquals("its own\n", enter("cat out/own"));
        assertEquals("OVERWRITTEN\n", enter("cat out/new"));
    }
}
