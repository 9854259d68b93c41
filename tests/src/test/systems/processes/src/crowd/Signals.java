package crowd;

import peaberry.abi.Timeout;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTable;
import peaberry.process.ProgramTableClient;
import peaberry.process.Spawner;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;

/** Programs by the numbers that all know them by: whoever started them does something to them, and whoever may do that to all. */
final class Signals {

    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final long PLENTY = 1 << 20;
    private static final int TERMINATED = 128 + 15;
    private static final String TABLE = "all";
    private static final String SPAWNER = "spawner";
    private static final Spawner.Outcome[] OUTCOMES = Spawner.Outcome.values();
    /** In microseconds. */
    private static final Timeout SHORT = Timeout.of(1000);

    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final ProgramTableClient ALL = new ProgramTableClient(TABLE);
    private static final SpawnerClient PATIENT = new SpawnerClient(SPAWNER);

    private final SpawnerClient spawner;

    Signals(SpawnerClient spawner) {
        this.spawner = spawner;
    }

    void run() {
        spawner.ownNumber();
        Parent.print(spawner.ownNumberResult() == ProgramTable.DECLARED ? "has no number" : "has a number");
        Parent.say("nobody's number", spawner.number(FIRST));
        Parent.say("a signal to nobody", spawner.signal(ProgramTable.MOST, ProgramSignal.END, TERMINATED));
        one();
        family();
        others();
        all();
        pipe();
    }

    /** Bytes that nothing is made of. */
    long room() {
        ALL.room();
        return ALL.roomTotal() - ALL.roomUsed();
    }

    private void one() {
        int number = start(FIRST, "child|loop|");
        Parent.say("it is there", spawner.signal(number, ProgramSignal.ASK, 0));
        Parent.say("stops it", spawner.signal(number, ProgramSignal.STOP, 0));
        spawner.await(FIRST);
        Parent.print(spawner.awaitReason().name());
        Parent.say("has it go on", spawner.signal(number, ProgramSignal.CONTINUE, 0));
        Parent.say("which it does", spawner.poll(FIRST));
        Parent.say("ends it", spawner.signal(number, ProgramSignal.END, TERMINATED));
        Parent.say("ends it again", spawner.signal(number, ProgramSignal.END, TERMINATED));
        Parent.collect("hears of that", FIRST);
        Parent.print(start(FIRST, "child|exit|") == number + 1 ? "the next one has the next number" : "numbers are out of order");
        Parent.collect("exits", FIRST);
    }

    /** What it started: that can be ended alone, and ends with whoever started it. */
    private void family() {
        int number = begin(FIRST, "child|bomb|");
        spawner.grantSpawning(FIRST, NAME.clear().append(SPAWNER), PLENTY, 2);
        spawner.start(FIRST);
        PATIENT.setPatience(SHORT);
        while (spawner.signal(number + 2, ProgramSignal.ASK, 0) != Spawner.Outcome.DONE) {
            PATIENT.await(FIRST);
        }
        Parent.say("ends a child's child", spawner.signal(number + 1, ProgramSignal.END, TERMINATED));
        Parent.say("which is no more", spawner.signal(number + 1, ProgramSignal.ASK, 0));
        Parent.say("ends the child", spawner.signal(number, ProgramSignal.END, TERMINATED));
        Parent.say("and so the other child's child", spawner.signal(number + 2, ProgramSignal.ASK, 0));
        Parent.collect("hears of that", FIRST);
    }

    /** A program can do nothing to the one beside it, or to itself. */
    private void others() {
        int number = start(FIRST, "child|loop|");
        begin(SECOND, "child|betray|");
        spawner.grantSpawning(SECOND, NAME.clear().append(SPAWNER), PLENTY, 1);
        spawner.start(SECOND);
        spawner.await(SECOND);
        Parent.print(OUTCOMES[spawner.awaitStatus()].name());
        spawner.forget(SECOND);
        Parent.say("it goes on", spawner.signal(number, ProgramSignal.ASK, 0));
        spawner.end(FIRST);
        spawner.forget(FIRST);
    }

    /** Whoever has the table can end any, and even itself. */
    private void all() {
        int number = start(FIRST, "child|loop|");
        say("a program of that number", ALL.program(number));
        Parent.print(ALL.programNumber() == number ? "which it is" : "which it is not");
        say("ends it", ALL.signal(number, ProgramSignal.END, TERMINATED));
        say("ends it again", ALL.signal(number, ProgramSignal.END, TERMINATED));
        say("no further program", ALL.program(number));
        Parent.collect("hears of that", FIRST);
        begin(FIRST, "child|suicide|");
        spawner.grant(FIRST, NAME.clear().append(TABLE), Grants.find(TABLE));
        spawner.grantSpawning(FIRST, NAME.clear().append(SPAWNER), PLENTY, 1);
        spawner.start(FIRST);
        Parent.collect("ends itself", FIRST);
    }

    /** Whoever reads what an ended program was to write hears the end. */
    private void pipe() {
        spawner.makePipe(FIRST);
        int number = begin(FIRST, "child|loop|");
        spawner.grantPipe(FIRST, NAME.clear().append("out"), FIRST, PipeEnd.WRITE);
        begin(SECOND, "child|sink|", Spawner.LEAST_OBJECT_BITS);
        spawner.grantPipe(SECOND, NAME.clear().append("in"), FIRST, PipeEnd.READ);
        spawner.dropPipe(FIRST);
        spawner.start(FIRST);
        spawner.start(SECOND);
        say("ends who is to write", ALL.signal(number, ProgramSignal.END, TERMINATED));
        Parent.collect("hears of that", FIRST);
        Parent.collect("reads nothing", SECOND);
    }

    /** @return by which number all know it */
    private int begin(int process, String arguments) {
        return begin(process, arguments, 0);
    }

    private int begin(int process, String arguments, int objectBits) {
        Parent.begin(process, arguments, objectBits);
        spawner.number(process);
        return spawner.numberResult();
    }

    private int start(int process, String arguments) {
        int number = begin(process, arguments);
        spawner.start(process);
        return number;
    }

    private static void say(String what, ProgramTable.Outcome outcome) {
        Parent.print(what);
        Parent.print(outcome.name());
    }
}
