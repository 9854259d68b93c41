package peaberry.runtime;

import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/** The page of devices' memory that root shows last ({@code peaberry.system.DevicePages}). To touch it before anything is shown is a page fault. */
@Trusted
public final class DevicePage {

    private static final Region MEMORY = new Region(UserLayout.DEVICE_PAGE, UserLayout.PAGE);

    private DevicePage() {
    }

    /** All of it. */
    public static Region memory() {
        return MEMORY;
    }
}
