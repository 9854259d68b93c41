package peaberry.kernel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that capabilities lead to from the root's CNode and the given threads, in words: two kernels with the same history are
 * in the same state if their snapshots are equal. The order of the children of a capability does not count.
 */
final class Snapshot {

    private final Map<Object, String> names = new IdentityHashMap<>();
    private final List<KernelObject> objects = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();

    private Snapshot() {
    }

    static String of(TestKernel kernel, Tcb... threads) {
        Snapshot snapshot = new Snapshot();
        snapshot.meet(kernel.rootNode());
        for (Tcb thread : threads) {
            snapshot.meet(thread);
        }
        for (IrqHandler handler : kernel.processor.lineHandlers) {
            snapshot.meet(handler.notification, handler, "line " + handler.number());
        }
        for (int next = 0; next < snapshot.objects.size(); next++) {
            snapshot.visit(snapshot.objects.get(next));
        }
        return snapshot.text();
    }

    private void meet(KernelObject object) {
        if (object != null && names.putIfAbsent(object, object.getClass().getSimpleName() + objects.size()) == null) {
            objects.add(object);
        }
    }

    private void meet(Slot slot, KernelObject owner, String place) {
        if (!slot.isEmpty()) {
            names.put(slot, names.get(owner) + "." + place);
            slots.add(slot);
            meet(slot.object());
        }
    }

    private void visit(KernelObject object) {
        if (object instanceof CNode node) {
            for (long index = 1; index < node.slots(); index++) {
                meet(node.slot(index), node, Long.toString(index));
            }
        }
        if (object instanceof Tcb thread) {
            meet(thread.node, thread, "node");
            meet(thread.space, thread, "space");
            meet(thread.buffer, thread, "buffer");
            meet(thread.faultEndpoint, thread, "faultEndpoint");
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Slot slot : slots) {
            text.append(names.get(slot)).append(": ").append(slot.type()).append(' ').append(names.get(slot.object()))
                    .append(" rights ").append(slot.rights().bits()).append(" badge ").append(slot.badge())
                    .append(" at ").append(slot.base().value()).append('+').append(slot.extent())
                    .append(" below ").append(names.get(slot.parent())).append(" in ").append(names.get(slot.space())).append('\n');
        }
        for (KernelObject object : objects) {
            text.append(names.get(object)).append(" named ").append(object.capabilities());
            if (object instanceof Tcb thread) {
                text.append(' ').append(thread.state).append(" held by ").append(names.get(thread.heldBy))
                        .append(" bound to ").append(names.get(thread.bound)).append(" queued ").append(thread.queue != null);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
