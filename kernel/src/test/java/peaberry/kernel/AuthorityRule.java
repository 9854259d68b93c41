package peaberry.kernel;

import static peaberry.kernel.Invariant.AUTHORITY_FLOWS_ALONG_GRANTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.abi.SystemCallNumber;
import peaberry.abi.ThreadState;
import peaberry.kernel.explore.World;

/**
 * Where a slot has another capability than before the event, the thread that acted could make it: out of one that it
 * could reach through its CNode, with no more rights; or out of untyped memory that it could reach and that was free;
 * or, for an interrupt handler and ports, out of the control. Or it came with a message, as it is, from a thread that could
 * reach it and sent through a capability that allows to grant. This does not ask how the kernel decides.
 */
final class AuthorityRule {

    private final World world;
    /** What the slots held before the event, by the number of the slot. */
    private Copy[] copies = new Copy[0];
    private int[] filled = new int[0];
    private int filledCount;
    /** By number: slots that the acting thread can reach, and objects that had capabilities. */
    private boolean[] reachable = new boolean[0];
    private boolean[] named = new boolean[0];
    /** The threads with another CNode than the acting one. */
    private final List<Other> others = new ArrayList<>();
    private CNode table;

    /**
     * @param reachable by number: slots that it can reach
     * @param sends     whether it waits with a message
     * @param badge     of the capability through which it sends
     */
    private record Other(boolean[] reachable, boolean sends, long badge) {
    }

    private static final Copy NOTHING = new Copy();

    private static final class Copy {
        private Slot slot;
        private CapabilityType type = CapabilityType.NULL;
        private Rights rights = Rights.NONE;
        private long badge;
        private int object;
        private long base;
        private int sizeBits;
        private long firstFree;
        private long end;
    }

    AuthorityRule(World world) {
        this.world = world;
    }

    /** @param actor the thread that may act, or null */
    void remember(Tcb actor) {
        table = actor == null || actor.node.isEmpty() ? null : (CNode) actor.node.object();
        grow();
        for (int i = 0; i < filledCount; i++) {
            copies[filled[i]].type = CapabilityType.NULL;
        }
        filledCount = 0;
        Arrays.fill(named, false);
        Arrays.fill(reachable, false);
        world.each(Slot.class, this::remember);
        others.clear();
        if (table != null) {
            reach(table, reachable);
            world.each(Tcb.class, this::rememberOther);
        }
    }

    private void rememberOther(Tcb thread) {
        if (!thread.node.isEmpty() && thread.node.object() != table) {
            boolean[] found = new boolean[copies.length];
            reach((CNode) thread.node.object(), found);
            others.add(new Other(found, thread.state == ThreadState.SENDING, thread.sendBadge));
        }
    }

    private void grow() {
        if (copies.length < world.names()) {
            int old = copies.length;
            copies = Arrays.copyOf(copies, 2 * world.names());
            for (int i = old; i < copies.length; i++) {
                copies[i] = new Copy();
            }
            filled = Arrays.copyOf(filled, copies.length);
            reachable = new boolean[copies.length];
            named = new boolean[copies.length];
        }
    }

    private void remember(Slot slot) {
        if (slot.isEmpty()) {
            return;
        }
        int number = world.numberOf(slot);
        Copy copy = copies[number];
        copy.slot = slot;
        copy.type = slot.type();
        copy.rights = slot.rights();
        copy.badge = slot.badge();
        copy.object = world.numberOf(slot.object());
        copy.base = slot.base().value();
        copy.sizeBits = slot.sizeBits();
        if (slot.type() == CapabilityType.UNTYPED) {
            copy.firstFree = copy.base + Untyped.used(slot);
            copy.end = copy.base + (1L << slot.sizeBits());
        }
        filled[filledCount++] = number;
        named[copy.object] = true;
    }

    private void reach(CNode node, boolean[] found) {
        for (long index = 1; index < node.slots(); index++) {
            Slot slot = node.slot(index);
            int number = world.numberOf(slot);
            if (number != 0 && !found[number]) {
                found[number] = true;
                if (slot.type() == CapabilityType.CNODE) {
                    reach((CNode) slot.object(), found);
                }
            }
        }
    }

    void judge(Event event) {
        world.each(Slot.class, slot -> judge(slot, event));
    }

    private void judge(Slot slot, Event event) {
        if (slot.isEmpty() || slot.type() == CapabilityType.ZOMBIE) {
            return;
        }
        int number = world.numberOf(slot);
        if (number < copies.length && isSame(copies[number], slot)) {
            return;
        }
        boolean allowed = (world.isEmbedded(slot) || number < copies.length && reachable[number])
                && (isDerived(slot) || isNewMemory(slot) || isIssued(slot)) || number < copies.length && isTransferred(slot, number, event);
        AUTHORITY_FLOWS_ALONG_GRANTS.require(allowed, "a new capability of type " + slot.type() + ", rights "
                + slot.rights().bits() + ", badge " + slot.badge());
    }

