package peaberry.driver;

import peaberry.abi.Interface;

/** What an operator may order a driver to do. */
@Interface
public interface DriverControl {

    /** Fails as a programming mistake would: it did if the call ends with {@code SERVER_RESTARTED}. */
    void crash();
}
