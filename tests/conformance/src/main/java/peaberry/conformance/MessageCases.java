package peaberry.conformance;

import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.runtime.Message;

/** Interrupts that a PCI function raises by a message. */
final class MessageCases {

    private static final String CONTROL = "IrqControl";
    private static final String HANDLER = "IrqHandler";
    private static final int NO_FUNCTION = 1 << 16;
    /** A function that is not the device's. */
    private static final int OTHER = 0xF8;
    private static final int BADGE = 128;
    /** Of the address: the message goes through the IOMMU, which checks who sent it. */
    private static final long REMAPPED = 1 << 4;
    private static final int ENTRY_SHIFT = 5;
    private static final long INTERRUPTS = 0xFEE0_0000L;
    /** A vector that no interrupt has. */
    private static final int NO_VECTOR = 0x7E;

    static final Case[] ALL = {
        new Case(CONTROL, "issueMessageTellsWhatToWriteWhere", MessageCases::issueTellsWhatToWriteWhere),
        new Case(CONTROL, "issueMessageRefusesAFunctionThatThereIsNot", MessageCases::issueRefusesAFunctionThatThereIsNot),
        new Case(CONTROL, "issueMessageRefusesATakenSlot", MessageCases::issueRefusesATakenSlot),
        new Case(CONTROL, "issueMessageRefusesASlotThatTheTableLacks", MessageCases::issueRefusesASlotThatTheTableLacks),
        new Case(CONTROL, "issueMessageEndsWhenAllAreIssued", MessageCases::issueEndsWhenAllAreIssued),
        new Case(HANDLER, "theFirstAcknowledgementOfMessagesSignals", MessageCases::theFirstAcknowledgementSignals),
        new Case(HANDLER, "aMessageSignalsTheNotification", () -> withDevice(MessageCases::aMessageSignals)),
        new Case(HANDLER, "messagesBeforeTheAcknowledgementSignalOnceMore", () -> withDevice(MessageCases::messagesSignalOnceMore)),
        new Case(HANDLER, "noMessageComesWithoutTheHandler", () -> withDevice(MessageCases::noMessageComesWithoutTheHandler)),
        new Case(HANDLER, "aMessageOfAnotherFunctionIsNotForged", () -> withDevice(MessageCases::anothersMessageIsNotForged)),
        new Case(HANDLER, "aMessageThroughAnEntryThatIsNobodysIsDropped", () -> withDevice(MessageCases::nobodysEntryIsDropped)),
        new Case(HANDLER, "aCopyThroughAnEntryThatIsNobodysIsDropped", () -> withDevice(MessageCases::nobodysEntryIsDroppedFromACopy)),
        new Case(HANDLER, "aMessageWithAVectorThatIsNobodysIsDropped", () -> withDevice(MessageCases::nobodysVectorIsDropped)),
    };

    private static EduDevice device;
    private static int handler;
    private static int notification;
    private static long address;
    private static int data;

    private MessageCases() {
    }

    private static KernelError issue(long function, int table, int slot) {
        return Kernel.call(Own.interruptControl(), Invocation.IRQ_CONTROL_ISSUE_MESSAGE, function, table, slot);
    }

    /** Makes a handler with a notification. */
    private static void makeHandler(int function) {
        handler = Fresh.slot();
        Check.done(issue(function, Own.table(), handler), "making a handler of messages");
        address = Message.word(0);
        data = (int) Message.word(1);
        notification = Fresh.notification();
        Check.done(Kernel.call(handler, Invocation.IRQ_HANDLER_SET_NOTIFICATION, Fresh.mint(notification, Rights.WRITE, BADGE)),
                "saying what it signals");
    }

    private static void withDevice(Case.Body body) {
        device = EduDevice.open();
        if (device != null) {
            makeHandler(device.function().number());
            body.run();
            device.close();
        }
    }

    private static void acknowledge() {
        Check.done(Kernel.call(handler, Invocation.IRQ_HANDLER_ACKNOWLEDGE), "acknowledging");
    }

    /** Acknowledges until the next message is the first to signal. */
    private static void open() {
        acknowledge();
        Notifier.poll(notification);
        acknowledge();
    }

    private static void send() {
        device.raise();
        device.pass();
    }

