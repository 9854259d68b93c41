package peaberry.machine;

import peaberry.machine.simulated.SimulatedMachine;

/**
 * Objects at addresses of the owner's choice. The class argument of each method must be a class literal.
 *
 * <p>Natively an object is its header {class id, array length} and its fields at that address of the kernel's direct
 * map; on the JVM the simulated memory remembers which object stands where.
 */
public final class Placement {

    private Placement() {
    }

    /**
     * Makes an object of {@code type} at {@code address} and runs its constructor without arguments. The memory must be
     * zero, aligned to 8 and at least {@link #sizeOf} bytes.
     */
    @Intrinsic
    public static <T> T create(Class<T> type, PhysicalAddress address) {
        return SimulatedMachine.current().memory().create(type, address.value());
    }

    /** The object of {@code type} at {@code address}; a cast fault if the object there is of another class. */
    @Intrinsic
    public static <T> T at(Class<T> type, PhysicalAddress address) {
        return SimulatedMachine.current().memory().at(type, address.value());
    }

    /** Whether an object of {@code type} stands at {@code address}; the memory is an object's, or zero. */
    @Intrinsic
    public static boolean isAt(Class<?> type, PhysicalAddress address) {
        return SimulatedMachine.current().memory().isAt(type, address.value());
    }

    /** The address of an object that was placed, or of one embedded in it. */
    @Intrinsic
    public static PhysicalAddress addressOf(Object placed) {
        return PhysicalAddress.of(SimulatedMachine.current().memory().addressOf(placed));
    }

    /** The size of an instance in bytes, a multiple of 8; on the JVM the class's {@link Footprint}. */
    @Intrinsic
    public static long sizeOf(Class<?> type) {
        return SimulatedMachine.current().memory().sizeOf(type);
    }
}
