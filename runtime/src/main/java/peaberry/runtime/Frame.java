package peaberry.runtime;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.machine.Unboxed;

/** A page of memory that can be mapped, once at a time. @param slot where the program holds it */
@Unboxed
public record Frame(int slot) {

    public static Frame at(int slot) {
        return new Frame(slot);
    }

    /** Maps the page for reading, and for writing if {@code rights} say so; never for executing. */
    public KernelError map(Capability addressSpace, long address, Rights rights) {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_MAP, addressSpace.slot(), address, rights.bits(), 0);
    }

    /** Maps the page for reading and executing. */
    public KernelError mapExecutable(Capability addressSpace, long address) {
        return Invoke.with(Capability.at(slot), Invocation.FRAME_MAP, addressSpace.slot(), address, Rights.READ.bits(), 1);
    }

    public KernelError unmap() {
        return Invoke.plain(Capability.at(slot), Invocation.FRAME_UNMAP);
    }
}