    private static void issueTellsWhatToWriteWhere() {
        makeHandler(OTHER);
        Check.equal(INTERRUPTS, address & -(1L << 20), "the range of the address");
        Fresh.inspect(handler);
        Check.equal(1, Message.word(4), "that it is a handler of messages");
    }

    private static void issueRefusesAFunctionThatThereIsNot() {
        Check.error(KernelError.RANGE_ERROR, issue(NO_FUNCTION, Own.table(), Fresh.slot()), "the function behind the last");
        Check.error(KernelError.RANGE_ERROR, issue(-1, Own.table(), Fresh.slot()), "a negative function");
    }

    private static void issueRefusesATakenSlot() {
        Check.error(KernelError.OCCUPIED, issue(OTHER, Own.table(), Fresh.endpoint()), "a taken slot");
    }

    private static void issueRefusesASlotThatTheTableLacks() {
        Check.error(KernelError.RANGE_ERROR, issue(OTHER, Fresh.table(2), 4), "the slot behind the last");
    }

    private static void issueEndsWhenAllAreIssued() {
        int control = Fresh.copy(Own.interruptControl(), Rights.ALL);
        KernelError error = KernelError.NONE;
        for (int count = 0; count < 256 && error == KernelError.NONE; count++) {
            error = Kernel.call(control, Invocation.IRQ_CONTROL_ISSUE_MESSAGE, OTHER, Own.table(), Fresh.slot());
        }
        Check.error(KernelError.NOT_ENOUGH_MEMORY, error, "one more than there are");
        Check.done(Fresh.revoke(control), "giving all of them back");
        makeHandler(OTHER);
    }

    private static void theFirstAcknowledgementSignals() {
        makeHandler(OTHER);
        Check.equal(0, Notifier.poll(notification), "what was signalled before");
        acknowledge();
        Check.equal(BADGE, Notifier.poll(notification), "what the first acknowledgement signalled");
        acknowledge();
        acknowledge();
        Check.equal(0, Notifier.poll(notification), "what the next ones signalled");
    }

    private static void aMessageSignals() {
        device.function().sendMessages(address, data);
        open();
        send();
        Check.equal(BADGE, Notifier.poll(notification), "what was signalled");
    }

    private static void messagesSignalOnceMore() {
        device.function().sendMessages(address, data);
        open();
        send();
        Check.equal(BADGE, Notifier.poll(notification), "what the first one signalled");
        send();
        send();
        send();
        Check.equal(0, Notifier.poll(notification), "what was signalled before the acknowledgement");
        acknowledge();
        Check.equal(BADGE, Notifier.poll(notification), "what the acknowledgement signalled");
        acknowledge();
        Check.equal(0, Notifier.poll(notification), "what the next one signalled");
        send();
        Check.equal(BADGE, Notifier.poll(notification), "what a further message signalled");
    }

    private static void noMessageComesWithoutTheHandler() {
        device.function().sendMessages(address, data);
        open();
        Check.done(Fresh.delete(handler), "deleting the handler");
        send();
        Check.equal(0, Notifier.poll(notification), "what was signalled");
    }

    private static void anothersMessageIsNotForged() {
        makeHandler(OTHER);
        if ((address & REMAPPED) == 0) {
            Check.notApplicable("this machine does not check who sends a message");
            return;
        }
        open();
        device.function().sendMessages(address, data);
        send();
        Check.equal(0, Notifier.poll(notification), "what was signalled");
    }

    private static void nobodysEntryIsDropped() {
        open();
        device.function().sendMessages(INTERRUPTS | REMAPPED | (long) NO_VECTOR << ENTRY_SHIFT, 0);
        send();
        Check.equal(0, Notifier.poll(notification), "what was signalled");
    }

    private static void nobodysEntryIsDroppedFromACopy() {
        open();
        device.store(INTERRUPTS | REMAPPED | (long) NO_VECTOR << ENTRY_SHIFT, Integer.BYTES);
        device.pass();
        Check.equal(0, Notifier.poll(notification), "what was signalled");
    }

    private static void nobodysVectorIsDropped() {
        open();
        device.function().sendMessages(INTERRUPTS, NO_VECTOR);
        send();
        Check.equal(0, Notifier.poll(notification), "what was signalled");
    }
}
