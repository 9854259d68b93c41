package peaberry.pci;

import peaberry.abi.DeviceReset;
import peaberry.abi.GrantKind;
import peaberry.abi.ProgramSlots;
import peaberry.bus.PciBus.Outcome;
import peaberry.bus.PciBusServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Ports;
import peaberry.runtime.Server;

/**
 * The server that touches the configuration space of PCI functions and their tables of messages, alone. It holds the ports of the former, and may
 * ask root for a look at a page of devices' memory. It decides nothing and remembers nothing: what there is is looked up for every
 * request. Only what a function loses for a moment is in memory that survives the server.
 */
public final class Pci extends PciBusServer {

    private static final ConfigurationSpace SPACE = new ConfigurationSpace();
    private static final Journal JOURNAL = new Journal();
    private static final Pci SERVED = new Pci(SPACE, new DeviceMemory(), JOURNAL, new Deadline(new Nap()));
    private static final Server SERVER = new Server(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, Nap.OTHER_REPLIES, SERVED);

    private final BusWalk walk;
    private final Functions functions;
    private final FunctionControl control;
    private final VirtioStructures structures;

    private Pci(ConfigurationSpace space, DeviceMemory memory, Journal journal, Deadline deadline) {
        walk = new BusWalk(space);
        functions = new Functions(space);
        control = new FunctionControl(space, memory, journal, deadline);
        structures = new VirtioStructures(space);
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        SPACE.start(Ports.at(Grants.find(GrantKind.PORTS, "configuration").slot()));
        JOURNAL.start("journal");
        SERVED.control.recover();
        SERVER.run();
    }

    @Override
    protected Answer find(int vendor, int device, int index) {
        int function = walk.find(vendor, device, index);
        if (function == BusWalk.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        control.locate(function);
        BaseAddresses at = control.addresses();
        MessageTable table = control.table();
        return answerFind(function, at.base(0), at.size(0), at.base(1), at.size(1), at.base(2), at.size(2), at.base(3), at.size(3),
                at.base(4), at.size(4), at.base(5), at.size(5),
                table.bar(), table.start(), table.end(), table.pendingBar(), table.pendingStart(), table.pendingEnd());
    }

    @Override
    protected Answer list(int index) {
        int function = walk.at(index);
        if (function == BusWalk.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerList(function, functions.vendor(function), functions.device(function), functions.classCode(function));
    }

    @Override
    protected Answer structure(int function, int type) {
        if (!structures.find(function, type)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerStructure(structures.bar(), structures.offset(), structures.bytes(), structures.extra());
    }

    @Override
    protected Answer silence(int function, DeviceReset how) {
        Outcome outcome = control.silence(function, how);
        return outcome == Outcome.DONE ? answerSilence() : refuse(outcome);
    }

    @Override
    protected Answer enable(int function, long messageAddress, int messageData) {
        Outcome outcome = control.enable(function, messageAddress, messageData);
        return outcome == Outcome.DONE ? answerEnable() : refuse(outcome);
    }
}
