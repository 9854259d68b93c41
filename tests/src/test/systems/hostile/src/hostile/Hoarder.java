package hostile;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.Rights;
import peaberry.runtime.CNode;
import peaberry.runtime.Grants;
import peaberry.runtime.UntypedMemory;

/** Takes all that there is: memory first, in frames, and then slots, with copies of a frame's capability. */
final class Hoarder {

    static int frames;
    static KernelError error = KernelError.NONE;
    static int slots;
    static KernelError slotError = KernelError.NONE;

    private static final int MOST = 10_000;

    private Hoarder() {
    }

    static void hoard(CNode table) {
        UntypedMemory memory = UntypedMemory.at(Grants.find(GrantKind.MEMORY, "objects").slot());
        int first = Grants.firstFreeSlot();
        frames = 0;
        error = KernelError.NONE;
        while (error == KernelError.NONE && frames < MOST) {
            error = memory.retype(ObjectType.FRAME, 0, table, first + frames, 1);
            frames += error == KernelError.NONE ? 1 : 0;
        }
        slots = 0;
        slotError = KernelError.NONE;
        while (slotError == KernelError.NONE && slots < MOST) {
            slotError = table.copy(first + frames + slots, table, first, Rights.ALL);
            slots += slotError == KernelError.NONE ? 1 : 0;
        }
    }
}
