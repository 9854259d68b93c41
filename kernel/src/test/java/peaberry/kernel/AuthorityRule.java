package peaberry.kernel;

import static peaberry.kernel.Invariant.AUTHORITY_FLOWS_ALONG_GRANTS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.kernel.explore.World;

/**
 * Where a slot has another capability than before the event, the thread that acted could make it: out of one that it
 * could reach through its CNode, with no more rights; or out of untyped memory that it could reach and that was free;
 * or, for an interrupt handler and ports, out of the control. Or it came with a message: then another thread could reach the
 * source, and something through which it may grant, and one of the two acted. This does not ask how the kernel decides.
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
    /** If the threads have different CNodes: what each can reach. */
    private final List<boolean[]> others = new ArrayList<>();
    private Tcb actor;

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
    void remember(Tcb running) {
        actor = running;
        grow();
        for (int i = 0; i < filledCount; i++) {
            copies[filled[i]].type = CapabilityType.NULL;
        }
        filledCount = 0;
        Arrays.fill(named, false);
        Arrays.fill(reachable, false);
        world.each(Slot.class, this::remember);
        if (actor != null && !actor.node.isEmpty()) {
            reach((CNode) actor.node.object(), reachable);
        }
        others.clear();
        if (actor != null) {
            world.each(Tcb.class, this::rememberOther);
        }
    }

    private void rememberOther(Tcb thread) {
        if (!thread.node.isEmpty() && thread.node.object() != actor.node.object()) {
            boolean[] found = new boolean[copies.length];
            reach((CNode) thread.node.object(), found);
            others.add(found);
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
            copy.firstFree = copy.base + UntypedMemory.used(slot);
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

    void judge() {
        world.each(Slot.class, this::judge);
    }

    private void judge(Slot slot) {
        if (slot.isEmpty() || slot.type() == CapabilityType.ZOMBIE) {
            return;
        }
        int number = world.numberOf(slot);
        if (number < copies.length && isSame(copies[number], slot)) {
            return;
        }
        boolean allowed = (world.isEmbedded(slot) || number < copies.length && reachable[number])
                && (isDerived(slot, reachable) || isNewMemory(slot) || isIssued(slot)) || isTransferred(slot, number);
        AUTHORITY_FLOWS_ALONG_GRANTS.require(allowed, "a new capability of type " + slot.type() + ", rights "
                + slot.rights().bits() + ", badge " + slot.badge());
    }

    private boolean isSame(Copy copy, Slot slot) {
        return copy.type == slot.type() && copy.rights.bits() == slot.rights().bits() && copy.badge == slot.badge()
                && copy.base == slot.base().value() && copy.sizeBits == slot.sizeBits() && copy.object == world.numberOf(slot.object());
    }

    private boolean isTransferred(Slot slot, int number) {
        for (boolean[] other : others) {
            boolean received = reachable[number] && mayGrant(other) && isDerived(slot, other);
            boolean sent = other[number] && mayGrant(reachable) && isDerived(slot, reachable);
            if (received || sent) {
                return true;
            }
        }
        return false;
    }

    private boolean mayGrant(boolean[] reached) {
        Rights needed = Rights.WRITE.or(Rights.GRANT);
        for (int i = 0; i < filledCount; i++) {
            Copy channel = copies[filled[i]];
            boolean carries = channel.type == CapabilityType.ENDPOINT || channel.type == CapabilityType.REPLY;
            if (reached[filled[i]] && carries && channel.rights.include(needed)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDerived(Slot slot, boolean[] reached) {
        int object = world.numberOf(slot.object());
        for (int i = 0; i < filledCount; i++) {
            Copy source = copies[filled[i]];
            boolean same = source.type == slot.type() && source.object == object && source.base == slot.base().value()
                    && source.sizeBits == slot.sizeBits();
            if (same && reached[filled[i]] && (isShared(slot.type()) || source.slot.type() != slot.type()) && source.rights.include(slot.rights()) && (source.badge == slot.badge() || source.badge == 0)) {
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
