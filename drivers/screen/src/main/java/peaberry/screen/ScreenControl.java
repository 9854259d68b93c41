package peaberry.screen;

import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;

/** What an operator may order the driver to do. */
final class ScreenControl extends DriverControlServer {

    @Override
    protected Answer crash() {
        Screen.crash();
        return Answer.NONE;
    }
}
