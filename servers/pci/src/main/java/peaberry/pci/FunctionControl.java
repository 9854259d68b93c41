package peaberry.pci;

import peaberry.abi.DeviceReset;
import peaberry.bus.PciBus;
import peaberry.bus.PciBus.Outcome;

/** Silences functions and lets them work, as {@link PciBus} promises. Whatever a function says about itself, each takes a bounded time. */
final class FunctionControl {

    /** How long a function that is no bus master any more may still wait for memory: twice the default limit (PCI Express 5.0, section 2.8). */
    private static final long IDLE_MICROSECONDS = 100_000;

    private static final int DECODING = Header.COMMAND_IO | Header.COMMAND_MEMORY;

    private final ConfigurationSpace space;
    private final Deadline deadline;
    private final Functions functions;
    private final BaseAddresses addresses;
    private final MessageTable table;
    private final TabledMessages tabledMessages;
    private final SingleMessage singleMessage;
    private final FunctionReset functionReset;
    private final RegisterReset registerReset;

    FunctionControl(ConfigurationSpace space, DeviceMemory memory, Journal journal, Deadline deadline) {
        SavedHeader saved = new SavedHeader(space, journal);
        this.space = space;
        this.deadline = deadline;
        functions = new Functions(space);
        addresses = new BaseAddresses(space, saved);
        table = new MessageTable(space);
        tabledMessages = new TabledMessages(space, memory);
        singleMessage = new SingleMessage(space);
        functionReset = new FunctionReset(space, saved, deadline);
        registerReset = new RegisterReset(space, memory, deadline);
    }

    /** Puts in order what a server left that died over its work. */
    void recover() {
        functionReset.recover();
    }

    /** As {@link PciBus#silence}. */
    Outcome silence(int function, DeviceReset how) {
        if (!functions.isEndpoint(function)) {
            return Outcome.NOT_FOUND;
        }
        command(function, DECODING | Header.COMMAND_BUS_MASTER, Header.COMMAND_NO_LINE);
        singleMessage.disable(function);
        tabledMessages.disable(function);
        awaitIdle(function);
        Outcome outcome = reset(function, how);
        command(function, DECODING | Header.COMMAND_BUS_MASTER, Header.COMMAND_NO_LINE);
        return outcome == Outcome.DONE && !awaitIdle(function) ? Outcome.STUCK : outcome;
    }

    /** As {@link PciBus#enable}. */
    Outcome enable(int function, long messageAddress, int messageData) {
        if (!functions.isEndpoint(function)) {
            return Outcome.NOT_FOUND;
        }
        locate(function);
        int before = space.read16(function, Header.COMMAND);
        command(function, 0, Header.COMMAND_MEMORY | Header.COMMAND_NO_LINE);
        if (!enableMessages(function, messageAddress, messageData)) {
            space.write16(function, Header.COMMAND, before);
            return Outcome.NO_MESSAGES;
        }
        command(function, 0, Header.COMMAND_BUS_MASTER);
        return Outcome.DONE;
    }

    private boolean enableMessages(int function, long address, int data) {
        if (table.entries() == 0) {
            return singleMessage.enable(function, address, data);
        }
        return tabledMessages.enable(function, table, addresses.base(table.bar()), address, data);
    }

    /** Looks where an endpoint's memory and its messages are. A bridge has none. */
    void locate(int function) {
        if (functions.isEndpoint(function)) {
            addresses.read(function);
        } else {
            addresses.clear();
        }
        table.read(function, addresses);
    }

    /** What {@link #locate} found. */
    BaseAddresses addresses() {
        return addresses;
    }

    /** What {@link #locate} found. */
    MessageTable table() {
        return table;
    }

    private Outcome reset(int function, DeviceReset how) {
        return switch (how) {
            case NONE -> Outcome.DONE;
            case FUNCTION -> functionReset.perform(function);
            case VIRTIO, AHCI -> resetByRegister(function, how);
        };
    }

    private Outcome resetByRegister(int function, DeviceReset how) {
        addresses.read(function);
        command(function, 0, Header.COMMAND_MEMORY);
        return how == DeviceReset.VIRTIO ? registerReset.virtio(function, addresses) : registerReset.ahci(function, addresses);
    }

    /** @return whether nothing is under way any more */
    private boolean awaitIdle(int function) {
        deadline.set(IDLE_MICROSECONDS);
        while (functionReset.hasTransactions(function)) {
            if (!deadline.pause()) {
                return false;
            }
        }
        return true;
    }

    /** Changes bits of the command register. */
    private void command(int function, int cleared, int set) {
        space.write16(function, Header.COMMAND, space.read16(function, Header.COMMAND) & ~cleared | set);
    }
}
