package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemTable;
import peaberry.abi.SystemTable.Restart;
import peaberry.runtime.Text;
import peaberry.runtime.Time;

/** All processes but root: starts them, ends them, starts them again, and remembers how they failed. */
final class Processes {

    static final FaultLog FAULTS = new FaultLog();

    private static final int MAX_PROCESSES = SystemTable.MAX_PROCESSES;

    private static final Process[] PROCESSES = new Process[MAX_PROCESSES];
    private static final Text LINE = new Text(400);

    private static int count;

    static {
        for (int i = 0; i < MAX_PROCESSES; i++) {
            PROCESSES[i] = new Process();
        }
    }

    private Processes() {
    }

    /** Makes root's endpoint and everything that lasts longer than a process. */
    static KernelError prepare() {
        KernelError error = Partitions.prepare(Archive.SYSTEM);
        while (count < Archive.SYSTEM.processes() && error == KernelError.NONE) {
            count++;
            error = at(count).reserveMemory(count);
        }
        if (error == KernelError.NONE) {
            error = Memory.make(ObjectType.ENDPOINT, 0, Slots.ROOT_ENDPOINT);
        }
        for (int i = 0; i < count && error == KernelError.NONE; i++) {
            error = PROCESSES[i].makeEndpoints(Slots.ROOT_ENDPOINT);
        }
        return error == KernelError.NONE ? AddressSpace.prepareScratch() : error;
    }

    /** Starts all of them; who cannot be started is named on the console. */
    static void startAll() {
        for (int i = 0; i < count; i++) {
            start(PROCESSES[i]);
        }
    }

    /** Root's slot with the endpoint of the process of that number, 0 to {@link #count}. */
    static int endpointOf(int number) {
        return number == 0 ? Slots.ROOT_ENDPOINT : at(number).endpoint();
    }

    /** Numbers run from 1 to this. */
    static int count() {
        return count;
    }

    /** Whether there is a process of that number. */
    static boolean isNumber(int number) {
        return number >= 1 && number <= count;
    }

    /** The process of that number, 1 to {@link #count}. */
    static Process at(int number) {
        return PROCESSES[number - 1];
    }

    /** Ends a process that failed, starts it again if that makes sense, then records what happened. */
    static void failed(Process process, FaultKind kind, long instructionPointer, long detail) {
        boolean expected = process.crashExpected;
        boolean hopeless = !expected && process.crashes.isTooMuch(Uptime.microseconds());
        end(process, hopeless || process.policy() == Restart.NEVER);
        FaultRecord record = record(process);
        record.instructionPointer = instructionPointer;
        Words.describe(kind, detail, record.text);
        openLines(process);
        Words.locate(process.lines, instructionPointer, record.place);
        if (hopeless) {
            record.text.append("; stopped after ").decimal(CrashHistory.LIMIT).append(" failures within a second");
            say(process, "is given up: ", record);
        } else if (process.policy() == Restart.POWER_OFF) {
            say(process, "failed: ", record);
            PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        }
    }

    /** Ends a process because somebody wants it so; its policy says what comes next. */
    static void kill(Process process) {
        boolean wasRunning = process.running;
        end(process, process.policy() == Restart.NEVER);
        if (wasRunning) {
            record(process).text.append("killed on request");
        }
    }

    /** Ends a process, if it is there, and starts it. @return whether it runs */
    static boolean restart(Process process) {
        process.crashes.clear();
        end(process, false);
        return process.running;
    }

    private static void end(Process process, boolean forGood) {
        process.destroy();
        process.crashExpected = false;
        if (!forGood) {
            process.restarts++;
            start(process);
        }
    }

    private static void start(Process process) {
        if (!Starter.start(process)) {
            FaultRecord record = record(process);
            record.text.append("not started: ").append(Starter.problem());
            say(process, "is ", record);
        }
    }

    private static FaultRecord record(Process process) {
        FaultRecord record = FAULTS.next();
        record.process = process.name;
        record.ticks = Time.ticks() - Uptime.bootTicks();
        record.restarts = process.restarts;
        return record;
    }

    private static void openLines(Process process) {
        if (!process.linesOpened) {
            process.linesOpened = true;
            Archive.show(process.number, BootArchive.Kind.LINE_TABLE, process.lineBytes);
            process.lines.open(process.lineBytes);
        }
    }

    private static void say(Process process, String what, FaultRecord record) {
        LINE.clear().append(process.name).append(" ").append(what).append(record.text);
        if (record.place.length() > 0) {
            LINE.append(" at ").append(record.place);
        }
        EmergencyConsole.say(LINE);
    }
}
