package peaberry.runtime;

import peaberry.abi.Tag;

/** The root process's client. Root answers at once and is never restarted, so nothing is ever asked twice. */
public final class SystemService {

    private final Capability endpoint;
    private long total;
    private long ofSystem;
    private long ofProcesses;
    private long free;
    private long ticksPerMicrosecond = 1;

    public SystemService(Capability endpoint) {
        this.endpoint = endpoint;
    }

    /** The number of the process of that name, or -1. */
    public int find(Text name) {
        if (name.isTruncated() || !Names.put(0, name)) {
            return -1;
        }
        return call(SystemRequest.FIND, Names.WORDS) == Outcome.DONE ? (int) Message.word(0) : -1;
    }

    /** Fills {@code info}. @return {@link Outcome#NOT_FOUND} if there is no process of that number */
    public Outcome process(int number, ProcessInfo info) {
        Outcome outcome = ask(SystemRequest.PROCESS, number);
        if (outcome == Outcome.DONE) {
            info.read();
        }
        return outcome;
    }

    /** Fills {@code info} with the first capability from {@code slot} on. @return {@link Outcome#NOT_FOUND} if there is none */
    public Outcome capability(int number, int slot, CapabilityInfo info) {
        Message.setWords(number, slot, 0);
        Outcome outcome = call(SystemRequest.CAPABILITY, 2);
        if (outcome == Outcome.DONE) {
            info.read();
        }
        return outcome;
    }

    /** Destroys the process; {@link Outcome#REFUSED} for root. */
    public Outcome kill(int number) {
        return ask(SystemRequest.KILL, number);
    }

    /** Destroys the process and makes it anew; {@link Outcome#REFUSED} for root. */
    public Outcome restart(int number) {
        return ask(SystemRequest.RESTART, number);
    }

    /** Announces that the process's next fault is wanted; {@link Outcome#REFUSED} for root. */
    public Outcome expectCrash(int number) {
        return ask(SystemRequest.EXPECT_CRASH, number);
    }

    /** Fills {@code info} with a record, 0 being the oldest still known. */
    public Outcome fault(int index, FaultInfo info) {
        Outcome outcome = ask(SystemRequest.FAULT, index);
        if (outcome == Outcome.DONE) {
            info.read();
        }
        return outcome;
    }

    /** Asks how memory is used; the answers are in the four methods below. */
    public void readMemory() {
        ask(SystemRequest.MEMORY, 0);
        total = Message.word(0);
        ofSystem = Message.word(1);
        ofProcesses = Message.word(2);
        free = Message.word(3);
    }

    /** Bytes in the machine. */
    public long memoryTotal() {
        return total;
    }

    /** Bytes that the kernel, the boot archive and root take. */
    public long memoryOfSystem() {
        return ofSystem;
    }

    /** Bytes that were given to processes. */
    public long memoryOfProcesses() {
        return ofProcesses;
    }

    /** Bytes that nobody was given yet. */
    public long memoryFree() {
        return free;
    }

    /** Microseconds since boot. */
    public long uptime() {
        ask(SystemRequest.UPTIME, 0);
        ticksPerMicrosecond = Math.max(1, Message.word(1));
        return Message.word(0) / ticksPerMicrosecond;
    }

    /** Ticks in a microsecond, as the last {@link #uptime} said. */
    public long ticksPerMicrosecond() {
        return ticksPerMicrosecond;
    }

    /** Switches the machine off. @param status 0 to {@link SystemRequest#MAX_STATUS}; otherwise nothing happens */
    public Outcome shutdown(int status) {
        return ask(SystemRequest.SHUTDOWN, status);
    }

    private Outcome ask(SystemRequest request, int parameter) {
        Message.setWords(parameter, 0, 0);
        return call(request, 1);
    }

    private Outcome call(SystemRequest request, int words) {
        return Outcome.of(SystemCalls.call(endpoint, Tag.of(request.ordinal(), words)));
    }
}
