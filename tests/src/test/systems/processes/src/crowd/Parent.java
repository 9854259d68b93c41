package crowd;

import peaberry.abi.GrantKind;
import peaberry.console.Terminal;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.runtime.WindowCopy;
import peaberry.system.BootProgramsClient;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControlClient;

/** Starts programs in all ways that there are, and says how they ended. */
public final class Parent {

    private static final int IMAGE = 0;
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final long PLENTY = 1 << 20;
    private static final int BESIDE = 20;
    private static final int PIECE = 64 << 10;

    private static final Terminal CONSOLE = new Terminal("console");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final BootProgramsClient PROGRAMS = new BootProgramsClient("programs");
    private static final SpawnerClient SPAWNER = new SpawnerClient("spawner");
    private static final SharedBuffer BUFFER = new SharedBuffer();
    private static final Pipework PIPEWORK = new Pipework(SPAWNER, BUFFER);
    private static final Dialogue DIALOGUE = new Dialogue(SPAWNER, BUFFER);
    private static final Groups GROUPS = new Groups(SPAWNER);
    private static final Signals SIGNALS = new Signals(SPAWNER);
    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final Text LINE = new Text(512);

    private static CNode table = CNode.at(0);
    private static int freeSlot;
    private static int argumentBytes;
    private static int environmentBytes;

    private Parent() {
    }

    /** Switches the machine off at the end. @param argument how many programs are started, one after the other, to see whether memory comes back; 0 for a dialogue instead of all */
    public static void main(long argument) {
        table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        BUFFER.open("buffer", "table", "space", Grants.firstFreeSlot());
        freeSlot = Grants.firstFreeSlot() + SharedBuffer.SLOTS;
        if (argument == 0) {
            SPAWNER.find(IMAGE, name("child"));
            DIALOGUE.run(freeSlot);
            SYSTEM.shutdown(0);
        }
        say("clears", SPAWNER.clear());
        say("a program that there is not", SPAWNER.find(IMAGE, name("nobody")));
        say("a process of it", begin(FIRST));
        say("a program that there is", SPAWNER.find(IMAGE, name("child")));
        say("an end of nobody", SPAWNER.await(Spawner.ANY));
        ends();
        grants();
        orders();
        images();
        bytes();
        families();
        PIPEWORK.run(freeSlot);
        GROUPS.run(freeSlot);
        SIGNALS.run();
        wild();
        memory((int) argument);
        serverDies();
        SYSTEM.shutdown(0);
    }

    private static void ends() {
        arguments("child|exit|");
        run("exits");
        arguments("child|fresh|");
        run("has data of its own");
        run("and so has the next one");
        arguments("child|null|");
        run("follows a null reference");
        arguments("child|index|");
        run("passes an end");
        arguments("child|loop|");
        say("begins", begin(FIRST));
        say("starts", SPAWNER.start(FIRST));
        say("has ended", SPAWNER.poll(FIRST));
        say("is forgotten", SPAWNER.forget(FIRST));
        say("is ended", SPAWNER.end(FIRST));
        say("is ended again", SPAWNER.end(FIRST));
        collect("is killed", FIRST);
        say("is ended when it is forgotten", SPAWNER.end(FIRST));
    }

