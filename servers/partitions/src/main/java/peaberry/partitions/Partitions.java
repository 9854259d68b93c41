package peaberry.partitions;

import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.runtime.Capability;
import peaberry.runtime.CapabilityServer;
import peaberry.runtime.Dispatcher;
import peaberry.runtime.Grants;

/**
 * Stands between a disk and its clients, each of which has a partition of it and reaches no other: the first interface that the declaration says is
 * served is the first partition, whatever its name, the second one the second. Requests are carried out one after another, and nothing is waited for but the disk.
 */
public final class Partitions {

    private static final int CALLERS = 1;
    /** The declaration's name. */
    private static final String TABLE = "table";

    private static final Driver DRIVER = new Driver();
    private static final CapabilityServer SERVER =
            new CapabilityServer(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, CALLERS, TABLE, servers(new PartitionedDisk(DRIVER)));

    private Partitions() {
    }

    private static Dispatcher[] servers(PartitionedDisk disk) {
        Dispatcher[] servers = new Dispatcher[PartitionTable.MOST];
        for (int i = 0; i < servers.length; i++) {
            servers[i] = new PartitionServer(disk, i + 1);
        }
        return servers;
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.open(Grants.firstFreeSlot() + CALLERS * Tag.MAX_CAPABILITIES);
        SERVER.run();
    }
}
