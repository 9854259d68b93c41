package peaberry.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peaberry.file.FileSystem.Outcome;
import peaberry.standin.HostTool;

/**
 * A person may do with files and directories of any mode, hers or not, what Linux lets her do: {@code linux-permissions.txt} is what it said. Where the host lets us act as somebody else, it is
 * asked again whether that is so. Run there with {@code -Dpeaberry.rewrite=true} to write the file anew.
 */
class PermissionTableTest {

    private static final String TABLE = "linux-permissions.txt";
    private static final String SCRIPT = "permissions.pl";
    private static final Path RESOURCES = Path.of("src/test/resources/peaberry/files");
    private static final int CASES = 160;
    private static final int SEED = 20261126;
    private static final int PERSON = 1001;
    private static final int GROUP = 2001;
    /** Nobody's and everybody's alike, others' more often. */
    private static final int[] BITS = {7, 7, 7, 6, 5, 5, 4, 3, 3, 2, 1, 0};
    private static final String[] FILES = {"file", "removed", "renamed", "moved", "replaced", "chmoded", "chowned", "same", "own", "other", "cut", "timed", "touched"};
    private static final String[] DIRECTORIES = {"sub", "empty", "renamedSub", "movedSub"};

    @TempDir
    private Path folder;
    private final Random random = new Random(SEED);
    private final HostedFiles host = new HostedFiles(16 << 10);
    private final FileUser system = new FileUser(host, host.process());
    private final FileUser person = system.giveAs("", 1, PERSON, GROUP);

    private record Node(int mode, int owner, int group) {

        @Override
        public String toString() {
            return "%04o %d %d".formatted(mode, owner, group);
        }
    }

    private record Case(Node file, Node directory) {

        static Case parse(String[] words) {
            return new Case(node(words, 0), node(words, 3));
        }

        private static Node node(String[] words, int at) {
            return new Node(Integer.parseInt(words[at], 8), Integer.parseInt(words[at + 1]), Integer.parseInt(words[at + 2]));
        }

        @Override
        public String toString() {
            return file + " " + directory;
        }
    }

    /** In the order of the script's. */
    private Map<String, Function<Case, Outcome>> operations() {
        Map<String, Function<Case, Outcome>> all = new LinkedHashMap<>();
        all.put("look", of -> person.look("dir/file"));
        all.put("read", of -> person.read("dir/file"));
        all.put("write", of -> person.write("dir/file", 'x'));
        all.put("list", of -> person.list("dir"));
        all.put("list sub", of -> person.list("dir/sub"));
        all.put("inner", of -> person.look("dir/sub/inner"));
        all.put("dot", of -> person.look("dir/sub/."));
        all.put("up", of -> person.look("dir/sub/.."));
        all.put("readlink", of -> person.readLink("dir/link"));
        all.put("truncate", of -> person.resize("dir/cut", 0));
        all.put("chmod", of -> person.setPermissions("dir/chmoded", 0600));
        all.put("chown", of -> person.setOwner("dir/chowned", PERSON + 1, of.file.group));
        all.put("chown same", of -> person.setOwner("dir/same", of.file.owner, of.file.group));
        all.put("chgrp own", of -> person.setOwner("dir/own", of.file.owner, GROUP));
        all.put("chgrp other", of -> person.setOwner("dir/other", of.file.owner, GROUP + 1));
        all.put("utime", of -> person.setTimes("dir/timed", 1));
        all.put("touch", of -> person.touch("dir/touched"));
        all.put("create", of -> person.create("dir/new", false));
        all.put("mkdir", of -> person.create("dir/newSub", true));
        all.put("symlink", of -> person.link("dir/newLink", "file"));
        all.put("link", of -> person.addName("other/linked", "dir/linked"));
        all.put("unlink", of -> person.remove("dir/removed", false));
        all.put("rmdir", of -> person.remove("dir/empty", true));
        all.put("rename", of -> person.rename("dir/renamed", "dir/renamed again"));
        all.put("move", of -> person.rename("dir/moved", "other/moved"));
        all.put("bring", of -> person.rename("other/brought", "dir/brought"));
        all.put("replace", of -> person.rename("other/replacer", "dir/replaced"));
        all.put("rename sub", of -> person.rename("dir/renamedSub", "dir/renamedSub again"));
        all.put("move sub", of -> person.rename("dir/movedSub", "other/movedSub"));
        all.put("bring sub", of -> person.rename("other/broughtSub", "dir/broughtSub"));
        return all;
    }

