package example;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;

/** Something that is on or off. */
@Interface
public interface Switch {

    @Idempotent
    void set(boolean on);
}
