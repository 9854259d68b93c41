package peaberry.administration;

import java.util.ArrayList;
import java.util.List;
import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.system.SystemControlClient;
import peaberry.system.Words;

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
        return new Row().left(Words.of(machine.capabilityType()), RIGHTS).left(rights(machine), PURPOSE).append(String.join(", ", purposes)).toString();
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
            default -> Words.use(machine.capabilityType());
        };
    }

    private static String both(boolean first, String firstWord, boolean second, String secondWord) {
        return (first ? firstWord : "") + (first && second ? ", " : "") + (second ? secondWord : "");
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
