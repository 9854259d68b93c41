package peaberry.virtio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import peaberry.abi.CapabilityType;
import peaberry.abi.GrantKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.machine.MessageRegisters;
import peaberry.machine.VirtualMemory;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Badges;
import peaberry.runtime.Message;
import peaberry.runtime.Server;
import peaberry.standin.ServerStandIn;
import peaberry.standin.StartTables;

/**
 * In place of the kernel: brings what clients ask to a driver in the same program, and what its device signals. Clients do not wait: their calls are
 * posted, and the test looks at how each ends. Virtual addresses are physical ones.
 */
public final class KernelModel extends ServerStandIn {

    /** Where clients call. */
    public static final int ENDPOINT = 900;
    private static final int TABLE = ProgramSlots.FIRST_NAMED;
    private static final int INTERRUPT = ProgramSlots.FIRST_NAMED + 1;
    private static final long MACHINE_BYTES = UserLayout.DEVICES + (4 << 20);

    private record Posted(long badge, Tag tag, long[] words, WindowModel window, Call call) {
    }

    private long ticks;
    private final SimulatedMachine machine = new SimulatedMachine(MACHINE_BYTES, OutputStream.nullOutputStream(), () -> ticks);
    private final Map<Long, WindowModel> clientsWindows = new HashMap<>();
    private final Map<Long, WindowModel> driversWindows = new HashMap<>();
    private final Map<Long, Call> callers = new HashMap<>();
    private final Deque<Posted> messages = new ArrayDeque<>();
    private final VirtioModel device;
    private Server driver;
    private Call posted;
    private boolean waiting;
    private int acknowledgements;
    /** The number of the client that calls. */
    private int client = 7;

    /** A machine with this device, whose driver was given it under that name, and its table under the other. */
    public KernelModel(VirtioModel device, String name, String table) {
        super(ENDPOINT);
        this.device = device;
        StartTables tables = new StartTables(machine.memory());
        tables.grant(table, GrantKind.OWN_TABLE, TABLE);
        tables.grant(name, GrantKind.PCI_FUNCTION, INTERRUPT);
        device.install(machine.memory(), tables, name);
        machine.install().attach(this);
    }

    /** This is the driver from now on; of another one before it nothing is left. */
    public void serve(Server server) {
        driver = server;
        driversWindows.clear();
        callers.clear();
    }

    /** Gives clients a window. @param slot theirs */
    public WindowModel window(int slot, int bytes) {
        return clientsWindows.computeIfAbsent((long) slot, any -> new WindowModel(bytes));
    }

    /** Clients take it back, wherever it is. */
    public void revoke(WindowModel window) {
        driversWindows.values().removeIf(each -> each == window);
    }

    /** Whoever calls from now on has this number. */
    public void speakAs(int number) {
        client = number;
    }

    /** A client calls; what the call itself says does not count. */
    public Call post(Supplier<?> call) {
        posted = new Call();
        waiting = false;
        call.get();
        return posted;
    }

    /** A client calls and waits for the answer, which has to come. */
    public <T> T call(Supplier<T> call) {
        posted = new Call();
        waiting = true;
        return call.get();
    }

    /** Lets the driver deal with what came, and the device with what the driver gave it, until nothing happens any more. */
    public void settle() {
        do {
            runDriver();
            if (device.work()) {
                signal();
            }
        } while (!messages.isEmpty());
    }

    /** Lets the driver deal with what came. */
    public void runDriver() {
        long[] words = words();
        while (!messages.isEmpty()) {
            runUntilIdle(driver);
        }
        setWords(words);
    }

    /** The device's interrupt is signalled. */
    public void signal() {
        messages.add(new Posted(Badges.SIGNAL | 1, Tag.of(0, 0), new long[0], null, null));
    }

    /** So much time goes by, in ticks, in which nobody says anything. */
    public void passTime(long duration) {
        ticks += duration;
        messages.add(new Posted(0, Tag.failure(KernelError.TIMED_OUT, 0), new long[0], null, null));
        settle();
    }

    /** How often the interrupt was acknowledged. */
    public int acknowledgements() {
        return acknowledgements;
    }

    /** How many windows the driver still has of its callers. */
    public int windowsHeld() {
        return driversWindows.size();
    }

    @Override
    protected Tag called(Tag tag) {
        WindowModel window = tag.capabilities() == 0 ? null : clientsWindows.get(bufferWord(Tag.SENT_CAPABILITIES));
        Call call = posted;
        messages.add(new Posted(Badges.of(client, 0), tag, words(), window, call));
        if (!waiting) {
            return Tag.failure(KernelError.UNSUPPORTED, 0);
        }
        settle();
        assertTrue(call.isAnswered(), "nobody answered");
        setWords(call.words());
        return call.tag();
    }

    @Override
    protected boolean hasMessages() {
        return !messages.isEmpty();
    }

    @Override
    protected void receive(long reply, MessageRegisters message) {
        Posted next = messages.remove();
        setWords(next.words);
        int capabilities = 0;
        if (next.window != null) {
            assertEquals(null, driversWindows.put(bufferWord(Tag.RECEIVED_CAPABILITIES), next.window), "the slot is empty");
            capabilities = 1;
        }
        if (next.call != null) {
            callers.put(reply, next.call);
        }
        message.tag = next.tag.withCapabilities(capabilities).bits();
        message.badge = next.badge;
    }

    @Override
    protected void answered(long reply, Tag tag) {
        Call call = callers.remove(reply);
        if (call != null) {
            call.end(tag, words());
        }
    }

    @Override
    protected Tag invoked(long capability, Tag tag) {
        if (capability == TABLE && tag.label() == Invocation.CNODE_DELETE.ordinal()) {
            driversWindows.remove(Message.word(0));
            return Tag.of(0, 0);
        }
        if (capability == TABLE && tag.label() == Invocation.CNODE_INSPECT.ordinal()) {
            WindowModel window = driversWindows.get(Message.word(0));
            Message.setWord(0, (window == null ? CapabilityType.NULL : window.type).ordinal());
            return Tag.of(0, 1);
        }
        if (capability == INTERRUPT && tag.label() == Invocation.IRQ_HANDLER_ACKNOWLEDGE.ordinal()) {
            acknowledgements++;
            return Tag.of(0, 0);
        }
        WindowModel window = driversWindows.get(capability);
        return window == null ? Tag.failure(KernelError.INVALID_CAPABILITY, 0)
                : copy(window, tag.label() == Invocation.WINDOW_WRITE.ordinal(), Message.word(0), Message.word(1), Message.word(2));
    }

    private static Tag copy(WindowModel window, boolean write, long offset, long address, long count) {
        KernelError error = window.hindrance(write, offset, count);
        if (error != KernelError.NONE) {
            return Tag.failure(error, 0);
        }
        int most = (int) Math.min(count, window.bytesUntilInterrupt);
        for (int i = 0; i < most; i++) {
            if (write) {
                window.bytes[(int) offset + i] = VirtualMemory.loadByte(address + i);
            } else {
                VirtualMemory.storeByte(address + i, window.bytes[(int) offset + i]);
            }
        }
        Message.setWord(0, most);
        return most < count ? Tag.failure(KernelError.INTERRUPTED, 1) : Tag.of(0, 1);
    }

    @Override
    public long translate(long virtual, boolean write) {
        device.access(virtual, write);
        return virtual;
    }
}
