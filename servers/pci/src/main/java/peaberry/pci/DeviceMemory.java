package peaberry.pci;

import peaberry.abi.UserLayout;
import peaberry.runtime.DevicePage;
import peaberry.runtime.Region;
import peaberry.system.DevicePages;
import peaberry.system.DevicePagesClient;

/** Devices' memory by its physical address, seen through the one page that root shows. Each access is one access of the device. */
class DeviceMemory {

    /** What is read where no device is. */
    static final int NOTHING = -1;

    private static final long OFFSET = UserLayout.PAGE - 1;
    private static final long NOT_SHOWN = -1;

    private final DevicePagesClient pages = new DevicePagesClient("pages");
    private long shown = NOT_SHOWN;

    /** 0 to 255, or {@link #NOTHING}. */
    int read8(long address) {
        return show(address) ? page().unsignedByte(address & OFFSET) : NOTHING;
    }

    /** @param address a multiple of 4 */
    int read32(long address) {
        return show(address) ? page().int32(address & OFFSET) : NOTHING;
    }

    /** @return whether there is a device */
    boolean write8(long address, int value) {
        if (!show(address)) {
            return false;
        }
        page().setByte(address & OFFSET, value);
        return true;
    }

    /** As {@link #write8}. @param address a multiple of 4 */
    boolean write32(long address, int value) {
        if (!show(address)) {
            return false;
        }
        page().setInt32(address & OFFSET, value);
        return true;
    }

    private static Region page() {
        return DevicePage.memory();
    }

    private boolean show(long address) {
        long wanted = address & ~OFFSET;
        if (wanted != shown) {
            shown = pages.show(wanted) == DevicePages.Outcome.DONE ? wanted : NOT_SHOWN;
        }
        return wanted == shown;
    }
}
