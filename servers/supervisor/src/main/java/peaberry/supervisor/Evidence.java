package peaberry.supervisor;

import peaberry.abi.UserLayout;
import peaberry.system.ProcessControl;
import peaberry.system.ProcessControl.Outcome;
import peaberry.system.ProcessControlClient;
import peaberry.system.Supervision;

/**
 * What a process that failed leaves behind: its registers, who had called the code that failed, and what it had received last.
 *
 * <p>Callers are guessed: a word on the stack counts as a return address if a call instruction stands before the place in the code that it names. What
 * an earlier call has left on the stack may be among them.
 */
final class Evidence {

    private static final ProcessControlClient ROOT = Recovery.ROOT;

    private static final int STACK_POINTER = 4;
    /** How much of the stack is looked at. */
    private static final int STACK_BYTES = 2 * ProcessControl.MAX_READ;
    /** A call of a fixed address: the opcode and four bytes. */
    private static final int CALL_BYTES = 5;
    private static final int CALL = 0xE8;

    private static final long[] WORDS = new long[STACK_BYTES / Long.BYTES];

    private Evidence() {
    }

    static void take(int process, FaultRecord record) {
        takeMessages(process, record);
        if (ROOT.registers(process) != Outcome.DONE) {
            return;
        }
        takeRegisters(record);
        takeCallers(process, record, record.register(STACK_POINTER));
    }

    private static void takeRegisters(FaultRecord record) {
        record.setRegister(0, ROOT.registersRax());
        record.setRegister(1, ROOT.registersRcx());
        record.setRegister(2, ROOT.registersRdx());
        record.setRegister(3, ROOT.registersRbx());
        record.setRegister(STACK_POINTER, ROOT.registersRsp());
        record.setRegister(5, ROOT.registersRbp());
        record.setRegister(6, ROOT.registersRsi());
        record.setRegister(7, ROOT.registersRdi());
        record.setRegister(8, ROOT.registersR8());
        record.setRegister(9, ROOT.registersR9());
        record.setRegister(10, ROOT.registersR10());
        record.setRegister(11, ROOT.registersR11());
        record.setRegister(12, ROOT.registersR12());
        record.setRegister(13, ROOT.registersR13());
        record.setRegister(14, ROOT.registersR14());
        record.setRegister(15, ROOT.registersR15());
        record.setRegister(16, ROOT.registersRip());
        record.setRegister(17, ROOT.registersRflags());
    }

    private static void takeCallers(int process, FaultRecord record, long stack) {
        if (stack < UserLayout.STACK_BOTTOM || stack >= UserLayout.STACK_TOP || (stack & Long.BYTES - 1) != 0) {
            return;
        }
        int words = read(process, stack);
        for (int i = 0; i < words; i++) {
            if (isReturnAddress(process, WORDS[i]) && !record.addFrame(WORDS[i])) {
                return;
            }
        }
    }

    /** Reads the stack from {@code address} up. @return how many words */
    private static int read(int process, long address) {
        int words = 0;
        for (int done = 0; done < STACK_BYTES && address + done < UserLayout.STACK_TOP; done += ProcessControl.MAX_READ) {
            if (ROOT.read(process, address + done, ProcessControl.MAX_READ) != Outcome.DONE) {
                return words;
            }
            for (int i = 0; i + Long.BYTES <= ROOT.readResultCount(); i += Long.BYTES) {
                WORDS[words++] = word(i);
            }
        }
        return words;
    }

    private static boolean isReturnAddress(int process, long word) {
        return word >= UserLayout.PROGRAM + CALL_BYTES && word < UserLayout.PROGRAM_LIMIT
                && ROOT.read(process, word - CALL_BYTES, 1) == Outcome.DONE && ROOT.readResultCount() == 1 && (ROOT.readResult()[0] & 0xFF) == CALL
                && ROOT.place(process, word - 1) == Outcome.DONE;
    }

    private static void takeMessages(int process, FaultRecord record) {
        int bytes = (1 + UserLayout.MAX_RECENT_MESSAGES) * UserLayout.RECENT_MESSAGE_BYTES;
        if (ROOT.read(process, UserLayout.RECENT_MESSAGES, bytes) != Outcome.DONE || ROOT.readResultCount() < bytes) {
            return;
        }
        long count = word(0);
        for (long number = count - 1; number >= 0 && number >= count - Supervision.MAX_MESSAGES; number--) {
            int place = (int) (1 + number % UserLayout.MAX_RECENT_MESSAGES) * UserLayout.RECENT_MESSAGE_BYTES;
            record.addMessage(word(place), word(place + Long.BYTES));
        }
    }

    /** A word of what was read last. */
    private static long word(int offset) {
        byte[] bytes = ROOT.readResult();
        long word = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            word = word << Byte.SIZE | bytes[offset + i] & 0xFF;
        }
        return word;
    }
}
