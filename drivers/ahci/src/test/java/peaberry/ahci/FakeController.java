package peaberry.ahci;

/**
 * A controller with six ports, in the hands of a test. It works through the shared memory, as a controller does: on one command whenever the
 * test says so, and when somebody looks for its end while it cannot interrupt.
 */
final class FakeController extends HostRegisters {

    static final int PORTS = 6;
    static final int SIGNATURE_CD = 0xEB14_0101;

    private static final int REGISTERS = 0x1100;
    private static final int READY = 0x50;
    private static final int FAILED = 0x51;
    private static final int TO_DEVICE = 1 << 6;

    /** Faults: what it does not do, or does wrongly. */
    boolean stuckInReset;
    boolean stuckRunning;
    boolean stuckBusy;
    /** Clears the command that failed at once, as some controllers do. */
    boolean dropsFailed;
    /** By how many bytes its count is wrong. */
    int miscounted;
    /** How many messages it sent. */
    int messages;
    /** Whether a command failed, after which nothing is done until the port starts anew. */
    private boolean halted;
    /** What happens just after a register was read next. */
    private int awaited = -1;
    private Runnable then;

    private final FakeMemory memory;
    private final FakeDisk[] disks = new FakeDisk[PORTS];
    private final int[] signatures = new int[PORTS];
    private final int[] values = new int[REGISTERS / Integer.BYTES];

    FakeController(FakeMemory memory) {
        this.memory = memory;
        values[CAP / Integer.BYTES] = CAP_64_BIT | PORTS - 1;
        values[PI / Integer.BYTES] = (1 << PORTS) - 1;
        for (int port = 0; port < PORTS; port++) {
            put(port, PORT_IE, -1);
            put(port, PORT_CI, 0xFFFF);
        }
    }

    /** Puts a device at a port. */
    void plug(int port, FakeDisk disk, int signature) {
        disks[port] = disk;
        signatures[port] = signature;
    }

    void unplug(int port) {
        disks[port] = null;
        put(port, PORT_SSTS, 0);
    }

    void put(int register, int value) {
        values[register / Integer.BYTES] = value;
    }

    int get(int port, int register) {
        return values[ofPort(port, register) / Integer.BYTES];
    }

    void put(int port, int register, int value) {
        values[ofPort(port, register) / Integer.BYTES] = value;
    }

    void whenReadNext(int port, int register, Runnable action) {
        awaited = ofPort(port, register);
        then = action;
    }

    @Override
    int read(int register) {
        if ((values[GHC / Integer.BYTES] & GHC_INTERRUPT_ENABLE) == 0 && register == ofPort(portOf(register), PORT_CI)) {
            work(portOf(register));
        }
        int value = values[register / Integer.BYTES];
        if (register == awaited) {
            awaited = -1;
            then.run();
        }
        return value;
    }

    @Override
    void write(int register, int value) {
        int index = register / Integer.BYTES;
        if (register == GHC) {
            values[index] = value;
            if ((value & GHC_RESET) != 0 && !stuckInReset) {
                reset();
            }
        } else if (register == IS) {
            values[index] &= ~value;
        } else if (register >= ofPort(0, 0)) {
            writePort(portOf(register), register - ofPort(portOf(register), 0), value);
        } else {
            throw new AssertionError("a register that is only read");
        }
    }

    private static int portOf(int register) {
        return (register - ofPort(0, 0)) / (ofPort(1, 0) - ofPort(0, 0));
    }

    private void reset() {
        values[GHC / Integer.BYTES] = 0;
        values[IS / Integer.BYTES] = 0;
        for (int port = 0; port < PORTS; port++) {
            for (int register = 0; register < 0x80; register += Integer.BYTES) {
                put(port, register, 0);
            }
            put(port, PORT_TFD, 0x7F);
            put(port, PORT_SIG, -1);
        }
    }

