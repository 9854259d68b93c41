package peaberry.runtime;

import peaberry.abi.ThreadState;

/** What root says about a process, filled by {@link SystemService#process}. */
public final class ProcessInfo {

    /** In place of a thread's state: there is no thread, because root could not start the process or gave it up. */
    public static final int STATE_STOPPED = 100;

    private static final String[] STATES = {
        "inactive", "running", "ready", "sending", "receiving", "waiting for reply", "waiting", "faulted",
    };

    public final Text name = new Text(Names.MAX_BYTES);
    public long priority;
    /** Ticks of processor time used since it was started last. */
    public long processorTicks;
    public long memoryBytes;
    public long memoryUsed;
    public long restarts;
    private int state;

    /** Empty, until it is filled. */
    public ProcessInfo() {
    }

    void read() {
        state = (int) Message.word(0);
        priority = Message.word(1);
        processorTicks = Message.word(2);
        memoryBytes = Message.word(3);
        memoryUsed = Message.word(4);
        restarts = Message.word(5);
        Names.get(SystemRequest.NAME_WORD, name.clear());
    }

    /** In a user's words. */
    public String state() {
        return state == STATE_STOPPED ? "stopped" : STATES[ThreadState.of(state).ordinal()];
    }
}
