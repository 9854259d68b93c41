package peaberry.virtioentropy;

import peaberry.driver.DriverControlServer;
import peaberry.runtime.Answer;

/** What an operator may order the driver to do. */
final class EntropyControl extends DriverControlServer {

    @Override
    protected Answer crash() {
        VirtioEntropy.crash();
        return Answer.NONE;
    }
}
