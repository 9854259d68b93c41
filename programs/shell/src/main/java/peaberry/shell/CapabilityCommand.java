package peaberry.shell;

import peaberry.abi.Rights;
import peaberry.runtime.Badges;
import peaberry.runtime.Text;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;
import peaberry.system.Words;

/** {@code caps}: what a process may do, which is what it holds. Like capabilities in a row are shown as one. */
final class CapabilityCommand {

    private static final int TYPE_COLUMN = 11;
    private static final int RIGHTS_COLUMN = 29;
    private static final int PURPOSE_COLUMN = 44;
    private static final int KIBIBYTE = 1024;

    private static final SystemControlClient SYSTEM = Session.SYSTEM;
    /** The row that is printed when the next one is known to be different. */
    private static final Text PENDING = new Text(200);
    private static final Text LATEST = new Text(200);
    private static int firstSlot;
    private static int lastSlot;

    private CapabilityCommand() {
    }

    static void run(Line line) {
        int number = line.words() == 1
                ? Session.ownNumber()
                : ProcessCommands.find(line, 1);
        if (number < 0) {
            return;
        }
        Session.CONSOLE.print("slot       kind              rights         for\n");
        PENDING.clear();
        int slot = 0;
        while (SYSTEM.capability(number, slot) == SystemControl.Outcome.DONE) {
            slot = SYSTEM.capabilitySlot() + 1;
            describe(LATEST.clear());
            boolean continues = SYSTEM.capabilitySlot() == lastSlot + 1 && LATEST.sameAs(PENDING);
            if (!continues) {
                printPending();
                firstSlot = SYSTEM.capabilitySlot();
                PENDING.clear().append(LATEST);
            }
            lastSlot = SYSTEM.capabilitySlot();
        }
        printPending();
    }

    private static void printPending() {
        if (PENDING.length() == 0) {
            return;
        }
        Text text = Session.text().decimal(firstSlot);
        if (lastSlot > firstSlot) {
            text.append("-").decimal(lastSlot);
        }
        Session.CONSOLE.printLine(text.padTo(TYPE_COLUMN).append(PENDING));
    }

    /** Everything but the slot. */
    private static void describe(Text text) {
        text.append(Words.of(SYSTEM.capabilityType())).padTo(RIGHTS_COLUMN - TYPE_COLUMN);
        describeRights(text);
        text.padTo(PURPOSE_COLUMN - TYPE_COLUMN).append(SYSTEM.capabilityPurpose());
        if (SYSTEM.capabilityBadge() != 0) {
            describeBadge(separated(text));
        }
        describeDetails(text);
    }

    private static void describeBadge(Text text) {
        if (Badges.isSignal(SYSTEM.capabilityBadge())) {
            text.append("badge of a signal");
        } else if (Badges.isFault(SYSTEM.capabilityBadge())) {
            text.append("hears of its faults");
        } else {
            text.append("badge ").decimal(Badges.client(SYSTEM.capabilityBadge()))
                    .append(", interface ").decimal(Badges.interfaceIndex(SYSTEM.capabilityBadge()));
        }
    }

    /** Puts a comma before what follows, unless it is the first that is said of the purpose. */
    private static Text separated(Text text) {
        return SYSTEM.capabilityPurpose().length() > 0 ? text.append(", ") : text;
    }

    private static void describeRights(Text text) {
        boolean write = SYSTEM.capabilityRights().include(Rights.WRITE);
        boolean read = SYSTEM.capabilityRights().include(Rights.READ);
        switch (SYSTEM.capabilityType()) {
            case ENDPOINT -> two(text, write, "send", read, "receive");
            case NOTIFICATION -> two(text, write, "signal", read, "wait");
            case FRAME, IO_PORT -> two(text, read, "read", write, "write");
            case WINDOW -> two(text, read, "copy out", write, "copy into");
            default -> text.append(Words.use(SYSTEM.capabilityType()));
        }
    }

    private static void two(Text text, boolean first, String firstWord, boolean second, String secondWord) {
        if (first) {
            text.append(firstWord);
        }
        if (first && second) {
            text.append(", ");
        }
        if (second) {
            text.append(secondWord);
        }
    }

    private static void describeDetails(Text text) {
        switch (SYSTEM.capabilityType()) {
            case UNTYPED -> separated(text).decimal((1L << SYSTEM.capabilityDetail()) / KIBIBYTE).append(" KiB, ")
                    .decimal(SYSTEM.capabilitySecondDetail() / KIBIBYTE).append(" KiB used");
            case CNODE -> separated(text).decimal(SYSTEM.capabilityDetail()).append(" slots");
            case IRQ_HANDLER -> separated(text).append(SYSTEM.capabilitySecondDetail() == 0 ? "line " : "message ").decimal(SYSTEM.capabilityDetail());
            case WINDOW -> separated(text).decimal(SYSTEM.capabilitySecondDetail()).append(" bytes from ").hex(SYSTEM.capabilityDetail());
            case IO_PORT -> separated(text).hex(SYSTEM.capabilityDetail()).append(" to ").hex(SYSTEM.capabilitySecondDetail());
            default -> {
                // Nothing more is known of the others.
            }
        }
    }
}
