package peaberry.kernel;

/**
 * The end of capabilities and of the objects that only they named, in steps of bounded time.
 *
 * <p>An object that lost its last capability is doomed: no capability leads to it, a thread does not run any more, a device
 * is blocked, a window is not in the cycle, and it waits in a list until it is buried, a step at a time. Burying it may empty further slots (those of a
 * CNode, of a thread) and doom further objects; there is no recursion, however the objects name each other. Until the list
 * is empty no memory is used again ({@link UntypedMemory#reset}).
 *
 * <p>Each operation may stop between two steps for an interrupt. Who calls it again goes on; so does everybody who deletes
 * something else, and the processor when it is idle. So an operation whose thread was stopped, or which destroyed
 * its own thread, leaves nothing doomed for ever.
 */
final class Deletion {

    /** Empty slots that one step passes over, so that its time is bounded. */
    private static final int MOST_SKIPPED = 16;

    private final Processor processor;
    private final PreemptionPoint preemption;
    private KernelObject doomed;

    /** @param processor where what is destroyed may still have a place; its preemption point is there already */
    Deletion(Processor processor) {
        this.processor = processor;
        preemption = processor.preemption;
    }

    /** The first of the objects that are doomed, or null. */
    KernelObject doomed() {
        return doomed;
    }

    /** Empties a slot and buries what is doomed. An empty slot stays as it is. @return false if interrupted */
    boolean delete(Slot slot) {
        preemption.begin();
        return empty(slot) && buryAll();
    }

    /**
     * Deletes every capability derived from the one in this slot and buries what is doomed; the capability itself stays.
     * A deleted child's own children become this slot's, once each, so the time is linear in their number.
     *
     * @return false if interrupted
     */
    boolean revoke(Slot slot) {
        preemption.begin();
        while (slot.firstChild() != null) {
            reduce(slot.firstChild());
            if (preemption.isDue()) {
                return false;
            }
        }
        return buryAll();
    }

    /** Moves a capability to an empty slot, which may take long if it has many children. @return false if interrupted */
    boolean move(Slot from, Slot to) {
        preemption.begin();
        to.take(from);
        return empty(from);
    }

    /** Goes on with an interrupted {@link #move}. @return false if interrupted again */
    boolean finishMove(Slot from) {
        preemption.begin();
        return empty(from);
    }

    /** Destroys what is doomed. @return false if interrupted */
    boolean bury() {
        preemption.begin();
        return buryAll();
    }

    /** Empties a slot from which nothing was derived, in one step, and buries nothing. */
    void drop(Slot slot) {
        reduce(slot);
    }

    private boolean empty(Slot slot) {
        while (!slot.isEmpty()) {
            reduce(slot);
            if (!slot.isEmpty() && preemption.isDue()) {
                return false;
            }
        }
        return true;
    }

    private boolean buryAll() {
        while (doomed != null) {
            buryStep();
            if (preemption.isDue()) {
                return false;
            }
        }
        return true;
    }

    /** One step towards an empty slot. */
    private void reduce(Slot slot) {
        KernelObject orphan = release(slot);
        if (orphan instanceof IrqHandler handler) {
            handler.retire();
            orphan = release(handler.notification);
        }
        if (orphan != null) {
            doom(orphan);
        }
    }

    /** @return the object that lost its last capability, or null */
    private static KernelObject release(Slot slot) {
        KernelObject object = slot.object();
        if (object != null && slot.runs != null) {
            slot.runs.suspend();
        }
        slot.reduce();
        return object != null && object.capabilities() == 0 ? object : null;
    }

    private void doom(KernelObject object) {
        switch (object) {
            case Tcb thread -> thread.suspend();
            case IoSpace space -> processor.domains.retire(space);
            case TimeWindow window -> processor.removeWindow(window);
            default -> { }
        }
        object.nextDoomed = doomed;
        doomed = object;
    }

    private void buryStep() {
        KernelObject object = doomed;
        if (!dismantle(object)) {
            doomed = object.nextDoomed;
            object.nextDoomed = null;
        }
    }

    /** One step of the destruction of an object. @return whether there was something left to do */
    private boolean dismantle(KernelObject object) {
        return switch (object) {
            case CNode node -> dismantle(node);
            case Tcb thread -> dismantle(thread);
            case SchedContext context -> dismantle(context);
            case Partition partition -> dismantle(partition);
            case Endpoint endpoint -> endpoint.abortFirst();
            case Notification notification -> notification.abortFirst();
            case Reply reply -> reply.abort();
            case IoSpace space -> dismantle(space);
            case AddressSpace space -> unmapFirst(space);
            case TimeWindow window -> false;
            case IrqHandler handler -> false;
        };
    }

    private boolean dismantle(CNode node) {
        int skipped = 0;
        while (skipped < MOST_SKIPPED && node.next < node.slots() && (!node.isSlot(node.next) || node.at(node.next).isEmpty())) {
            node.next++;
            skipped++;
        }
        if (skipped < MOST_SKIPPED && node.next < node.slots()) {
            reduce(node.at(node.next));
        }
        return node.next < node.slots();
    }

    private boolean dismantle(IoSpace space) {
        if (space.notification.isEmpty()) {
            return unmapFirst(space);
        }
        reduce(space.notification);
        return true;
    }

    private static boolean unmapFirst(AddressSpace space) {
        Slot first = space.mapped();
        if (first != null) {
            AddressSpace.unmap(first);
        }
        return first != null;
    }

    private boolean dismantle(Tcb thread) {
        if (thread.bound != null) {
            thread.bound.unbind();
        } else if (thread.replies != null) {
            thread.replies.abort();
        } else if (!thread.node.isEmpty()) {
            reduce(thread.node);
        } else if (!thread.space.isEmpty()) {
            reduce(thread.space);
        } else if (!thread.buffer.isEmpty()) {
            reduce(thread.buffer);
        } else if (!thread.faultEndpoint.isEmpty()) {
            reduce(thread.faultEndpoint);
        } else if (!thread.timeoutHandler.isEmpty()) {
            reduce(thread.timeoutHandler);
        } else if (thread.isBorrower()) {
            thread.returnLoan();
        } else if (thread.home != null) {
            thread.unbind();
        } else {
            return false;
        }
        return true;
    }

    private boolean dismantle(SchedContext context) {
        if (context.bound() != null) {
            context.bound().unbind();
        } else if (context.borrowers() != null) {
            context.borrowers().returnLoan();
        } else {
            context.enter(null);
            processor.forget(context);
            return false;
        }
        return true;
    }

    private boolean dismantle(Partition partition) {
        if (partition.windows() != null) {
            processor.removeWindow(partition.windows());
        } else if (partition.first() != null) {
            processor.strand(partition.first());
        } else if (partition.contexts() != null) {
            partition.contexts().enter(null);
        } else {
            return false;
        }
        return true;
    }
}