    private boolean isSame(Copy copy, Slot slot) {
        return copy.type == slot.type() && copy.rights.bits() == slot.rights().bits() && copy.badge == slot.badge()
                && copy.base == slot.base().value() && copy.sizeBits == slot.sizeBits() && copy.object == world.numberOf(slot.object());
    }

    private boolean isTransferred(Slot slot, int number, Event event) {
        for (Other other : others) {
            boolean sent = other.reachable[number] && sendsThrough(event) && isCopied(slot, reachable);
            boolean received = reachable[number] && other.sends && isReceivedFrom(other, event) && isCopied(slot, other.reachable);
            if (sent || received) {
                return true;
            }
        }
        return false;
    }

    /** Whether the acting thread has sent through a capability that allows it to grant. */
    private boolean sendsThrough(Event event) {
        return switch ((int) event.number() & SystemCallNumber.MASK) {
            case SystemCallNumber.CALL, SystemCallNumber.SEND -> mayGrant(held(event.capability()));
            case SystemCallNumber.REPLY_RECEIVE -> mayGrant(held(event.reply()));
            default -> false;
        };
    }

    /** Whether the acting thread has received from an endpoint at which the other sends through a capability that allows it to grant. */
    private boolean isReceivedFrom(Other other, Event event) {
        int number = (int) event.number() & SystemCallNumber.MASK;
        Copy source = held(event.capability());
        if (number != SystemCallNumber.RECEIVE && number != SystemCallNumber.REPLY_RECEIVE || source.type != CapabilityType.ENDPOINT) {
            return false;
        }
        for (int i = 0; i < filledCount; i++) {
            Copy channel = copies[filled[i]];
            if (other.reachable[filled[i]] && channel.object == source.object && channel.badge == other.badge && mayGrant(channel)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayGrant(Copy channel) {
        boolean carries = channel.type == CapabilityType.ENDPOINT || channel.type == CapabilityType.REPLY;
        return carries && channel.rights.include(Rights.WRITE.or(Rights.GRANT));
    }

    /** What the acting thread's slot held before the event. */
    private Copy held(long index) {
        Slot slot = table == null ? null : table.slot(index);
        int number = slot == null ? 0 : world.numberOf(slot);
        return number > 0 && number < copies.length ? copies[number] : NOTHING;
    }

    private boolean isCopied(Slot slot, boolean[] reached) {
        for (int i = 0; i < filledCount; i++) {
            if (reached[filled[i]] && isShared(slot.type()) && isSame(copies[filled[i]], slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDerived(Slot slot) {
        int object = world.numberOf(slot.object());
        for (int i = 0; i < filledCount; i++) {
            Copy source = copies[filled[i]];
            boolean same = source.type == slot.type() && source.object == object && source.base == slot.base().value()
                    && source.sizeBits == slot.sizeBits();
            if (same && reachable[filled[i]] && (isShared(slot.type()) || source.slot.type() != slot.type()) && source.rights.include(slot.rights()) && (source.badge == slot.badge() || source.badge == 0)) {
                return true;
            }
        }
        return false;
    }

    /** What has one state has one capability: it can only be moved. */
    private static boolean isShared(CapabilityType type) {
        return switch (type) {
            case UNTYPED, PAGE_TABLE, IO_PORT_CONTROL -> false;
            default -> true;
        };
    }

    private boolean isNewMemory(Slot slot) {
        int object = world.numberOf(slot.object());
        long address = object == 0 ? slot.base().value() : world.addressOf(slot.object());
        if (address <= 0 || object != 0 && object < named.length && named[object]) {
            return false;
        }
        for (int i = 0; i < filledCount; i++) {
            Copy source = copies[filled[i]];
            if (reachable[filled[i]] && source.type == CapabilityType.UNTYPED && source.rights.include(Rights.WRITE)
                    && address >= source.firstFree && address < source.end) {
                return true;
            }
        }
        return false;
    }

    private boolean isIssued(Slot slot) {
        CapabilityType control = switch (slot.type()) {
            case IRQ_HANDLER -> CapabilityType.IRQ_CONTROL;
            case IO_PORT -> CapabilityType.IO_PORT_CONTROL;
            default -> CapabilityType.NULL;
        };
        if (slot.object() != null && named[world.numberOf(slot.object())]) {
            return false;
        }
        for (int i = 0; i < filledCount; i++) {
            Copy source = copies[filled[i]];
            if (reachable[filled[i]] && source.type == control && source.rights.include(Rights.WRITE)) {
                return true;
            }
        }
        return false;
    }
}