    private static void grants() {
        arguments("child|echo|one|two words||");
        environment("COLOUR=blue|SHAPE=|");
        say("begins", begin(FIRST));
        say("gives a console", SPAWNER.grant(FIRST, name("console"), Grants.find("console")));
        say("gives it under no name", SPAWNER.grant(FIRST, name(""), Grants.find("console")));
        say("gives it in place of its table", SPAWNER.grant(FIRST, name("table"), Grants.find("console")));
        say("gives what is no endpoint", SPAWNER.grant(FIRST, name("space"), Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space")));
        say("gives its own table", SPAWNER.grant(FIRST, name("mine"), Capability.at(table.slot())));
        say("gives nothing", SPAWNER.grant(FIRST, name("nothing"), Capability.at(freeSlot)));
        int given = 1;
        while (SPAWNER.grant(FIRST, name("more"), Grants.find("console")) == Spawner.Outcome.DONE) {
            given++;
        }
        CONSOLE.printLine(LINE.clear().append("gives ").decimal(given).append(" things"));
        CONSOLE.flush();
        say("starts", SPAWNER.start(FIRST));
        say("gives after the start", SPAWNER.grant(FIRST, name("late"), Grants.find("console")));
        say("starts again", SPAWNER.start(FIRST));
        collect("has told", FIRST);
    }

    private static void orders() {
        arguments("child|exit|");
        say("gives nobody something", SPAWNER.grant(FIRST, name("console"), Grants.find("console")));
        say("starts nobody", SPAWNER.start(FIRST));
        say("ends nobody", SPAWNER.end(FIRST));
        say("forgets nobody", SPAWNER.forget(FIRST));
        say("hears of nobody", SPAWNER.await(FIRST));
        say("begins", begin(FIRST));
        say("begins in its place", begin(FIRST));
        say("ends it before it starts", SPAWNER.end(FIRST));
        collect("never ran", FIRST);
        say("begins one", begin(FIRST));
        say("begins another", begin(SECOND));
        say("starts the other", SPAWNER.start(SECOND));
        collect("whoever ends first", Spawner.ANY);
        say("starts the one", SPAWNER.start(FIRST));
        collect("who is left", Spawner.ANY);
        say("who else", SPAWNER.await(Spawner.ANY));
        say("arguments that are not there", SPAWNER.begin(FIRST, IMAGE, 0, 0, Spawner.MAX_ARGUMENTS, 1, BUFFER.readable(), 1));
        say("arguments behind the end", SPAWNER.begin(FIRST, IMAGE, 0, 0, 1, 0, BUFFER.readable(), Long.MAX_VALUE));
        say("arguments that it may not read", SPAWNER.begin(FIRST, IMAGE, 0, 0, 1, 0, BUFFER.writable(), 0));
        say("arguments in no window", SPAWNER.begin(FIRST, IMAGE, 0, 0, 1, 0, Window.at(table.slot()), 0));
        say("too little memory for objects", SPAWNER.begin(FIRST, IMAGE, 0, 1, 0, 0, BUFFER.readable(), 0));
        say("more memory than there is", SPAWNER.begin(FIRST, IMAGE, 0, Spawner.MOST_OBJECT_BITS, 0, 0, BUFFER.readable(), 0));
        say("a great many arguments", SPAWNER.begin(FIRST, IMAGE, 0, 0, Spawner.MAX_ARGUMENTS, 0, BUFFER.readable(), 0));
        say("ends it", SPAWNER.end(FIRST));
        say("forgets it", SPAWNER.forget(FIRST));
    }

    private static void images() {
        int image = IMAGE + 1;
        say("loads", SPAWNER.load(image, 100));
        say("fills behind the end", SPAWNER.fill(image, 100, 1, BUFFER.readable(), 0));
        say("fills from behind the end", SPAWNER.fill(image, 0, 100, BUFFER.readable(), BUFFER.memory().size()));
        say("fills", SPAWNER.fill(image, 0, 100, BUFFER.readable(), 0));
        say("begins nonsense", SPAWNER.begin(FIRST, image, 0, 0, 0, 0, BUFFER.readable(), 0));
        say("asks why", SPAWNER.check(image));
        CONSOLE.printLine(LINE.clear().append(SPAWNER.checkResult().text()));
        CONSOLE.flush();
        say("fills what came with the system", SPAWNER.fill(IMAGE, 0, 100, BUFFER.readable(), 0));
        say("drops", SPAWNER.drop(image));
        say("drops again", SPAWNER.drop(image));
        say("fills what is dropped", SPAWNER.fill(image, 0, 100, BUFFER.readable(), 0));
        arguments("child|loop|");
        say("begins", begin(FIRST));
        say("drops what is run", SPAWNER.drop(IMAGE));
        say("begins of what is dropped", begin(SECOND));
        say("starts", SPAWNER.start(FIRST));
        say("ends", SPAWNER.end(FIRST));
        say("forgets", SPAWNER.forget(FIRST));
        SPAWNER.find(IMAGE, name("child"));
    }

    /** An executable that comes as bytes, as from a file. */
    private static void bytes() {
        int image = IMAGE + 1;
        Window program = Window.at(freeSlot);
        PROGRAMS.open(name("child"), Capability.at(program.slot()));
        int bytes = (int) PROGRAMS.openBytes();
        say("loads a program", SPAWNER.load(image, bytes));
        for (int done = 0; done < bytes; done += PIECE) {
            int here = Math.min(PIECE, bytes - done);
            WindowCopy.read(program, done, BUFFER.memory(), 0, here);
            SPAWNER.fill(image, done, here, BUFFER.readable(), 0);
        }
        table.delete(program.slot());
        arguments("child|exit|");
        say("begins it", SPAWNER.begin(FIRST, image, 0, 0, argumentBytes, environmentBytes, BUFFER.readable(), 0));
        say("fills what was begun from", SPAWNER.fill(image, 0, 1, BUFFER.readable(), 0));
        say("starts it", SPAWNER.start(FIRST));
        say("drops it", SPAWNER.drop(image));
        collect("runs", FIRST);
        arguments("child|objects|");
        say("begins one with memory", SPAWNER.begin(FIRST, IMAGE, 0, Spawner.LEAST_OBJECT_BITS, argumentBytes, environmentBytes, BUFFER.readable(), 0));
        SPAWNER.start(FIRST);
        collect("has made pages", FIRST);
    }

    private static void serverDies() {
        arguments("child|loop|");
        say("begins", begin(FIRST));
        say("starts", SPAWNER.start(FIRST));
        SYSTEM.find(name("processes"));
        int server = SYSTEM.findResult();
        CONSOLE.printLine(LINE.clear().append("the server dies: ").append(SUPERVISION.kill(server).name()));
        say("who is left", SPAWNER.poll(Spawner.ANY));
        say("begins of what is not there", begin(FIRST));
        say("a program that there is", SPAWNER.find(IMAGE, name("child")));
        arguments("child|exit|");
        run("exits");
    }

    private static void families() {
        arguments("child|family|child|loop|");
        say("begins", begin(FIRST));
        say("lets it start programs", SPAWNER.grantSpawning(FIRST, name("spawner"), PLENTY, 1));
        say("twice", SPAWNER.grantSpawning(FIRST, name("again"), PLENTY, 1));
        say("starts", SPAWNER.start(FIRST));
        collect("has had a child", FIRST);
        say("begins", begin(FIRST));
        say("lets it start none", SPAWNER.grantSpawning(FIRST, name("spawner"), PLENTY, 0));
        say("starts", SPAWNER.start(FIRST));
        collect("had no child", FIRST);
        say("begins", begin(FIRST));
        say("lets it have little memory", SPAWNER.grantSpawning(FIRST, name("spawner"), 1024, 1));
        say("starts", SPAWNER.start(FIRST));
        collect("had no room for a child", FIRST);
        say("begins", begin(FIRST));
        say("starts without letting it", SPAWNER.start(FIRST));
        collect("could not have a child", FIRST);
        arguments("child|bomb|");
        say("begins a bomb", begin(FIRST));
        say("with limits", SPAWNER.grantSpawning(FIRST, name("spawner"), PLENTY, 5));
        say("starts", SPAWNER.start(FIRST));
        arguments("child|exit|");
        say("begins beside it", begin(SECOND));
        say("starts", SPAWNER.start(SECOND));
        collect("is not hindered", SECOND);
        say("ends the bomb", SPAWNER.end(FIRST));
        collect("is over", FIRST);
        arguments("child|bomb|");
        say("begins a bomb", begin(FIRST));
        say("without limits", SPAWNER.grantSpawning(FIRST, name("spawner"), Long.MAX_VALUE, Spawner.PROCESSES));
        say("starts", SPAWNER.start(FIRST));
        say("clears all", SPAWNER.clear());
        say("who is left", SPAWNER.await(Spawner.ANY));
        SPAWNER.find(IMAGE, name("child"));
    }

    /** A program that asks for anything hinders nobody. */
    private static void wild() {
        long before = SIGNALS.room();
        arguments("child|wild|");
        say("begins one that asks for anything", begin(FIRST));
        SPAWNER.grant(FIRST, name("console"), Grants.find("console"));
        say("with a share of everything", SPAWNER.grantSpawning(FIRST, name("spawner"), 4 * PLENTY, 5));
        say("starts", SPAWNER.start(FIRST));
        arguments("child|exit|");
        for (int round = 0; round < BESIDE; round++) {
            Spawner.Outcome outcome = begin(SECOND);
            SPAWNER.start(SECOND);
            if (outcome != Spawner.Outcome.DONE || SPAWNER.await(SECOND) != Spawner.Outcome.DONE || SPAWNER.forget(SECOND) != Spawner.Outcome.DONE) {
                print("another one was hindered");
            }
        }
        collect("is over", FIRST);
        say("it is the same server", SPAWNER.poll(Spawner.ANY));
        print(before == SIGNALS.room() ? "there is as much room as before" : "there is less room than before");
    }

    /** Whatever was started and ended, there is as much room as before. */
    private static void memory(int rounds) {
        arguments("child|loop|");
        int most = most();
        long before = SIGNALS.room();
        arguments("child|exit|");
        for (int round = 0; round < rounds; round++) {
            if (begin(FIRST) != Spawner.Outcome.DONE || SPAWNER.start(FIRST) != Spawner.Outcome.DONE || SPAWNER.await(FIRST) != Spawner.Outcome.DONE
                    || SPAWNER.forget(FIRST) != Spawner.Outcome.DONE) {
                CONSOLE.print("a round failed\n");
            }
        }
        arguments("child|loop|");
        print(most > 1 && most() > 1 && before == SIGNALS.room() ? "as much memory is free as before" : "less memory is free than before");
    }

    /** How many processes with memory for objects there is room for. */
    private static int most() {
        int bits = 20;
        int count = 0;
        while (SPAWNER.begin(count, IMAGE, 0, bits, argumentBytes, environmentBytes, BUFFER.readable(), 0) == Spawner.Outcome.DONE) {
            count++;
        }
        for (int number = 0; number < count; number++) {
            SPAWNER.end(number);
            SPAWNER.forget(number);
        }
        return count;
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }

    /** @param texts each with a bar behind it */
    static void arguments(String texts) {
        argumentBytes = put(0, texts);
        environmentBytes = 0;
    }

    private static void environment(String texts) {
        environmentBytes = put(argumentBytes, texts);
    }

    private static int put(int at, String texts) {
        for (int i = 0; i < texts.length(); i++) {
            BUFFER.memory().setByte(at + i, texts.charAt(i) == '|' ? 0 : texts.charAt(i));
        }
        return texts.length();
    }

    static Spawner.Outcome begin(int number) {
        return SPAWNER.begin(number, IMAGE, number, 0, argumentBytes, environmentBytes, BUFFER.readable(), 0);
    }

    /** Begins a process with memory of its own. */
    static void begin(int number, String texts, int objectBits) {
        arguments(texts);
        if (SPAWNER.begin(number, IMAGE, number, objectBits, argumentBytes, environmentBytes, BUFFER.readable(), 0) != Spawner.Outcome.DONE) {
            print("it could not be begun");
        }
    }

    static void print(String line) {
        CONSOLE.printLine(LINE.clear().append(line));
        CONSOLE.flush();
    }

    /** Deletes what is in a slot. */
    static void empty(int slot) {
        table.delete(slot);
    }

    private static void run(String what) {
        begin(FIRST);
        SPAWNER.start(FIRST);
        collect(what, FIRST);
    }

    static void collect(String what, int number) {
        Spawner.Outcome outcome = SPAWNER.await(number);
        LINE.clear().append(what).append(": ").append(outcome.name());
        if (outcome == Spawner.Outcome.DONE) {
            int ended = SPAWNER.awaitProcess();
            LINE.append(", number ").decimal(ended).append(" ").append(SPAWNER.awaitReason().name()).append(" ").decimal(SPAWNER.awaitStatus());
            if (SPAWNER.awaitReason() == Spawner.Reason.FAILED) {
                LINE.append(" by ").append(SPAWNER.awaitFault().name());
            }
            SPAWNER.forget(ended);
        }
        CONSOLE.printLine(LINE);
        CONSOLE.flush();
    }

    static void say(String what, Spawner.Outcome outcome) {
        CONSOLE.printLine(LINE.clear().append(what).append(": ").append(outcome.name()));
        CONSOLE.flush();
    }
}
