package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ModelTree.Node;
import peaberry.files.ModelTree.Who;

/** Two persons and the system do anything with files, open some, give parts to each other, and the server dies now and then: each time what is done is what {@link ModelTree} says. */
class RandomPersonsTest {

    private static final int STEPS = 3_000;
    private static final int HANDLES = 4;
    /** Of all three who see everything; the others have parts. */
    private static final int LEAST_CLIENTS = 3;
    private static final int MOST_CLIENTS = 6;
    private static final String[] NAMES = {"a", "b", "c", "d", "e", ".."};
    private static final String[] DIRECTORIES = {"a", "b", "c"};
    private static final int[] MODES = {0777, 01777, 0755, 0700, 0644, 0600, 0750, 0070, 0007, 06777, 0, 0333, 0444, 0111, 02775};
    private static final Who SYSTEM = new Who("system", true, 0, 0);
    private static final Who[] PERSONS = {new Who("ann", false, 1001, 2001), new Who("bob", false, 1002, 2002)};

    private final HostedFiles host = new HostedFiles(16 << 10);
    private final ModelTree tree = new ModelTree();
    private final List<Client> clients = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private Random random = new Random();

    /** @param giver null of the system's process */
    private record Client(FileUser user, Who who, Node top, Client giver, int number, Open[] open) {

        boolean isThere() {
            return giver == null || top.links > 0 && giver.isThere();
        }
    }

    private record Open(Node node, boolean isReadable, boolean isWritable) {
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsDoneIsWhatPermissionsAllow(long seed) {
        random = new Random(seed);
        Client system = new Client(new FileUser(host, host.process()), SYSTEM, tree.top, null, 0, new Open[HANDLES]);
        clients.add(system);
        for (Who each : PERSONS) {
            clients.add(new Client(system.user.giveAs("", clients.size(), each.user(), each.group()), each, tree.top, system, clients.size(), new Open[HANDLES]));
        }
        same("empties", Outcome.DONE, system.user.remove("lost+found", true));
        same("opens to all", ModelTree.setPermissions(SYSTEM, tree.top, 0777), system.user.setPermissions("", 0777));
        for (int i = 0; i < STEPS; i++) {
            step(clients.get(random.nextInt(clients.size())));
            if (i % 200 == 0) {
                same("syncs", Outcome.DONE, system.user.files().sync());
                host.restart();
                compare(system.user, "", tree.top);
            }
        }
        assertTrue(counts.get(Outcome.DONE) > STEPS / 8 && counts.get(Outcome.DENIED) > STEPS / 8, counts.toString());
    }

    private void same(String what, Outcome expected, Outcome outcome) {
        assertEquals(expected, outcome, what);
        counts.merge(outcome, 1, Integer::sum);
    }

    /** What the system sees is what there is. */
    private void compare(FileUser system, String path, Node node) {
        assertEquals("%04o %d %d".formatted(node.mode, node.owner, node.group), system.description(path), path);
        node.names.forEach((name, below) -> compare(system, path.isEmpty() ? name : path + "/" + name, below));
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        while (random.nextInt(5) < 2) {
            path.append(DIRECTORIES[random.nextInt(DIRECTORIES.length)]).append('/');
        }
        return path.append(NAMES[random.nextInt(NAMES.length)]).toString();
    }

    private void step(Client by) {
        String path = path();
        String other = path();
        int handle = 1 + random.nextInt(HANDLES - 1);
        boolean choice = random.nextInt(5) == 0 ^ List.of(DIRECTORIES).contains(name(path));
        int mode = MODES[random.nextInt(MODES.length)];
        String what = by.who.name() + ": " + path + " " + other + " " + handle + " " + choice + " %04o".formatted(mode);
        switch (random.nextInt(17)) {
            case 0, 1 -> same("create " + what, in(by, path, at -> ModelTree.create(by.who, at, name(path), choice)), by.user.create(path, choice));
            case 2 -> same("remove " + what, in(by, path, at -> ModelTree.remove(by.who, at, name(path), choice)), by.user.remove(path, choice));
            case 3, 4 -> same("rename " + what, in(by, path, at -> in(by, other, to -> ModelTree.rename(by.who, at, name(path), to, name(other)))), by.user.rename(path, other));
            case 5 -> same("name " + what, of(by, path, it -> in(by, other, to -> ModelTree.addName(by.who, it, to, name(other)))), by.user.addName(path, other));
            case 6, 7 -> same("chmod " + what, of(by, path, it -> ModelTree.setPermissions(by.who, it, mode)), by.user.setPermissions(path, mode));
            case 8 -> setOwner(by, path, "chown " + what);
            case 9, 10 -> same("open " + what, of(by, path, it -> note(by, handle, it)), by.user.open(path, handle));
            case 11 -> same("read " + what, opened(by, handle, it -> use(it, false, it.isReadable)), by.user.read(handle));
            case 12 -> same("write " + what, opened(by, handle, it -> use(it, true, it.isWritable)), by.user.write(handle, 'x'));
            case 13 -> same("list " + what, opened(by, handle, it -> list(it.node, it.isReadable)), by.user.list(handle));
            case 14 -> same("touch " + what, opened(by, handle, it -> allowed(it.isWritable || by.who.owns(it.node))), by.user.files().touch(handle));
            case 15 -> look(by, path, what);
            default -> give(by, path, choice, what);
        }
    }

