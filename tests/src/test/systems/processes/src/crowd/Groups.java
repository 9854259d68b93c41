package crowd;

import peaberry.abi.Outcome;
import peaberry.process.ProcessGroupClient;
import peaberry.process.Spawner;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;

/** Groups of processes, which somebody controls who need not have started them. */
final class Groups {

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int THIRD = 2;
    private static final long PLENTY = 1 << 20;

    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final ProcessGroupClient GROUP = new ProcessGroupClient(Capability.NONE);

    private final SpawnerClient spawner;

    Groups(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    /** @param slot an empty one */
    void run(int slot) {
        Parent.say("a control of the second group", spawner.controlGroup(SECOND, Capability.at(slot)));
        GROUP.connect(Capability.at(slot));
        say("interrupts nobody", GROUP.interrupt());
        start(FIRST, "child|loop|");
        start(SECOND, "child|loop|");
        Parent.say("both go on", spawner.poll(Spawner.ANY));
        say("stops the second one", GROUP.stop());
        tell("hears of that", SECOND);
        Parent.say("once", spawner.poll(SECOND));
        say("stops it again", GROUP.stop());
        Parent.say("which is no news", spawner.poll(Spawner.ANY));
        Parent.say("cannot forget it", spawner.forget(SECOND));
        say("has it go on", GROUP.resume());
        say("stops it once more", GROUP.stop());
        tell("hears of that", Spawner.ANY);
        say("interrupts it", GROUP.interrupt());
        Parent.collect("hears of that", Spawner.ANY);
        Parent.say("the first one goes on", spawner.poll(FIRST));
        begins();
        stopsAndGoesOn();
        Parent.say("ends the first one", spawner.end(FIRST));
        Parent.collect("hears of that", FIRST);
        Parent.empty(slot);
    }

    /** What was not started yet, and what the group's processes started. */
    private void begins() {
        Parent.arguments("child|exit|");
        Parent.say("begins one", Parent.begin(SECOND));
        say("stops it before it starts", GROUP.stop());
        Parent.say("starts it", spawner.start(SECOND));
        Parent.collect("which it does", SECOND);
        Parent.arguments("child|bomb|");
        Parent.say("begins a bomb", Parent.begin(SECOND));
        spawner.grantSpawning(SECOND, NAME.clear().append("spawner"), PLENTY, THIRD);
        spawner.start(SECOND);
        say("interrupts all of it", GROUP.interrupt());
        Parent.collect("hears of that", SECOND);
    }

    /** A program goes on where it was. */
    private void stopsAndGoesOn() {
        start(SECOND, "child|exit|");
        say("stops it, if it goes on still", GROUP.stop());
        say("has it go on", GROUP.resume());
        Spawner.Outcome outcome = spawner.await(SECOND);
        while (outcome == Spawner.Outcome.DONE && spawner.awaitReason() == Spawner.Reason.STOPPED) {
            outcome = spawner.await(SECOND);
        }
        Parent.collect("and end", SECOND);
    }

    private void start(int number, String arguments) {
        Parent.arguments(arguments);
        Parent.begin(number);
        spawner.start(number);
    }

    private void tell(String what, int number) {
        Spawner.Outcome outcome = spawner.await(number);
        Parent.print(what);
        Parent.print(outcome == Spawner.Outcome.DONE && spawner.awaitProcess() == SECOND ? spawner.awaitReason().name() : outcome.name());
    }

    private static void say(String what, Outcome outcome) {
        Parent.print(what);
        Parent.print(outcome.name());
    }
}
