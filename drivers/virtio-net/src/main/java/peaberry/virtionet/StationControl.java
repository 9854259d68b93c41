package peaberry.virtionet;

import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;

/** What an operator may order the driver to do. */
final class StationControl extends DriverControlServer {

    @Override
    protected Answer crash() {
        VirtioNet.crash();
        return Answer.NONE;
    }
}
