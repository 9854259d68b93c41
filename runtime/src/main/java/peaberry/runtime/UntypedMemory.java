package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.machine.Unboxed;

/** Memory that kernel objects are made from. @param slot where the program holds it */
@Unboxed
public record UntypedMemory(int slot) {

    public static UntypedMemory at(int slot) {
        return new UntypedMemory(slot);
    }

    /**
     * Makes {@code count} objects into the empty slots {@code first} and up of {@code into}.
     *
     * @param requestedBits size for the kinds whose size the caller says, see {@link ObjectType#sizeBits}
     */
    public KernelError retype(ObjectType type, int requestedBits, CNode into, int first, int count) {
        return Invoke.with(Capability.at(slot), Invocation.UNTYPED_RETYPE,
                type.ordinal(), requestedBits, into.slot(), first, count);
    }

    /** Answers word 0: log2 of the size in bytes, word 1: bytes handed out. */
    public KernelError usage() {
        return Invoke.plain(Capability.at(slot), Invocation.UNTYPED_USAGE);
    }
}
