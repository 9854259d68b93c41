package peaberry.root;

import peaberry.abi.CapabilityType;
import peaberry.runtime.CNode;

/** What {@link CNode#inspect} just told. */
final class Inspected {

    private Inspected() {
    }

    static boolean isEmpty() {
        return CNode.inspectType() == CapabilityType.NULL.ordinal();
    }

    /** Whether it is a page that is mapped there. */
    static boolean isFrameAt(long address) {
        return CNode.inspectType() == CapabilityType.FRAME.ordinal() && CNode.inspectDetail() == address;
    }
}
