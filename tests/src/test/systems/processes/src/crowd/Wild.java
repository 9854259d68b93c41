package crowd;

import peaberry.abi.RegionKind;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.process.ProgramSignal;
import peaberry.process.ProgramTable;
import peaberry.process.Spawner;
import peaberry.process.Spawner.PipeEnd;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.LentMemory;
import peaberry.runtime.Message;
import peaberry.runtime.RandomNumbers;
import peaberry.runtime.Region;
import peaberry.runtime.Regions;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import peaberry.stream.ByteStreamClient;

/** Asks the process server for anything, in any order and with any numbers, and has its children do the same. */
final class Wild {

    private static final long SEED = 20261126;
    private static final int REQUESTS = 20_000;
    private static final int FEW = 3;
    private static final int KINDS = 21;
    private static final ProgramSignal[] SIGNALS = ProgramSignal.values();
    private static final int LABELS = 24;
    private static final int WORDS = 12;
    private static final long PLENTY = 1 << 19;
    private static final Timeout SHORT = Timeout.of(50);
    private static final long[] NUMBERS = {0, 1, 2, 3, 5, 63, 64, 255, 4096, 1 << 20, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE};

    private static final RandomNumbers RANDOM = new RandomNumbers(SEED);
    private static final SpawnerClient SPAWNER = new SpawnerClient("spawner");
    private static final ByteStreamClient STREAM = new ByteStreamClient(Capability.NONE);
    private static final Region ARGUMENTS = new Region();
    private static final LentMemory LENT = new LentMemory(ARGUMENTS);
    private static final Text NAME = new Text(Spawner.MAX_NAME);

    private static CNode table = CNode.at(0);
    private static int slot;

    private Wild() {
    }

    /** Ends by itself after a while. @param own the program's table */
    static void run(CNode own) {
        table = own;
        slot = Grants.firstFreeSlot();
        Regions.open(ARGUMENTS, "arguments", RegionKind.ARGUMENTS, 0);
        LENT.open("table", "space", slot + 1);
        SPAWNER.setPatience(SHORT);
        STREAM.setPatience(SHORT);
        for (int request = 0; request < REQUESTS; request++) {
            Window window = LENT.lend(0, ARGUMENTS.size(), Rights.READ);
            if (RANDOM.below(2) == 0) {
                ask(window);
            } else {
                rave(window);
            }
            LENT.takeBack();
        }
    }

    private static int few() {
        return RANDOM.below(FEW);
    }

    /** Something that is allowed, at some time or other. */
    private static void ask(Window window) {
        PipeEnd end = RANDOM.below(2) == 0 ? PipeEnd.READ : PipeEnd.WRITE;
        switch (RANDOM.below(KINDS)) {
            case 0 -> SPAWNER.find(few(), name("child"));
            case 1 -> SPAWNER.load(few(), 1 + RANDOM.below(100_000));
            case 2 -> SPAWNER.fill(few(), RANDOM.below(100), 1 + RANDOM.below(4), window, 0);
            case 3 -> SPAWNER.check(few());
            case 4 -> SPAWNER.drop(few());
            case 5 -> SPAWNER.begin(few(), few(), few(), RANDOM.below(18), (int) ARGUMENTS.size(), 0, window, 0);
            case 6 -> SPAWNER.grant(few(), name("console"), Grants.find("console"));
            case 7 -> SPAWNER.grantSpawning(few(), name("spawner"), PLENTY, FEW);
            case 8 -> SPAWNER.makePipe(few());
            case 9 -> SPAWNER.grantPipe(few(), name("in"), few(), end);
            case 10 -> {
                table.delete(slot);
                SPAWNER.openPipe(few(), end, Capability.at(slot));
                STREAM.connect(Capability.at(slot));
            }
            case 11 -> SPAWNER.closePipe(few(), end);
            case 12 -> SPAWNER.dropPipe(few());
            case 13 -> SPAWNER.start(few());
            case 14 -> SPAWNER.end(few());
            case 15 -> SPAWNER.await(Spawner.ANY);
            case 16 -> SPAWNER.poll(few());
            case 17 -> SPAWNER.forget(few());
            case 18 -> SPAWNER.signal(1 + RANDOM.below(ProgramTable.MOST), SIGNALS[RANDOM.below(SIGNALS.length)], few());
            case 19 -> STREAM.write(1 + RANDOM.below((int) ARGUMENTS.size()), window, 0);
            default -> STREAM.read(1 + RANDOM.below((int) ARGUMENTS.size()), window, 0);
        }
    }

    /** Anything at all. */
    private static void rave(Window window) {
        for (int word = 0; word < WORDS; word++) {
            Message.setWord(word, NUMBERS[RANDOM.below(NUMBERS.length)]);
        }
        Message.attach(0, RANDOM.below(2) == 0 ? Capability.at(window.slot()) : Capability.at(table.slot()));
        Message.attach(1, Grants.find("console"));
        SystemCalls.call(Grants.find("spawner"), Tag.of(RANDOM.below(LABELS), RANDOM.below(WORDS)).withCapabilities(RANDOM.below(FEW)), SHORT);
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }
}
