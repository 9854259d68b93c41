package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The session in the README is what the system prints; only times, memory sizes and code addresses may differ. Run with
 * {@code -Dpeaberry.rewrite=true} to put a new recording into the README.
 */
class ReadmeTest {

    private static final Path README = Repository.HOME.resolve("README.md");
    private static final String BEGIN = "<!-- session: begin -->\n";
    private static final String END = "<!-- session: end -->\n";

    /** The shell's, at the beginning of a line. */
    private static final String PROMPT = "\n$ ";

    private static final List<String> LINES = List.of("seq 3 | sort -r", "echo for everybody > notes.txt; echo for nobody > secret.txt",
            "run --allow read:notes.txt cat notes.txt secret.txt", "why", "ps | head -n 2", "grant machine programs supervision", "ps | tail -n 4", "caps serial", "restart serial", "crash root", "exit");

    @Test
    void theReadmeShowsARealSession() throws IOException, InterruptedException {
        String text = Repository.text(README);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String recorded = "```\n$ ./peaberry run\n" + record() + "```\n";
        if (Boolean.getBoolean("peaberry.rewrite")) {
            Files.writeString(README, text.substring(0, begin) + recorded + text.substring(end));
        } else {
            assertEquals(masked(recorded), masked(text.substring(begin, end)));
        }
    }

    @Test
    void theReadmesCommandForAPipeWorks() throws IOException, InterruptedException {
        Matcher command = Pattern.compile("(?m)^printf .*").matcher(Repository.text(README));
        assertTrue(command.find());
        try (ConsoleSession session = ConsoleSession.of(List.of("bash", "-c", command.group()))) {
            String output = session.output();
            assertTrue(output.matches("(?s).*\\n42\\r\\n.*\\n3\\n"), output);
        }
        String help = Repository.text(Repository.HOME.resolve("launcher/help.txt"));
        assertTrue(help.contains(command.group().replaceFirst("; echo .*", "")), help);
    }

    private static String masked(String session) {
        return session.replaceAll(" +\\d+\\.\\d{3} ", " TIME ").replaceAll("TIME +\\d+", "TIME SIZE").replaceAll("ip 0x[0-9a-f]+", "ip ADDRESS");
    }

    private static String record() throws IOException, InterruptedException {
        try (ConsoleSession session = ConsoleSession.command("run")) {
            for (String line : LINES) {
                session.expect(PROMPT);
                session.type(line + ConsoleSession.ENTER);
            }
            assertEquals(0, session.status());
            return session.output().replace("\r\n", "\n");
        }
    }
}
