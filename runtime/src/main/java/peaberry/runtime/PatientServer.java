package peaberry.runtime;

import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;

/**
 * A server that keeps many callers waiting at once: more than the declaration gives reply objects for. It makes these itself.
 */
public class PatientServer extends CapabilityServer {

    private static final int AT_ONCE = 8;

    private final int replies;

    /**
     * Takes the slots behind everything that the program was given: {@link #slots} of them.
     *
     * @param replies one more than callers are kept at once
     * @param table   the declaration's name for the program's own
     */
    public PatientServer(Capability endpoint, int replies, String table, Dispatcher... interfaces) {
        super(endpoint, Capability.NONE.slot(), replies, table, interfaces);
        this.replies = replies;
    }

    /** How many slots a server with that many reply objects takes. */
    public static int slots(int replies) {
        return CapabilityServer.slots(replies) + replies;
    }

    /** Bytes of memory that so many reply objects take. */
    public static long bytes(int replies) {
        return (long) replies << ObjectType.REPLY.sizeBits(0);
    }

    /** Makes the reply objects, before the server runs. @param memory with {@link #bytes} at least @param table the program's own */
    public final void makeReplies(UntypedMemory memory, CNode table) {
        int first = Grants.firstFreeSlot() + CapabilityServer.slots(replies);
        KernelError error = KernelError.NONE;
        for (int made = 0; made < replies && error == KernelError.NONE; made += AT_ONCE) {
            error = memory.retype(ObjectType.REPLY, 0, table, first + made, Math.min(AT_ONCE, replies - made));
        }
        if (error != KernelError.NONE) {
            throw new IllegalStateException("there is no room for callers");
        }
        placeReplies(first);
    }
}