    private void writePort(int port, int register, int value) {
        switch (register) {
            case PORT_IS, PORT_SERR -> put(port, register, get(port, register) & ~value);
            case PORT_CMD -> command(port, value & ~(PORT_CMD_RUNNING | PORT_CMD_FIS_RUNNING));
            case PORT_CI -> {
                if ((get(port, PORT_CMD) & PORT_CMD_START) != 0) {
                    put(port, PORT_CI, get(port, PORT_CI) | value);
                }
            }
            case PORT_CLB, PORT_CLB_HIGH, PORT_FB, PORT_FB_HIGH, PORT_IE, PORT_SCTL -> put(port, register, value);
            default -> throw new AssertionError("a register that is only read");
        }
    }

    private void command(int port, int value) {
        if ((value & PORT_CMD_START) != 0 && (value & PORT_CMD_FIS_ENABLE) == 0) {
            throw new AssertionError("it is started before it receives");
        }
        if ((value & PORT_CMD_SPIN_UP) != 0 && disks[port] != null && get(port, PORT_SSTS) == 0) {
            put(port, PORT_SSTS, 0x113);
            put(port, PORT_SERR, 1 << 26);
            put(port, PORT_IS, PORT_IS_CONNECT_CHANGE);
            put(port, PORT_TFD, PORT_TFD_BUSY);
        }
        if ((value & PORT_CMD_FIS_ENABLE) != 0 && disks[port] != null && get(port, PORT_TFD) == PORT_TFD_BUSY && !stuckBusy) {
            put(port, PORT_TFD, READY);
            put(port, PORT_SIG, signatures[port]);
        }
        boolean running = (value & PORT_CMD_START) != 0 || stuckRunning;
        if (!running) {
            put(port, PORT_CI, 0);
            halted = false;
        }
        put(port, PORT_CMD, value | (running ? PORT_CMD_RUNNING : 0) | ((value & PORT_CMD_FIS_ENABLE) != 0 ? PORT_CMD_FIS_RUNNING : 0));
    }

    /** Works on the command in slot 0 of a port, if it is issued. */
    void work(int port) {
        if ((get(port, PORT_CI) & 1) == 0 || halted) {
            return;
        }
        long header = address(port, PORT_CLB, PORT_CLB_HIGH);
        int description = memory.load(header);
        long table = wide(memory.load(header + 8), memory.load(header + 12));
        if ((header & 0x3FF) != 0 || (table & 0x7F) != 0 || (description & 0x1F) != 5) {
            throw new AssertionError("no command");
        }
        int[] fis = new int[5];
        for (int i = 0; i < fis.length; i++) {
            fis[i] = memory.load(table + i * Integer.BYTES);
        }
        boolean data = description >>> 16 == 1;
        long buffer = wide(memory.load(table + 0x80), memory.load(table + 0x84));
        int moved = disks[port].execute(fis, memory, buffer, (description & TO_DEVICE) != 0, data ? memory.load(table + 0x8C) + 1 : 0);
        if (moved >= 0) {
            memory.store(header + 4, moved + miscounted);
        }
        end(port, moved >= 0);
    }

    private void end(int port, boolean well) {
        put(port, PORT_TFD, well ? READY : FAILED);
        halted = !well;
        if (well || dropsFailed) {
            put(port, PORT_CI, get(port, PORT_CI) & ~1);
        }
        raise(port, PORT_IS_REGISTER_FIS | (well ? 0 : PORT_IS_TASK_FILE_ERROR));
    }

    /** Something happens at a port, which may be told by a message. */
    void raise(int port, int events) {
        put(port, PORT_IS, get(port, PORT_IS) | events);
        if ((events & get(port, PORT_IE)) != 0) {
            values[IS / Integer.BYTES] |= 1 << port;
            messages += (values[GHC / Integer.BYTES] & GHC_INTERRUPT_ENABLE) != 0 ? 1 : 0;
        }
    }

    private long address(int port, int low, int high) {
        return wide(get(port, low), get(port, high));
    }

    private static long wide(int low, int high) {
        return low & 0xFFFF_FFFFL | (long) high << Integer.SIZE;
    }
}
