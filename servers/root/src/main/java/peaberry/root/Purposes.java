package peaberry.root;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.runtime.Text;

/** What capabilities are for, in a user's words: what a process is given, by the names that the declaration has for it. */
final class Purposes {

    /** Of the slots that the kernel fills, as {@code BootInfo} has them. */
    private static final String[] OF_BOOT = {
        "", "own table", "own address space", "own thread", "interrupts", "ports", "devices", "own time", "time", "windows",
        "own window", "own pages",
    };

    private Purposes() {
    }

    /** Appends what a process's slot is for; nothing for one that the declaration does not fill. */
    static Text describe(Process process, int slot, Text to) {
        GrantTable grants = process.grants();
        for (int row = 0; row < grants.rows(); row++) {
            if (slot >= grants.slot(row) && slot < grants.slot(row) + grants.slots(row)) {
                return grants.kind(row) == GrantKind.SERVICE ? to.append("service") : appendName(grants, row, to);
            }
        }
        return to;
    }

    /** Appends what a slot of root's own CNode is for, if anything. */
    static Text describeInRoot(int slot, Text to) {
        for (int number = 1; number <= Processes.count(); number++) {
            if (Processes.at(number).uses(slot)) {
                return to.append(Processes.at(number).name);
            }
        }
        return switch (slot) {
            case Slots.ROOT_ENDPOINT -> to.append("system");
            case Slots.ROOT_REPLY -> to.append("callers");
            default -> to.append(slot < OF_BOOT.length ? OF_BOOT[slot] : Memory.isAt(slot) ? "memory" : Devices.isMemory(slot) ? "devices' memory" : "");
        };
    }

    /** Appends the name that a process has for what a row gives it. */
    static Text appendName(GrantTable grants, int row, Text to) {
        for (int i = 0; grants.nameChar(row, i) != 0; i++) {
            to.appendByte(grants.nameChar(row, i));
        }
        return to;
    }
}
