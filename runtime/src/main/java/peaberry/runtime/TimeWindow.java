package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.machine.Unboxed;

/**
 * A piece of time in which one partition runs, once in each cycle. A partition may have several.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record TimeWindow(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.TIME_WINDOW;

    public static TimeWindow at(int slot) {
        return new TimeWindow(slot);
    }
}
