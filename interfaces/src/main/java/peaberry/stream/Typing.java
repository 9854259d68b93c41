package peaberry.stream;

import peaberry.abi.Interface;
import peaberry.abi.Range;

/** Where what somebody types goes, byte by byte: what the one who listens at a console tells its terminal. */
@Interface
public interface Typing {

    /** A byte was typed. */
    void typed(@Range(max = 255) int value);
}
