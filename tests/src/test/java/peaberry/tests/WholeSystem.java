package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ordinary system with a network card behind an IOMMU, whoever is killed meanwhile, and what has to be so of it after that. */
final class WholeSystem implements AutoCloseable {

    /** Who fails oftener than this within a second is given up. */
    private static final int FAILURES_A_SECOND = 3;
    private static final long SECOND = 1_000;
    private static final String ROOTS_VOICE = "root: ";
    /** Root's voice goes past the console's driver, and so into the midst of what others print. */
    private static final Pattern PROMPT = Pattern.compile(ConsoleSession.PROMPT.chars().mapToObj(Character::toString)
            .map(Pattern::quote).collect(Collectors.joining("(?:\r?\n" + ROOTS_VOICE + ".*\r?\n)*")));
    private static final int STATE_COLUMN = 12;
    private static final int PRIORITY_COLUMN = 30;
    private static final int MEMORY_COLUMN = 48;
    private static final int RESTARTS_COLUMN = 60;

    private final ConsoleSession console;
    private final Killer killer;
    private final Map<String, Deque<Long>> failures = new HashMap<>();
    private String state = "";

    private WholeSystem(ConsoleSession console, Killer killer) {
        this.console = console;
        this.killer = killer;
    }

    /** @param folder the test's own @param victims who is killed while it starts */
    static WholeSystem start(Path folder, List<BuiltProgram.Place> victims) throws IOException, InterruptedException {
        Path socket = folder.resolve("stub");
        String[] options = Stream.of(List.of("--net"), List.of(TestSystem.qemu("-S")), List.of(DebugStub.options(socket))).flatMap(List::stream).toArray(String[]::new);
        ConsoleSession console = ConsoleSession.run(Machine.Q35, options);
        WholeSystem system = new WholeSystem(console, Killer.attach(socket));
        assertTrue(system.killer.kill(victims, () -> console.expect(PROMPT)), () -> "not everybody was killed of " + victims);
        system.enter("kill network"); // from now on there are the page tables by which the PCI server sees devices' memory
        system.state = system.look();
        return system;
    }

    /** Has somebody killed, in turn, while a command is carried out, after which all has to be as it was. */
    void survives(String command, BuiltProgram.Place... victims) throws IOException, InterruptedException {
        assertTrue(survivesIfReached(command, victims), () -> "not everybody was killed of " + List.of(victims));
    }

    /** The same, one after the other, at lines of which one may not be reached when its time has not come. */
    void survivesEach(String command, List<BuiltProgram.Place> victims) throws IOException, InterruptedException {
        int killed = 0;
        for (BuiltProgram.Place victim : victims) {
            killed += survivesIfReached(command, victim) ? 1 : 0;
        }
        assertTrue(killed > victims.size() / 2, killed + " of " + victims.size() + " were killed");
    }

    /** The same, though perhaps not everybody is reached. @return whether everybody was */
    boolean survivesIfReached(String command, BuiltProgram.Place... victims) throws IOException, InterruptedException {
        List<String> names = Stream.of(victims).map(victim -> victim.program().name()).toList();
        for (String name : names) {
            awaitPardon(name);
        }
        boolean killed = killer.kill(List.of(victims), () -> console.enter(command, PROMPT));
        assertEquals(state, look(), () -> "after the death at " + List.of(victims));
        long now = uptime();
        names.forEach(name -> failures.computeIfAbsent(name, _ -> new ArrayDeque<>()).addLast(now));
        return killed;
    }

    /** Waits until one failure more of a program is not one too many. */
    private void awaitPardon(String name) throws IOException, InterruptedException {
        Deque<Long> its = failures.getOrDefault(name, new ArrayDeque<>());
        while (its.size() >= FAILURES_A_SECOND) {
            if (uptime() - its.getFirst() > SECOND) {
                its.removeFirst();
            }
        }
    }

    /** Which of the places a command leads to. */
    List<BuiltProgram.Place> trace(List<BuiltProgram.Place> places, String command) throws IOException, InterruptedException {
        return killer.trace(places, () -> console.enter(command, PROMPT));
    }

    /** Everything that a user may do still works. */
    void assertWorks() throws IOException, InterruptedException {
        assertTrue(enter("date").startsWith("20"));
        assertTrue(enter("crash serial").contains("serial crashed and was restarted in "));
        assertTrue(enter("restart clock").contains("clock was restarted"));
        assertTrue(enter("crash root").contains("root crashed and was started anew"));
        assertTrue(enter("crash keeper").contains("takes no such order"));
        assertEquals(state, look());
    }

    /** Another one that started has the same. */
    void assertLike(WholeSystem other) {
        assertEquals(state, other.state);
    }

    String enter(String command) throws IOException, InterruptedException {
        String[] answer = new String[1];
        killer.trace(List.of(), () -> answer[0] = console.enter(command, PROMPT));
        return answer[0];
    }

    /** Whether the driver serves, who runs and with how much memory, how much there is, and who has which function. */
    private String look() throws IOException, InterruptedException {
        String answer = quietly("ping 10.0.2.2");
        String served = answer.contains("answered in") ? "the network answers\n" : answer;
        return served + quietly("ps").lines().map(WholeSystem::row).collect(Collectors.joining("\n", "", "\n")) + quietly("mem") + quietly("drivers");
    }

    /** An answer that root has not spoken into: a death may come so late that it tells of it only now. */
    private String quietly(String command) throws IOException, InterruptedException {
        String answer = enter(command);
        while (answer.contains(ROOTS_VOICE)) {
            answer = enter(command);
        }
        return answer;
    }

    /** What stays the same of a row of {@code ps}. */
    private static String row(String row) {
        String state = row.substring(STATE_COLUMN, PRIORITY_COLUMN).strip();
        boolean isGone = List.of("stopped", "inactive", "faulted").contains(state);
        return row.substring(0, STATE_COLUMN) + (isGone ? state : "lives") + row.substring(MEMORY_COLUMN, RESTARTS_COLUMN);
    }

    /** In milliseconds. */
    private long uptime() throws IOException, InterruptedException {
        String[] parts = quietly("uptime").strip().split("[ :.]");
        long seconds = (Long.parseLong(parts[1]) * 60 + Long.parseLong(parts[2])) * 60 + Long.parseLong(parts[3]);
        return seconds * SECOND + Long.parseLong(parts[4]);
    }

    @Override
    public void close() throws IOException {
        console.close();
        killer.close();
    }
}
