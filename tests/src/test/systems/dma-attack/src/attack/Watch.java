package attack;

import peaberry.abi.Interface;

/** What somebody says who is attacked. */
@Interface
public interface Watch {

    /** Where its device sees the memory that it shares with its driver. */
    long where();

    /** Whether that memory is as its driver left it. */
    boolean isUnchanged();

    /** How many interrupts came of a device that was never told to work. */
    long interrupts();
}
