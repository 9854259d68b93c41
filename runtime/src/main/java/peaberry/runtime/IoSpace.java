package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.machine.Unboxed;

/**
 * What one PCI function can do to memory: the top of a page table of addresses as the device sees them.
 *
 * <p>Made from what {@code peaberry.abi.Invocation} declares; docs/kernel-reference.md says how.
 *
 * @param slot where the program holds it
 */
@Unboxed
public record IoSpace(int slot) {

    /** What the capability is of. */
    public static final CapabilityType TYPE = CapabilityType.IO_SPACE;

    public static IoSpace at(int slot) {
        return new IoSpace(slot);
    }

    /**
     * Says what is signalled, with the badge of this capability, when the function tries what it may not.
     *
     * @param notification what is signalled
     */
    public KernelError setNotification(Capability notification) {
        return Invoke.with(Capability.at(slot), Invocation.IO_SPACE_SET_NOTIFICATION, notification.slot());
    }

    /**
     * Tells what the function tried first since this was last asked. Only then is the next one recorded and signalled.
     */
    public KernelError takeFault() {
        return Invoke.with(Capability.at(slot), Invocation.IO_SPACE_TAKE_FAULT);
    }

    /**
     * Of the {@link #takeFault} just made: the {@code DeviceFault}'s ordinal; that of {@code NONE} if there was
     * nothing.
     */
    public static long takeFaultKind() {
        return Message.word(0);
    }

    /** Of the {@link #takeFault} just made: of the page that it tried to reach. */
    public static long takeFaultAddress() {
        return Message.word(1);
    }

    /** Of the {@link #takeFault} just made: the hardware's number for what was wrong. */
    public static long takeFaultReason() {
        return Message.word(2);
    }
}
