package peaberry.runtime;

import peaberry.machine.Unboxed;

/**
 * A place in the program's own table of capabilities. It is only a number: what it can do is what the kernel finds
 * there, so anybody may make one.
 *
 * @param slot index in the program's CNode; 0 is always empty
 */
@Unboxed
public record Capability(int slot) {

    /** No capability. */
    public static final Capability NONE = new Capability(0);

    /** The place {@code slot}. */
    public static Capability at(int slot) {
        return new Capability(slot);
    }

    public boolean isNone() {
        return slot == 0;
    }
}
