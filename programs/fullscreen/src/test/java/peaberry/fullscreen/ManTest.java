package peaberry.fullscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import peaberry.fullscreen.man.Manual;
import peaberry.sh.builtins.Builtins;
import peaberry.tools.Names;

/** The manual as it is shown, and its pages. */
class ManTest {

    private static final Path PAGES = Path.of("../../docs/manual");
    private static final List<String> TOPICS = List.of("intro", "tour", "files", "grants", "jobs", "people");
    /** Commands of the ordinary system that belong to neither of the libraries here: the shell's own there, those about the system, and those that are programs by themselves. */
    private static final List<String> OF_THE_SYSTEM = List.of("arp", "caps", "crash", "drivers", "faults", "free", "grant", "help", "history", "log", "passwd", "people", "ping", "ps", "restart", "run",
            "sha256sum", "shutdown", "sync", "trace", "uptime", "why");

    private final Person person = new Person(24, 80);

    @Test
    void aPageIsShownInTheTerminal() {
        person.sees(screen -> {
            assertEquals("less: looks through files page by page", screen.row(0));
            assertEquals("Synopsis", screen.row(2));
            assertTrue(screen.row(23).startsWith("man less lines 1-23 "), screen.row(23));
        });
        person.types("/search\rq");
        assertEquals(0, person.runs("man", "less"));
        assertTrue(person.isDone() && person.screen.isOrderly());
    }

    @Test
    void withoutATerminalItIsPlainText() {
        assertEquals(0, person.runsWithoutScreen("man", "["));
        assertTrue(person.output().startsWith("test, [: "), person.output());
        assertTrue(person.output().lines().allMatch(line -> line.length() <= 110 && line.chars().noneMatch(c -> c < ' ')), person.output());
    }

    @Test
    void pagesAreFoundByAWord() {
        assertEquals(0, person.runsWithoutScreen("man", "-k", "PAGE BY"));
        assertEquals("less - looks through files page by page\n", person.output());
        assertEquals(1, person.runsWithoutScreen("man", "-k", "zebra"));
        assertEquals(1, person.runsWithoutScreen("man", "zebra"));
        assertEquals(1, person.runsWithoutScreen("man"));
        assertEquals("man: zebra: no page is about that\nman: zebra: there is no such page\nman: which page? `man intro` is the first one, `man -k WORD` finds others\n", person.errors());
    }

    @Test
    void eachCommandHasAPage() {
        Set<String> commands = new TreeSet<>(Builtins.all().keySet());
        commands.addAll(Names.ALL);
        commands.addAll(ProgramNames.ALL);
        commands.addAll(OF_THE_SYSTEM);
        commands.add("sh");
        List<String> missing = commands.stream().filter(command -> Manual.text(command) == null).toList();
        assertEquals(List.of(), missing, "commands without a page in docs/manual");
        commands.addAll(TOPICS);
        Set<String> pages = commands.stream().map(Manual::page).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.of(), Manual.pages().stream().filter(page -> !pages.contains(page)).toList(), "pages of nothing");
    }

    /** What a page calls itself is what it is found by. */
    @Test
    void pagesAreCalledWhatTheyAreAbout() {
        for (String page : Manual.pages()) {
            String[] names = Manual.name(Manual.text(page)).split(", ");
            for (String name : names) {
                assertEquals(page, Manual.page(name));
            }
        }
    }

    @Test
    void pagesReferToPages() {
        Pattern link = Pattern.compile("\\]\\(([^)]*)\\)");
        for (String page : Manual.pages()) {
            String text = Manual.text(page).replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
            link.matcher(text).results().forEach(found -> assertTrue(found.group(1).endsWith(".md") && Manual.pages().contains(found.group(1).replace(".md", "")), page + ": " + found.group()));
        }
    }

    @Test
    void theProgramHasThePagesThatPeopleRead() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            assertEquals(pages.stream().map(page -> page.getFileName().toString().replace(".md", "")).toList(), Manual.pages());
            for (Path page : pages) {
                assertEquals(Files.readString(page), Manual.text(page.getFileName().toString().replace(".md", "")), page.toString());
            }
        }
    }

    /** They stay within the part of Markdown that can be shown. */
    @Test
    void pagesHaveNothingThatCannotBeShown() {
        Pattern foreign = Pattern.compile("(?m)^(\\||>|    |\\d+\\.|###|-|=|\\+ )|<[a-z/]|!\\[|(?<![\\w*`])_\\w");
        for (String name : Manual.pages()) {
            String text = Manual.text(name).replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
            assertTrue(!foreign.matcher(text).find(), name + " has what is no part of it: " + text.lines().filter(line -> foreign.matcher(line).find()).toList());
            assertTrue(Manual.text(name).matches("(?s)# [^\n]+: [^\n]+\n\n.*\n"), name + " has no title");
            assertEquals(0, Manual.text(name).lines().filter(line -> line.startsWith("```")).count() % 2, name);
        }
    }
}
