package peaberry.launch;

import peaberry.abi.GrantKind;
import peaberry.abi.Rights;
import peaberry.file.FileSystem;
import peaberry.file.Namespace;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.Text;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;
import peaberry.system.SystemControlClient;

/**
 * Has one program started with the arguments, the streams and files in memory, tells the host how it ended, and switches the machine off. The host is told a line: {@code EXITED}, {@code KILLED} or
 * {@code FAILED} with the status, the fault, its detail and the instruction, as {@link Spawner.End} has them; or the outcome of what did not work.
 */
public final class Launch {

    /** What the program is called in the boot archive. */
    private static final String PROGRAM = "program";
    private static final String SPAWNER = "spawner";
    private static final String INPUT = "stdin";
    private static final String REPORT = "report";
    private static final String[] GIVEN = {INPUT, "stdout", "stderr", "clock", "entropy"};

    private static final int IMAGE = 0;
    private static final int PROCESS = 0;
    private static final int GROUP = 0;
    private static final int GIFT = 0;
    /** log2 of the bytes that the program's heap and stack are made from. */
    private static final int OBJECT_BITS = Spawner.MOST_OBJECT_BITS;

    private static final SpawnerClient PROCESSES = new SpawnerClient(SPAWNER);
    private static final ByteStreamClient ARGUMENTS = new ByteStreamClient(INPUT);
    private static final ByteStreamClient HOST = new ByteStreamClient(REPORT);
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Namespace FILES = new Namespace();
    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final Text LINE = new Text(128);
    private static final byte[] BYTES = new byte[OwnBuffer.BYTES];

    private Launch() {
    }

    /** Does not return. @param argument not used */
    public static void main(long argument) {
        FILES.open();
        Capability place = Capability.at(OwnPages.takeSlots(1));
        Outcome outcome = start(place);
        outcome = outcome == Outcome.DONE ? PROCESSES.await(PROCESS) : outcome;
        LINE.clear();
        if (outcome == Outcome.DONE) {
            LINE.append(PROCESSES.awaitReason().name()).append(" ").decimal(PROCESSES.awaitStatus()).append(" ").append(PROCESSES.awaitFault().name())
                    .append(" ").decimal(PROCESSES.awaitDetail()).append(" ").decimal(PROCESSES.awaitInstruction());
        } else {
            LINE.append(outcome.name());
        }
        tell(LINE);
        SYSTEM.shutdown(0);
        throw new IllegalStateException("the machine stays on");
    }

    private static Outcome start(Capability place) {
        int arguments = readArguments();
        Outcome outcome = PROCESSES.find(IMAGE, name(PROGRAM));
        if (outcome == Outcome.DONE) {
            OwnBuffer.put(BYTES, 0, arguments);
            outcome = PROCESSES.begin(PROCESS, IMAGE, GROUP, OBJECT_BITS, arguments, 0, OwnBuffer.lend(OwnBuffer.BYTES, Rights.READ), 0);
            OwnBuffer.takeBack();
        }
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        for (int tree = 0; tree < FILES.trees() && outcome == Outcome.DONE; tree++) {
            if (FILES.tree(tree).give(FileSystem.ROOT, GIFT, false, place) == FileSystem.Outcome.DONE) {
                outcome = PROCESSES.grant(PROCESS, FILES.place(tree), place);
                table.delete(place.slot());
            }
        }
        for (int each = 0; each < GIVEN.length && outcome == Outcome.DONE; each++) {
            Capability own = Grants.find(GIVEN[each]);
            outcome = own.isNone() ? outcome : PROCESSES.grant(PROCESS, name(GIVEN[each]), own);
        }
        return outcome == Outcome.DONE ? PROCESSES.start(PROCESS) : outcome;
    }

    /** Reads all of the first part of the host's input into {@link #BYTES}, of which the launcher sends no more than there is room for. @return how many bytes */
    private static int readArguments() {
        int count = 0;
        ByteStream.Outcome outcome = ByteStream.Outcome.DONE;
        while (outcome == ByteStream.Outcome.DONE && count < BYTES.length) {
            outcome = ARGUMENTS.read(BYTES.length - count, OwnBuffer.lend(BYTES.length - count, Rights.WRITE), 0);
            OwnBuffer.takeBack();
            if (outcome == ByteStream.Outcome.DONE) {
                OwnBuffer.get(BYTES, count, ARGUMENTS.readResult());
                count += ARGUMENTS.readResult();
            }
        }
        return count;
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }

    private static void tell(Text line) {
        for (int i = 0; i < line.length(); i++) {
            BYTES[i] = line.byteAt(i);
        }
        OwnBuffer.put(BYTES, 0, line.length());
        HOST.write(line.length(), OwnBuffer.lend(line.length(), Rights.READ), 0);
        OwnBuffer.takeBack();
    }
}
