package peaberry.conformance;

import peaberry.abi.GrantKind;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;

/** The slots with what the suite itself was given, by the names in the declarations {@code conformance.toml} and {@code fuzz.toml}. */
final class Own {

    /** Where {@link #deviceMemory} begins. */
    static final long DEVICE_MEMORY_ADDRESS = 0xE000_0000L;

    private static int table;
    private static int addressSpace;
    private static int thread;
    private static int memory;
    private static int interruptControl;
    private static int portControl;
    private static int deviceControl;
    private static int deviceMemory;
    private static int partition;
    private static int partitionControl;

    private Own() {
    }

    /** Looks for all of it, before any of it is used. */
    static void find() {
        table = slot(GrantKind.OWN_TABLE, "table");
        addressSpace = slot(GrantKind.OWN_ADDRESS_SPACE, "space");
        thread = slot(GrantKind.OWN_THREAD, "thread");
        memory = slot(GrantKind.MEMORY, "objects");
        interruptControl = slot(GrantKind.INTERRUPT_CONTROL, "interrupts");
        portControl = slot(GrantKind.PORT_CONTROL, "ports");
        deviceControl = slot(GrantKind.DEVICE_CONTROL, "devices");
        deviceMemory = slot(GrantKind.DEVICE_MEMORY, "window");
        partition = slot(GrantKind.PARTITION, "time");
        partitionControl = slot(GrantKind.PARTITION_CONTROL, "windows");
    }

    static int table() {
        return table;
    }

    static int addressSpace() {
        return addressSpace;
    }

    static int thread() {
        return thread;
    }

    static int memory() {
        return memory;
    }

    static int interruptControl() {
        return interruptControl;
    }

    static int portControl() {
        return portControl;
    }

    /** The right to say what devices can reach. */
    static int deviceControl() {
        return deviceControl;
    }

    /** Empty on machines that have no devices' memory there. */
    static int deviceMemory() {
        return deviceMemory;
    }

    static int partition() {
        return partition;
    }

    static int partitionControl() {
        return partitionControl;
    }

    private static int slot(GrantKind kind, String name) {
        Capability given = Grants.find(kind, name);
        Check.that(!given.isNone(), name);
        return given.slot();
    }
}
