package peaberry.administration;

import java.util.ArrayList;
import java.util.List;
import peaberry.abi.CapabilityType;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.system.SystemControlClient;

/** A capability in words: all that is known of it but its slot. */
final class HeldCapability {

    private static final int RIGHTS = 18;
    private static final int PURPOSE = 33;
    private static final int KIBIBYTE = 1024;

    private HeldCapability() {
    }

    /** The one that was asked for last. */
    static String describe(SystemControlClient machine) {
        List<String> purposes = new ArrayList<>();
        if (machine.capabilityPurpose().length() > 0) {
            purposes.add(Services.string(machine.capabilityPurpose()));
        }
        if (machine.capabilityBadge() != 0) {
            purposes.add(badge(machine.capabilityBadge()));
        }
        String details = details(machine);
        if (!details.isEmpty()) {
            purposes.add(details);
        }
        return new Row().left(name(machine.capabilityType()), RIGHTS).left(rights(machine), PURPOSE).append(String.join(", ", purposes)).toString();
    }

    private static String badge(long badge) {
        if (Badges.isSignal(badge)) {
            return "badge of a signal";
        }
        return Badges.isFault(badge) ? "hears of its faults" : "badge " + Badges.client(badge) + ", interface " + Badges.interfaceIndex(badge);
    }

    private static String rights(SystemControlClient machine) {
        boolean write = machine.capabilityRights().include(Rights.WRITE);
        boolean read = machine.capabilityRights().include(Rights.READ);
        return switch (machine.capabilityType()) {
            case ENDPOINT -> both(write, "send", read, "receive");
            case NOTIFICATION -> both(write, "signal", read, "wait");
            case FRAME, IO_PORT -> both(read, "read", write, "write");
            case WINDOW -> both(read, "copy out", write, "copy into");
            default -> use(machine.capabilityType());
        };
    }

    private static String both(boolean first, String firstWord, boolean second, String secondWord) {
        return (first ? firstWord : "") + (first && second ? ", " : "") + (second ? secondWord : "");
    }

    private static String name(CapabilityType type) {
        return switch (type) {
            case NULL -> "nothing";
            case UNTYPED -> "untyped memory";
            case CNODE -> "capability table";
            case TCB -> "thread";
            case ENDPOINT -> "endpoint";
            case NOTIFICATION -> "notification";
            case REPLY -> "reply";
            case VSPACE -> "address space";
            case PAGE_TABLE -> "page table";
            case FRAME -> "page";
            case IO_SPACE -> "device space";
            case IO_SPACE_CONTROL -> "device control";
            case IRQ_CONTROL -> "interrupt control";
            case IRQ_HANDLER -> "interrupt";
            case IO_PORT_CONTROL -> "port control";
            case IO_PORT -> "ports";
            case WINDOW -> "window";
            case ZOMBIE -> "deleted";
            case SCHED_CONTEXT -> "time budget";
            case PARTITION -> "partition";
            case PARTITION_CONTROL -> "partition control";
            case TIME_WINDOW -> "time window";
        };
    }

    /** What a kind without degrees lets its holder do; empty for those whose rights say it. */
    private static String use(CapabilityType type) {
        return switch (type) {
            case NULL, ZOMBIE -> "nothing";
            case ENDPOINT, NOTIFICATION, FRAME, IO_PORT, WINDOW -> "";
            case UNTYPED -> "make objects";
            case CNODE -> "copy, delete";
            case TCB -> "control";
            case REPLY -> "answer";
            case VSPACE, PAGE_TABLE, IO_SPACE -> "map pages";
            case IO_SPACE_CONTROL -> "assign";
            case IRQ_CONTROL, IO_PORT_CONTROL -> "hand out";
            case IRQ_HANDLER -> "acknowledge";
            case SCHED_CONTEXT -> "lend time";
            case PARTITION -> "hold threads";
            case PARTITION_CONTROL -> "plan time";
            case TIME_WINDOW -> "be planned";
        };
    }

    private static String details(SystemControlClient machine) {
        long first = machine.capabilityDetail();
        long second = machine.capabilitySecondDetail();
        return switch (machine.capabilityType()) {
            case UNTYPED -> (1L << first) / KIBIBYTE + " KiB, " + second / KIBIBYTE + " KiB used";
            case CNODE -> first + " slots";
            case IRQ_HANDLER -> (second == 0 ? "line " : "message ") + first;
            case WINDOW -> second + " bytes from 0x" + Long.toHexString(first);
            case IO_PORT -> "0x" + Long.toHexString(first) + " to 0x" + Long.toHexString(second);
            default -> "";
        };
    }
}
