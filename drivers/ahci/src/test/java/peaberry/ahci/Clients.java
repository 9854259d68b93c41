package peaberry.ahci;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Message;
import peaberry.standin.ServerStandIn;

/** The kernel's place is here: what clients ask is brought to the disk. Clients do not wait: the test looks at how each call ended. */
final class Clients extends ServerStandIn {

    private static final int ENDPOINT = 900;
    private static final int TABLE = 901;
    /** Where the driver has what its callers bring. */
    private static final int FIRST_SLOT = 1000;

    /** A call; {@code outcome} is null as long as it is not answered. */
    static final class Call {

        Outcome outcome;
    }

    private record Sent(int client, Tag tag, long[] words, byte[] window, Call call) {
    }

    private final BlockDeviceClient disk = new BlockDeviceClient(Capability.at(ENDPOINT));
    private final FakeMemory memory;
    private final CapabilityServer driver;
    private final Deque<Sent> messages = new ArrayDeque<>();
    private final Map<Long, Call> waiting = new HashMap<>();
    private int client;
    private Call call;

    /** @param memory has the windows, those of clients and those that came to the driver */
    Clients(FakeMemory memory, Disk served) {
        super(ENDPOINT);
        this.memory = memory;
        driver = new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES, CNode.at(TABLE), FIRST_SLOT, served);
        new SimulatedMachine(UserLayout.DEVICES + (4 << 20), OutputStream.nullOutputStream(), () -> 0).install().attach(this);
    }

    /** A client calls, and the driver deals with it. */
    Call call(int number, Consumer<BlockDeviceClient> request) {
        client = number;
        call = new Call();
        request.accept(disk);
        runUntilIdle(driver);
        return call;
    }

    @Override
    protected Tag called(Tag tag) {
        byte[] window = tag.capabilities() == 0 ? null : memory.windows.get((int) bufferWord(Tag.SENT_CAPABILITIES));
        messages.add(new Sent(client, tag, words(), window, call));
        return Tag.failure(KernelError.UNSUPPORTED, 0);
    }

    @Override
    protected boolean hasMessages() {
        return !messages.isEmpty();
    }

    @Override
    protected void receive(long reply, MessageRegisters message) {
        Sent next = messages.remove();
        setWords(next.words);
        if (next.window != null) {
            memory.windows.put((int) bufferWord(Tag.RECEIVED_CAPABILITIES), next.window);
        }
        waiting.put(reply, next.call);
        message.tag = next.tag.withCapabilities(next.window == null ? 0 : 1).bits();
        message.badge = Badges.of(next.client, 0);
    }

    @Override
    protected void answered(long reply, Tag tag) {
        waiting.remove(reply).outcome = Outcome.values()[tag.label()];
    }

    /** Of the driver's table. */
    @Override
    protected Tag invoked(long capability, Tag tag) {
        if (tag.label() == Invocation.CNODE_DELETE.ordinal()) {
            memory.windows.remove((int) Message.word(0));
            return Tag.of(0, 0);
        }
        Message.setWord(0, CapabilityType.WINDOW.ordinal());
        return Tag.of(0, 1);
    }
}