    private void look(Client by, String path, String what) {
        Outcome expected = of(by, path, it -> Outcome.DONE);
        same("look " + what, expected, by.user.look(path));
        if (expected == Outcome.DONE) {
            Node node = tree.found();
            boolean isRun = by.who.may(node, 'x') && (node.isDirectory || (node.mode & 0111) != 0);
            assertEquals((by.who.may(node, 'r') ? 4 : 0) | (by.who.may(node, 'w') ? 2 : 0) | (isRun ? 1 : 0), by.user.allowed(), what);
        }
    }

    private static Outcome use(Open it, boolean isWritten, boolean isAllowed) {
        if (it.node.isDirectory) {
            return Outcome.NOT_A_FILE;
        }
        if (isAllowed && isWritten) {
            ModelTree.changed(it.node);
        }
        return allowed(isAllowed);
    }

    private static Outcome list(Node node, boolean isAllowed) {
        return node.isDirectory ? allowed(isAllowed) : Outcome.NOT_A_DIRECTORY;
    }

    private static Outcome allowed(boolean isAllowed) {
        return isAllowed ? Outcome.DONE : Outcome.DENIED;
    }

    private void setOwner(Client by, String path, String what) {
        Who to = PERSONS[random.nextInt(PERSONS.length)];
        Who group = PERSONS[random.nextInt(PERSONS.length)];
        same(what + " " + to + " " + group, of(by, path, it -> ModelTree.setOwner(by.who, it, to.user(), group.group())), by.user.setOwner(path, to.user(), group.group()));
    }

    private Outcome note(Client by, int handle, Node it) {
        by.open[handle] = new Open(it, by.who.may(it, 'r'), by.who.may(it, 'w'));
        return Outcome.DONE;
    }

    /** Gives a part, or takes the last one back if there are many, or it is gone. */
    private void give(Client by, String path, boolean isAs, String what) {
        if (clients.size() > LEAST_CLIENTS && (clients.size() >= MOST_CLIENTS || !clients.getLast().isThere())) {
            Client last = clients.removeLast();
            same("takes back", Outcome.DONE, last.giver.user.takeBack(last.number));
            same("what was taken back", Outcome.NOT_OPEN, last.user.look(""));
            return;
        }
        int number = clients.size();
        Who to = isAs ? PERSONS[random.nextInt(PERSONS.length)] : by.who;
        Outcome expected = of(by, path, it -> allowed(by.who.isSystem() || by.who == to));
        if (expected != Outcome.DONE) {
            same("give " + what + to, expected, isAs ? by.user.tryGiveAs(path, number, to.user(), to.group()) : by.user.tryGive(path, number));
            return;
        }
        tree.go(by.who, by.top, path);
        Node top = tree.found();
        FileUser user = isAs ? by.user.giveAs(path, number, to.user(), to.group()) : by.user.give(path, number);
        clients.add(new Client(user, to, top, by, number, new Open[HANDLES]));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private interface Step {
        Outcome apply(Node node);
    }

    private interface Use {
        Outcome apply(Open open);
    }

    /** Does something with what a path leads to. */
    private Outcome of(Client by, String path, Step step) {
        if (!by.isThere()) {
            return Outcome.NOT_OPEN;
        }
        Outcome outcome = tree.go(by.who, by.top, path);
        return outcome == Outcome.DONE ? step.apply(tree.found()) : outcome;
    }

    /** Does something in the directory that a path's last name is in. */
    private Outcome in(Client by, String path, Step step) {
        return of(by, path.substring(0, Math.max(0, path.lastIndexOf('/'))), step);
    }

    private static Outcome opened(Client by, int handle, Use use) {
        Open open = by.open[handle];
        return !by.isThere() || open == null || open.node.links == 0 ? Outcome.NOT_OPEN : use.apply(open);
    }
}
