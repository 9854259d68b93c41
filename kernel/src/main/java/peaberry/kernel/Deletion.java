package peaberry.kernel;

/**
 * The end of capabilities and of the objects that only they named.
 *
 * <p>An object that lost its last capability is put on a list; destroying it may empty further slots (those of a CNode,
 * of a thread) and put further objects on the list. So there is no recursion, however the objects name each other, and
 * all of it is done when the operation returns: no object that is destroyed is named, queued or run by anybody.
 */
final class Deletion {

    private final PciBuses buses;
    private KernelObject doomed;

    /** @param buses where devices are to be blocked when their address space goes */
    Deletion(PciBuses buses) {
        this.buses = buses;
    }

    /** Empties a slot and destroys what was named by it alone. An empty slot stays as it is. */
    void delete(Slot slot) {
        clear(slot);
        while (doomed != null) {
            KernelObject object = doomed;
            doomed = object.nextDoomed;
            object.nextDoomed = null;
            destroy(object);
        }
    }

    /**
     * Deletes every capability derived from the one in this slot; the capability itself stays. A deleted child's own
     * children become this slot's, once each, so the time is linear in their number.
     */
    void revoke(Slot slot) {
        while (slot.firstChild() != null) {
            delete(slot.firstChild());
        }
    }

    private void clear(Slot slot) {
        if (slot.isEmpty()) {
            return;
        }
        if (slot.runs != null) {
            slot.runs.suspend();
        }
        KernelObject object = slot.object();
        slot.clear();
        if (object != null && object.capabilities() == 0) {
            object.nextDoomed = doomed;
            doomed = object;
        }
    }

    private void destroy(KernelObject object) {
        switch (object) {
            case CNode node -> clearAll(node);
            case Tcb thread -> destroy(thread);
            case Endpoint endpoint -> endpoint.abortAll();
            case Notification notification -> notification.abortAll();
            case Reply reply -> reply.abort();
            case IoSpace space -> {
                buses.retire(space);
                clear(space.notification);
                space.forgetAll();
            }
            case AddressSpace space -> space.forgetAll();
            case IrqHandler handler -> {
                handler.retire();
                clear(handler.notification);
            }
        }
    }

    private void clearAll(CNode node) {
        for (long index = 1; index < node.slots(); index++) {
            clear(node.slot(index));
        }
    }

    private void destroy(Tcb thread) {
        thread.suspend();
        if (thread.bound != null) {
            thread.bound.unbind();
        }
        while (thread.replies != null) {
            thread.replies.abort();
        }
        clear(thread.node);
        clear(thread.space);
        clear(thread.buffer);
        clear(thread.faultEndpoint);
    }
}
