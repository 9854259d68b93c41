package peaberry.serial;

import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;

/** What an operator may order the driver to do. */
final class SerialControl extends DriverControlServer {

    @Override
    protected Answer crash() {
        Serial.crash();
        return Answer.NONE;
    }
}
