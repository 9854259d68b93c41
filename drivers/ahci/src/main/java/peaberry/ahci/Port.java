package peaberry.ahci;

/**
 * The port of the controller at which the disk is. It works on one command at a time, the one in the {@link CommandList}. Whatever device and
 * controller say that cannot be, ends the process: its successor resets both.
 */
final class Port {

    /** What became of a command. */
    enum Progress {
        /** There is none. */
        IDLE,
        UNDER_WAY,
        DONE,
        /** The device says that it could not do it; nothing is done before {@link #recover}. */
        FAILED
    }

    private static final int NOT_READY = HostRegisters.PORT_TFD_BUSY | HostRegisters.PORT_TFD_DATA_REQUEST;
    private static final int ENDED_BADLY = HostRegisters.PORT_TFD_ERROR | HostRegisters.PORT_TFD_DEVICE_FAULT;

    private final HostRegisters registers;
    private int number;
    private boolean working;

    Port(HostRegisters registers) {
        this.registers = registers;
    }

    /** Makes it another one. It does nothing until {@link #attach}. @param index from 0, below {@link HostRegisters#MAX_PORTS} */
    void choose(int index) {
        number = index;
    }

    /** Has the device spin up and keeps the link awake. */
    void power() {
        set(HostRegisters.PORT_SCTL, HostRegisters.PORT_SCTL_STAY_AWAKE);
        set(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_SPIN_UP | HostRegisters.PORT_CMD_POWER_ON);
    }

    /** Whether a device is there. */
    boolean isLinked() {
        return (read(HostRegisters.PORT_SSTS) & HostRegisters.PORT_SSTS_DETECTION) == HostRegisters.PORT_SSTS_LINKED;
    }

    /** Takes what the device sends to memory (10.3.2) and waits until it is ready. @return whether it is a disk */
    boolean attach(CommandMemory memory) {
        setAddress(HostRegisters.PORT_CLB, HostRegisters.PORT_CLB_HIGH, memory.deviceAddress(CommandMemory.COMMAND_LIST));
        setAddress(HostRegisters.PORT_FB, HostRegisters.PORT_FB_HIGH, memory.deviceAddress(CommandMemory.RECEIVED_FIS));
        write(HostRegisters.PORT_SERR, HostRegisters.ALL);
        set(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_FIS_ENABLE);
        return await(HostRegisters.PORT_TFD, NOT_READY, 0) && read(HostRegisters.PORT_SIG) == HostRegisters.PORT_SIG_ATA;
    }

    /** Leaves memory alone. */
    void detach() {
        clear(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_FIS_ENABLE);
        if (!await(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_FIS_RUNNING, 0)) {
            throw new IllegalStateException("the port does not stop receiving");
        }
    }

    /** Works on commands from now on (10.3.1). The device has to be ready. */
    void start() {
        write(HostRegisters.PORT_SERR, HostRegisters.ALL);
        write(HostRegisters.PORT_IS, HostRegisters.ALL);
        set(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_START);
    }

    /** Interrupts at the end of each command, if the controller lets it. */
    void enableInterrupts() {
        write(HostRegisters.PORT_IE, HostRegisters.PORT_IS_REGISTER_FIS | HostRegisters.PORT_IS_TASK_FILE_ERROR | HostRegisters.PORT_IS_FATAL);
    }

    /** Works on the command in the list. Only if none is under way. */
    void issue() {
        working = true;
        write(HostRegisters.PORT_CI, CommandList.SLOT);
    }

    /**
     * What became of the command that is under way; its end is told once. What interrupted is taken note of before the command is looked at:
     * so whatever comes later interrupts again.
     */
    Progress progress() {
        int events = read(HostRegisters.PORT_IS);
        write(HostRegisters.PORT_IS, events);
        registers.write(HostRegisters.IS, 1 << number);
        int issued = read(HostRegisters.PORT_CI);
        if ((events & HostRegisters.PORT_IS_FATAL) != 0 || !isLinked()) {
            throw new IllegalStateException("the disk is gone, or memory or the link failed");
        }
        boolean taken = (issued & CommandList.SLOT) != 0;
        if ((issued & ~CommandList.SLOT) != 0 || taken && !working) {
            throw new IllegalStateException("the controller works on what nobody asked for");
        }
        if (!working) {
            return Progress.IDLE;
        }
        boolean failed = (events & HostRegisters.PORT_IS_TASK_FILE_ERROR) != 0 || !taken && (read(HostRegisters.PORT_TFD) & ENDED_BADLY) != 0;
        if (taken && !failed) {
            return Progress.UNDER_WAY;
        }
        working = false;
        return failed ? Progress.FAILED : Progress.DONE;
    }

    /** Goes on after a command that failed (6.2.2.1): the controller stops, which takes the command out of its hands, and starts anew. */
    void recover() {
        clear(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_START);
        if (!await(HostRegisters.PORT_CMD, HostRegisters.PORT_CMD_RUNNING, 0) || read(HostRegisters.PORT_CI) != 0
                || (read(HostRegisters.PORT_TFD) & NOT_READY) != 0) {
            throw new IllegalStateException("the port or the disk is stuck");
        }
        start();
    }

    private void setAddress(int low, int high, long address) {
        int upper = (int) (address >>> Integer.SIZE);
        if (upper != 0 && (registers.read(HostRegisters.CAP) & HostRegisters.CAP_64_BIT) == 0) {
            throw new IllegalStateException("the controller cannot reach the memory");
        }
        write(low, (int) address);
        write(high, upper);
    }

    private int read(int register) {
        return registers.read(HostRegisters.ofPort(number, register));
    }

    private void write(int register, int value) {
        registers.write(HostRegisters.ofPort(number, register), value);
    }

    private void set(int register, int bits) {
        registers.set(HostRegisters.ofPort(number, register), bits);
    }

    private void clear(int register, int bits) {
        registers.clear(HostRegisters.ofPort(number, register), bits);
    }

    private boolean await(int register, int mask, int value) {
        return registers.await(HostRegisters.ofPort(number, register), mask, value);
    }
}