    @Test
    void aPersonMayDoWhatLinuxAllows() throws IOException, InterruptedException {
        if (Boolean.getBoolean("peaberry.rewrite")) {
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                cases.add(new Case(node(0), node(random.nextInt(3) == 0 ? 01000 : 0)));
            }
            Files.write(RESOURCES.resolve(TABLE), lines(cases, askKernel(cases)));
        }
        List<String> expected = table();
        List<Case> cases = expected.stream().map(line -> Case.parse(line.split(" "))).toList();
        if (isActingAsOthersAllowed()) {
            assertEquals(String.join("\n", expected), String.join("\n", lines(cases, askKernel(cases))));
        }
        assertEquals(CASES, cases.size());
        assertEquals(String.join("\n", expected), String.join("\n", lines(cases, cases.stream().map(this::verdicts).toList())));
    }

    /** The table says of each operation that it is allowed, and that it is not, so it says something. Nobody gives a file away. */
    @Test
    void eachOperationIsAllowedAndDeniedSomewhere() throws IOException {
        List<String> names = new ArrayList<>(operations().keySet());
        List<String> verdicts = table().stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            String all = verdicts.stream().map(each -> each.substring(at, at + 1)).distinct().sorted().collect(Collectors.joining());
            assertEquals(names.get(i).equals("chown") ? "-" : "+-", all, names.get(i));
        }
    }

    private Node node(int more) {
        int mode = BITS[random.nextInt(BITS.length)] << 6 | BITS[random.nextInt(BITS.length)] << 3 | BITS[random.nextInt(BITS.length)];
        return new Node(mode | more, new int[] {PERSON, PERSON + 1, 0}[random.nextInt(3)], GROUP + random.nextInt(2));
    }

    private static List<String> lines(List<Case> cases, List<String> verdicts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            lines.add(cases.get(i) + " " + verdicts.get(i));
        }
        return lines;
    }

    private static List<String> table() throws IOException {
        return Files.readAllLines(RESOURCES.resolve(TABLE));
    }

    private boolean isActingAsOthersAllowed() throws IOException {
        Path file = Files.createTempFile(folder, "whose", "");
        try {
            Files.setAttribute(file, "unix:uid", PERSON);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> askKernel(List<Case> cases) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("place"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path script = RESOURCES.resolve(SCRIPT).toAbsolutePath();
        String input = cases.stream().map(each -> each + "\n").collect(Collectors.joining());
        String command = "cd '" + place + "' && exec perl '" + script + "' " + PERSON + " " + GROUP;
        List<String> verdicts = HostTool.run(0, input, "sh", "-c", command).lines().toList();
        Files.delete(place);
        assertEquals(cases.size(), verdicts.size());
        return verdicts;
    }

    /** What the file server says. */
    private String verdicts(Case of) {
        make(of);
        StringBuilder verdicts = new StringBuilder();
        operations().forEach((name, operation) -> {
            Outcome outcome = operation.apply(of);
            verdicts.append(outcome == Outcome.DONE ? '+' : outcome == Outcome.DENIED ? '-' : '?');
        });
        remove("dir");
        remove("other");
        return verdicts.toString();
    }

    private void make(Case of) {
        done(system.create("dir", true));
        done(system.create("other", true));
        done(system.setPermissions("other", 0777));
        for (String name : FILES) {
            make("dir/" + name, false, of.file);
        }
        for (String name : DIRECTORIES) {
            make("dir/" + name, true, of.file);
        }
        done(system.create("dir/sub/inner", false));
        done(system.link("dir/link", "file"));
        done(system.create("other/brought", false));
        done(system.create("other/replacer", false));
        make("other/linked", false, new Node(of.file.mode, PERSON, of.file.group));
        make("other/broughtSub", true, of.file);
        describe("dir", of.directory);
    }

    private void make(String path, boolean isDirectory, Node node) {
        done(system.create(path, isDirectory));
        describe(path, node);
    }

    private void describe(String path, Node node) {
        done(system.setOwner(path, node.owner, node.group));
        done(system.setPermissions(path, node.mode));
    }

    /** The system may always do that. */
    private void remove(String path) {
        for (String name = system.firstName(path); name != null; name = system.firstName(path)) {
            String below = path + "/" + name;
            if (system.remove(below, false) == Outcome.IS_A_DIRECTORY) {
                remove(below);
            }
        }
        done(system.remove(path, true));
    }

    private static void done(Outcome outcome) {
        assertEquals(Outcome.DONE, outcome);
    }
}
