package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./peaberry sandbox}: a program of the host has the files that it was given, its streams and its status, and nothing else. */
class SandboxTest {

    private static final String SOURCE = """
            package sandboxtest;

            import java.io.File;
            import java.io.FileInputStream;
            import java.io.FileOutputStream;
            import java.io.IOException;
            import java.nio.charset.StandardCharsets;
            import java.util.Arrays;

            public class Main {
                public static void main(String[] a) throws IOException {
                    switch (a[0]) {
                        case "copy" -> System.in.transferTo(System.out);
                        case "read" -> System.out.write(new FileInputStream(a[1]).readAllBytes());
                        case "write" -> {
                            try (FileOutputStream out = new FileOutputStream(a[1])) {
                                out.write(a[2].getBytes(StandardCharsets.UTF_8));
                            }
                        }
                        case "list" -> {
                            String[] names = new File(a[1]).list();
                            if (names != null) {
                                Arrays.sort(names);
                            }
                            System.out.println(names == null ? "nothing" : String.join(" ", names));
                        }
                        case "make" -> System.out.println(new File(a[1]).mkdir());
                        case "remove" -> System.out.println(new File(a[1]).delete());
                        case "rename" -> System.out.println(new File(a[1]).renameTo(new File(a[2])));
                        case "size" -> System.out.println(new File(a[1]).length());
                        case "time" -> System.out.println(System.currentTimeMillis() > 1_000_000_000_000L);
                        case "both" -> {
                            System.err.println("an error");
                            System.out.println("output");
                            System.exit(Integer.parseInt(a[1]));
                        }
                        default -> {
                            while (System.nanoTime() > 0) {
                            }
                        }
                    }
                    System.out.flush();
                }
            }
            """;

    /** What a run came to. */
    private record Outcome(int status, byte[] output, String errors) {

        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }

    @TempDir
    private static Path folder;

