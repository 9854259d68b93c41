package peaberry.ahci;

import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;

/** What an operator may order the driver to do. */
final class DiskControl extends DriverControlServer {

    @Override
    protected Answer crash() {
        Ahci.crash();
        return Answer.NONE;
    }
}
