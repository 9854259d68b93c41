package peaberry.root;

import peaberry.abi.KernelError;
import peaberry.abi.ProgramImage;
import peaberry.abi.Rights;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.Frame;
import peaberry.system.DevicePages.Outcome;
import peaberry.system.DevicePagesServer;

/** Shows pages of devices' memory, one at a time. The page may be mapped in its driver too: what is shown is a copy of the capability. */
final class DevicePageRequests extends DevicePagesServer {

    private static int shown;

    /** Takes the slot for what is shown. */
    static void prepare() {
        shown = Slots.take();
    }

    @Override
    protected Answer show(long page) {
        Process client = Processes.at(client());
        int frame = DeviceMemory.isPage(page) ? DeviceMemory.page(page) : Slots.NONE;
        Slots.OWN.delete(shown);
        if (frame == Slots.NONE || Slots.OWN.copy(shown, Slots.OWN, frame, Rights.ALL) != KernelError.NONE
                || AddressSpace.map(client, Frame.at(shown), UserLayout.DEVICE_PAGE, ProgramImage.Access.READ_WRITE) != KernelError.NONE) {
            return refuse(Outcome.REFUSED);
        }
        return answerShow();
    }
}
