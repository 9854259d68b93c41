package peaberry.root;

import peaberry.runtime.ProgramSlots;

/**
 * One thing that a process is given when it starts: what, and into which of its slots. Made at build time only.
 *
 * @param target name of the process whose service it is; empty if it is none
 * @param first  first port, line of the interrupt, number of reply objects, or log2 of the bytes of memory
 * @param last   last port
 */
record Grant(Kind kind, int slot, String target, int first, int last) {

    enum Kind {
        /** The process receives on its endpoint. */
        SERVICE,
        /** Objects that hold its callers. */
        REPLIES,
        /** It may send to another's endpoint; the badge is its number. */
        CLIENT,
        /** As a client, and the badge says that it may order the server to do harm to itself. */
        OPERATOR,
        PORTS,
        /** An interrupt, with a notification that is bound to its thread. */
        INTERRUPT,
        /** Its own table, address space and thread. */
        SELF,
        /** Memory to make objects from, out of the process's own. */
        MEMORY,
        /** The rights to make interrupt handlers, to say what devices can reach, and to hand out ports, and some of devices' memory, of which root keeps what it has already. */
        CONTROLS
    }

    static Grant service() {
        return new Grant(Kind.SERVICE, ProgramSlots.SERVICE, "", 0, 0);
    }

    static Grant replies(int count) {
        return new Grant(Kind.REPLIES, ProgramSlots.FIRST_REPLY, "", count, 0);
    }

    static Grant client(int slot, String target) {
        return new Grant(Kind.CLIENT, slot, target, 0, 0);
    }

    static Grant operator(int slot, String target) {
        return new Grant(Kind.OPERATOR, slot, target, 0, 0);
    }

    static Grant ports(int first, int last) {
        return new Grant(Kind.PORTS, ProgramSlots.PORTS, "", first, last);
    }

    static Grant interrupt(int line) {
        return new Grant(Kind.INTERRUPT, ProgramSlots.INTERRUPT, "", line, 0);
    }

    static Grant self() {
        return new Grant(Kind.SELF, ProgramSlots.OWN_CNODE, "", 0, 0);
    }

    static Grant memory(int bits) {
        return new Grant(Kind.MEMORY, ProgramSlots.MEMORY, "", bits, 0);
    }

    static Grant controls() {
        return new Grant(Kind.CONTROLS, ProgramSlots.INTERRUPT_CONTROL, "", 0, 0);
    }
}
