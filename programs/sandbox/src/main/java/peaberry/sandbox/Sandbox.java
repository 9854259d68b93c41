package peaberry.sandbox;

import peaberry.abi.Rights;
import peaberry.file.Namespace;
import peaberry.process.Spawner;
import peaberry.process.Spawner.Outcome;
import peaberry.process.Spawner.Reason;
import peaberry.process.SpawnerClient;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.Text;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/**
 * Runs one program, with what the declaration gives this process for it, and switches the machine off when it has ended. Arguments and environment come first on the program's standard input: how many bytes
 * each of them has, in 32 bits from the lowest on, and then texts with a zero behind each.
 */
public final class Sandbox {

    /** The program, as the declaration calls it. */
    private static final String PROGRAM = "main";
    private static final int IMAGE = 0;
    private static final int PROCESS = 0;
    private static final int GROUP = 0;
    private static final int HEADER_BYTES = 8;
    private static final int MOST_PROGRAMS = 8;
    private static final long MOST_BYTES = 16 << 20;
    private static final int BYTE = 0xFF;
    /** Of a program that could not be started. */
    private static final int STATUS_CANNOT = 126;

    private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
    private static final String[] SERVICES = {"clock", "entropy"};
    private static final String[] SHARES = {"share0", "share1", "share2", "share3", "share4", "share5", "share6", "share7"};

    private static final SpawnerClient PROCESSES = new SpawnerClient("spawner");
    private static final ByteStreamClient INPUT = new ByteStreamClient("stdin");
    private static final ByteStreamClient ERRORS = new ByteStreamClient("stderr");
    private static final ByteStreamClient STATUS = new ByteStreamClient("status");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");
    private static final Text NAME = new Text(Spawner.MAX_NAME);
    private static final Text LINE = new Text(128);
    private static final byte[] BYTES = new byte[OwnBuffer.BYTES];

    private Sandbox() {
    }

    /** Does not return. @param argument log2 of the bytes that the program's heap is made from; 256 more if it may start programs */
    public static void main(long argument) {
        int status = STATUS_CANNOT;
        Outcome outcome = start((int) argument & BYTE, argument > BYTE);
        outcome = outcome == Outcome.DONE ? PROCESSES.await(PROCESS) : outcome;
        if (outcome == Outcome.DONE) {
            status = PROCESSES.awaitStatus();
            if (PROCESSES.awaitReason() == Reason.FAILED) {
                print(LINE.clear().append("the program failed: ").append(PROCESSES.awaitFault().name()).append(" at 0x").hex(PROCESSES.awaitInstruction()).append("\n"));
            }
        } else {
            print(LINE.clear().append("the program cannot be started: ").append(outcome.name()).append("\n"));
        }
        BYTES[0] = (byte) status;
        send(STATUS, 1);
        SYSTEM.shutdown(Math.min(status, SystemControl.MAX_STATUS));
        throw new IllegalStateException("the machine stays on");
    }

    private static Outcome start(int objectBits, boolean startsPrograms) {
        Outcome outcome = PROCESSES.find(IMAGE, name(PROGRAM));
        if (outcome == Outcome.DONE) {
            outcome = begin(objectBits);
        }
        for (int stream = 0; stream < STREAMS.length && outcome == Outcome.DONE; stream++) {
            outcome = give(STREAMS[stream], STREAMS[stream]);
        }
        for (int service = 0; service < SERVICES.length && outcome == Outcome.DONE; service++) {
            outcome = give(SERVICES[service], SERVICES[service]);
        }
        for (int share = 0; share < SHARES.length && outcome == Outcome.DONE; share++) {
            outcome = give(SHARES[share], Namespace.longPlace(share));
        }
        if (outcome == Outcome.DONE && startsPrograms) {
            outcome = PROCESSES.grantSpawning(PROCESS, name("spawner"), MOST_BYTES, MOST_PROGRAMS);
        }
        return outcome == Outcome.DONE ? PROCESSES.start(PROCESS) : outcome;
    }

    /** Gives the program what there is. */
    private static Outcome give(String own, String its) {
        Capability service = Grants.find(own);
        return service.isNone() ? Outcome.DONE : PROCESSES.grant(PROCESS, name(its), service);
    }

    private static Outcome begin(int objectBits) {
        if (!read(HEADER_BYTES)) {
            return Outcome.BAD_WINDOW;
        }
        int arguments = int32(0);
        int environment = int32(Integer.BYTES);
        int both = arguments + environment;
        if (arguments < 0 || environment < 0 || both < 1 || both > OwnBuffer.BYTES || !read(both)) {
            return Outcome.BAD_WINDOW;
        }
        OwnBuffer.put(BYTES, 0, both);
        Outcome outcome = PROCESSES.begin(PROCESS, IMAGE, GROUP, objectBits, arguments, environment, OwnBuffer.lend(both, Rights.READ), 0);
        OwnBuffer.takeBack();
        return outcome;
    }

    /** Reads so many bytes of what comes. */
    private static boolean read(int count) {
        int done = 0;
        boolean isRead = true;
        while (done < count && isRead) {
            ByteStream.Outcome outcome = INPUT.read(count - done, OwnBuffer.lend(count - done, Rights.WRITE), 0);
            OwnBuffer.takeBack();
            isRead = outcome == ByteStream.Outcome.DONE;
            if (isRead) {
                OwnBuffer.get(BYTES, done, INPUT.readResult());
                done += INPUT.readResult();
            }
        }
        return isRead;
    }

    private static int int32(int at) {
        return BYTES[at] & BYTE | (BYTES[at + 1] & BYTE) << 8 | (BYTES[at + 2] & BYTE) << 16 | (BYTES[at + 3] & BYTE) << 24;
    }

    private static Text name(String text) {
        return NAME.clear().append(text);
    }

    private static void print(Text line) {
        for (int i = 0; i < line.length(); i++) {
            BYTES[i] = line.byteAt(i);
        }
        send(ERRORS, line.length());
    }

    private static void send(ByteStreamClient to, int count) {
        OwnBuffer.put(BYTES, 0, count);
        to.write(count, OwnBuffer.lend(count, Rights.READ), 0);
        OwnBuffer.takeBack();
    }
}
