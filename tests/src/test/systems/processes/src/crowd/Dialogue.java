package crowd;

import peaberry.process.ProcessGroupClient;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Text;
import peaberry.stream.ByteStreamClient;
import peaberry.stream.TerminalControl.Mode;
import peaberry.stream.TerminalControlClient;

/** Programs at a terminal, one after the other. After each it says how that ended. */
final class Dialogue {

    private static final int GIFT = 0;
    private static final int PROGRAM = 1;

    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final Text LINE = new Text(128);
    private static final TerminalControlClient TERMINAL = new TerminalControlClient("terminal");
    private static final ProcessGroupClient GROUP = new ProcessGroupClient(Capability.NONE);
    private static final ByteStreamClient STREAM = new ByteStreamClient("stream");

    private final SpawnerClient spawner;
    private final SharedBuffer buffer;

    Dialogue(SpawnerClient spawner, SharedBuffer buffer) {
        this.spawner = spawner;
        this.buffer = buffer;
    }

    /** @param slot an empty one, as is the next one */
    void run(int slot) {
        spawner.controlGroup(PROGRAM, Capability.at(slot + 1));
        GROUP.connect(Capability.at(slot + 1));
        TERMINAL.setForeground(Capability.at(slot + 1));
        start("child|copy|", slot);
        say("copies");
        end();
        start("child|loop|", slot);
        say("loops");
        end();
        start("child|copy|", slot);
        say("waits");
        end();
        start("child|once|", slot);
        say("takes one");
        end();
        TERMINAL.setMode(Mode.KEYS);
        start("child|once|", slot);
        say("takes a key");
        end();
        TERMINAL.setMode(Mode.LINES);
        start("child|copy|", slot);
        TERMINAL.takeBack(GIFT);
        say("has nothing any more");
        end();
    }

    private void start(String arguments, int slot) {
        Parent.begin(PROGRAM, arguments, Spawner.LEAST_OBJECT_BITS);
        TERMINAL.give(GIFT, Capability.at(slot));
        spawner.grant(PROGRAM, NAME.clear().append("in"), Capability.at(slot));
        spawner.grant(PROGRAM, NAME.clear().append("out"), Capability.at(slot));
        Parent.empty(slot);
        spawner.start(PROGRAM);
    }

    /** Waits for the program; one that is stopped goes on at once. */
    private void end() {
        Spawner.Outcome outcome = spawner.await(PROGRAM);
        while (outcome == Spawner.Outcome.DONE && spawner.awaitReason() == Spawner.Reason.STOPPED) {
            say("stopped");
            outcome = goOn();
        }
        LINE.clear().append(spawner.awaitReason().name()).append(" ").decimal(spawner.awaitStatus());
        print();
        TERMINAL.takeBack(GIFT);
        spawner.forget(PROGRAM);
    }

    private Spawner.Outcome goOn() {
        GROUP.resume();
        return spawner.await(PROGRAM);
    }

    private void say(String text) {
        LINE.clear().append(text);
        print();
    }

    private void print() {
        LINE.append("\n");
        for (int i = 0; i < LINE.length(); i++) {
            buffer.memory().setByte(i, LINE.byteAt(i));
        }
        STREAM.write(LINE.length(), buffer.readable(), 0);
    }
}
