package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The manual's examples do what its pages say: each is typed at a console of the guest, one page after the other. An example is a command behind a dollar sign, in a fence, with what it prints
 * below it; a line that goes on is behind {@code >}.
 */
class ManualTest {

    private static final String PAGES = "docs/manual";
    private static final String COMMAND = "$ ";
    private static final String CONTINUED = "> ";
    private static final Pattern PROMPT = Pattern.compile("\\$ ");
    private static final int LEAST_EXAMPLES = 80;

    /** A command as it is typed, line by line, and what it prints. */
    private record Example(String page, List<String> lines, String output) {
    }

    private static List<Example> examples(Path page) {
        List<Example> examples = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        StringBuilder output = new StringBuilder();
        boolean isFenced = false;
        for (String line : Repository.text(page).lines().toList()) {
            boolean isFence = line.startsWith("```");
            if (!lines.isEmpty() && (isFence || isFenced && line.startsWith(COMMAND))) {
                examples.add(new Example(page.getFileName().toString(), List.copyOf(lines), output.toString()));
                lines.clear();
                output.setLength(0);
            }
            isFenced ^= isFence;
            if (isFenced && !isFence) {
                if (line.startsWith(COMMAND) || line.startsWith(CONTINUED) && output.isEmpty() && !lines.isEmpty()) {
                    lines.add(line.substring(COMMAND.length()));
                } else {
                    assertTrue(!lines.isEmpty(), page + ": what is in a fence is a command and what it prints: " + line);
                    output.append(line).append('\n');
                }
            }
        }
        return examples;
    }

    @Test
    void examplesDoWhatPagesSay() throws IOException, InterruptedException {
        int count = 0;
        List<String> wrong = new ArrayList<>();
        try (ConsoleSession session = ConsoleSession.command("run")) {
            session.expect(COMMAND);
            for (Path page : Repository.files(PAGES).stream().sorted().toList()) {
                session.enter("cd /; set --", PROMPT);
                for (Example example : examples(page)) {
                    count++;
                    String output = run(session, example);
                    if (!output.equals(example.output())) {
                        wrong.add(example + " but it printed\n" + output);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(count >= LEAST_EXAMPLES, "examples: " + count);
    }

    private static String run(ConsoleSession session, Example example) throws IOException, InterruptedException {
        List<String> lines = example.lines();
        for (String line : lines.subList(0, lines.size() - 1)) {
            session.type(line + ConsoleSession.ENTER);
            session.expect("\n" + CONTINUED);
        }
        return session.enter(lines.getLast(), PROMPT).replace("\r\n", "\n");
    }
}
