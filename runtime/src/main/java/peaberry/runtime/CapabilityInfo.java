package peaberry.runtime;

import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;

/** What a process holds in one slot, filled by {@link SystemService#capability}. */
public final class CapabilityInfo {

    public int slot;
    public CapabilityType type = CapabilityType.NULL;
    public Rights rights = Rights.NONE;
    public long badge;
    /** Meaning depends on the type, see {@code Invocation.CNODE_INSPECT}. */
    public long detail;
    public long secondDetail;
    /** What it is for, in root's words; may be empty. */
    public final Text purpose = new Text(Names.MAX_BYTES);

    /** Empty, until it is filled. */
    public CapabilityInfo() {
    }

    void read() {
        slot = (int) Message.word(0);
        type = CapabilityType.of((int) Message.word(1));
        rights = Rights.ofWord(Message.word(2));
        badge = Message.word(3);
        detail = Message.word(4);
        secondDetail = Message.word(5);
        Names.get(SystemRequest.NAME_WORD, purpose.clear());
    }
}
