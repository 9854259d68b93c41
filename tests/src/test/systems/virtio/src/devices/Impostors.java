package devices;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.block.BlockDevice.Caching;
import peaberry.block.BlockDevice.Outcome;
import peaberry.block.BlockDeviceClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Grants;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.Window;

/**
 * Gives a disk's driver something else where it is to be given a window. If the driver used an endpoint as one, it would send a message: to itself,
 * for whose answer it would wait for ever, or to somebody whose answer would pass for the kernel's.
 */
final class Impostors {

    private static final BlockDeviceClient DISK = new BlockDeviceClient("disk");
    /** The slots behind the shared buffer's: one that stays empty, and those of objects made here. */
    private static final int EMPTY = SharedBuffer.SLOTS;
    private static final int OBJECT = EMPTY + 1;

    private Impostors() {
    }

    static void run() {
        Client.CONSOLE.print("a window that allows too little: ").print(DISK.read(0, 1, 0, Client.BUFFER.readable(), 0).name()).print("\n");
        Client.CONSOLE.print("nothing: ").print(offer(Grants.firstFreeSlot() + EMPTY)).print("\n");
        Client.CONSOLE.print("the driver's own endpoint: ").print(offer(Grants.find("disk").slot())).print("\n");
        Client.CONSOLE.print("its other interface: ").print(offer(Grants.find("disk-control").slot())).print("\n");
        Client.CONSOLE.print("another server's endpoint: ").print(offer(Grants.find("console").slot())).print("\n");
        Client.CONSOLE.print("root's endpoint: ").print(offer(Grants.find("system").slot())).print("\n");
        Client.CONSOLE.print("an address space: ").print(offer(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot())).print("\n");
        Client.CONSOLE.print("an endpoint that nobody hears: ").print(offerNew(ObjectType.ENDPOINT)).print("\n");
        Client.CONSOLE.print("a notification: ").print(offerNew(ObjectType.NOTIFICATION)).print("\n");
        Client.CONSOLE.print("a frame: ").print(offerNew(ObjectType.FRAME)).print("\n");
        Client.CONSOLE.print("afterwards: ").print(DISK.read(0, 1, 0, Client.BUFFER.writable(), 0).name()).print(DISK.interruptions() == 0
                ? ", the driver lives\n" : ", the driver died\n");
    }

    /** Has the driver read to it and write from it. @return how it ended, if that is the same */
    private static String offer(int slot) {
        Outcome read = DISK.read(0, 1, 0, Window.at(slot), 0);
        Outcome written = DISK.write(0, 1, Caching.WRITE_BACK, Window.at(slot), 0);
        return read == written ? read.name() : "read and written differently";
    }

    private static String offerNew(ObjectType type) {
        CNode table = CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
        int slot = Grants.firstFreeSlot() + OBJECT;
        KernelError error = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot()).retype(type, 0, table, slot, 1);
        String outcome = error == KernelError.NONE ? offer(slot) : error.name();
        table.delete(slot);
        return outcome;
    }
}