    @BeforeAll
    static void make() throws IOException {
        Path source = Files.createDirectories(folder.resolve("src")).resolve("Main.java");
        Files.writeString(source, SOURCE);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "sandboxtest.Main");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("prog.jar")), manifest)) {
            jar.putNextEntry(new JarEntry("sandboxtest/Main.class"));
            jar.write(Files.readAllBytes(folder.resolve("classes/sandboxtest/Main.class")));
        }
        Files.writeString(folder.resolve("notes.txt"), "the notes\n");
        Files.writeString(folder.resolve("secret.txt"), "SECRET\n");
        Files.createDirectories(folder.resolve("out/sub"));
        Files.createSymbolicLink(folder.resolve("out/link"), Path.of("../secret.txt"));
        Files.createSymbolicLink(folder.resolve("out/far"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("out/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("out/own"), Path.of("sub/../sub/inside"));
        Files.writeString(folder.resolve("out/sub/inside"), "inside\n");
    }

    private static Outcome run(byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.COMMAND.toString(), "sandbox"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("stdout");
        Path errors = folder.resolve("stderr");
        Path in = Files.write(folder.resolve("stdin"), input);
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(in.toFile()).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it did not end");
        return new Outcome(process.exitValue(), Files.readAllBytes(output), Files.readString(errors));
    }

    private static Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(new byte[0], arguments);
    }

    private static void prints(String expected, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(arguments);
        assertEquals(expected, outcome.text(), outcome.errors());
        assertEquals(0, outcome.status(), outcome.errors());
    }

    private static void fails(String expected, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(arguments);
        assertTrue(outcome.errors().contains(expected), outcome.errors());
        assertFalse(outcome.text().contains("SECRET"), outcome.text());
        assertEquals(1, outcome.status());
    }

    @Test
    void itHasTheFileThatItWasGivenAndNoOther() throws IOException, InterruptedException {
        prints("the notes\n", "--allow", "read:notes.txt", "--", "prog.jar", "read", "notes.txt");
        fails("FileNotFoundException: secret.txt (not permitted)", "--allow", "read:notes.txt", "--", "prog.jar", "read", "secret.txt");
        fails("FileNotFoundException: notes.txt/../secret.txt (not permitted)", "--allow", "read:notes.txt", "--", "prog.jar", "read", "notes.txt/../secret.txt");
        fails("FileNotFoundException: /etc/passwd (not permitted)", "--allow", "read:notes.txt", "--", "prog.jar", "read", "/etc/passwd");
        fails("FileNotFoundException: notes.txt (not permitted)", "--allow", "read:notes.txt", "--", "prog.jar", "write", "notes.txt", "x");
        assertEquals("the notes\n", Files.readString(folder.resolve("notes.txt")));
        prints("nothing\n", "prog.jar", "list", folder.toString());
    }

    @Test
    void itChangesWhatItMayChange() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("draft.txt"), "a draft that is long");
        prints("", "--allow", "write:draft.txt", "--", "prog.jar", "write", "draft.txt", "short");
        assertEquals("short", Files.readString(folder.resolve("draft.txt")));
        prints("", "--allow", "write:out/", "--", "prog.jar", "write", "out/new", "new");
        assertEquals("new", Files.readString(folder.resolve("out/new")));
        prints("true\n", "--allow", "write:out", "--", "prog.jar", "rename", "out/new", "out/sub/moved");
        assertEquals("new", Files.readString(folder.resolve("out/sub/moved")));
        prints("true\n", "--allow", "write:out", "--", "prog.jar", "remove", "out/sub/moved");
        assertFalse(Files.exists(folder.resolve("out/sub/moved")));
        prints("false\n", "--allow", "read:out", "--", "prog.jar", "make", "out/made");
        assertFalse(Files.exists(folder.resolve("out/made")));
    }

    @Test
    void linksLeadNowhereButWithin() throws IOException, InterruptedException {
        prints("inside\n", "--allow", "read:out", "--", "prog.jar", "read", "out/own");
        fails("out/link (No such file or directory)", "--allow", "read:out", "--", "prog.jar", "read", "out/link");
        fails("out/far (No such file or directory)", "--allow", "write:out", "--", "prog.jar", "read", "out/far");
        fails("out/up/secret.txt (No such file or directory)", "--allow", "write:out", "--", "prog.jar", "read", "out/up/secret.txt");
    }

    @Test
    void streamsAndStatusPassAsTheyAre() throws IOException, InterruptedException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        assertArrayEquals(bytes, run(bytes, "prog.jar", "copy").output());
        Outcome both = run("prog.jar", "both", "200");
        assertEquals("output\n", both.text());
        assertEquals("an error\n", both.errors());
        assertEquals(200, both.status());
        Outcome late = run("--time", "2", "--", "prog.jar", "loop");
        assertEquals(124, late.status());
        assertEquals("peaberry: its 2 s are over\n", late.errors());
        prints("false\n", "prog.jar", "time");
        prints("true\n", "--allow", "service:clock", "--", "prog.jar", "time");
    }

    @Test
    void aFolderOfClassesAndAClassFileAreProgramsToo() throws IOException, InterruptedException {
        prints("the notes\n", "--allow", "read:notes.txt", "--", "classes", "read", "notes.txt");
        prints("the notes\n", "--allow", "read:notes.txt", "--", "classes/sandboxtest/Main.class", "read", "notes.txt");
    }

    @Test
    void whatCannotBeIsRefused() throws IOException, InterruptedException {
        assertEquals("peaberry: --allow read:nothing: there is no such file or folder\n", run("--allow", "read:nothing", "--", "prog.jar").errors());
        assertEquals("peaberry: --allow service:network: a sandbox has the services clock and entropy, and no other\n", run("--allow", "service:network", "--", "prog.jar").errors());
        assertEquals("peaberry: there is no program 'nosuch.jar'\n", run("--", "nosuch.jar").errors());
        assertEquals(125, run("--memory", "1G", "--", "prog.jar").status());
    }
}
