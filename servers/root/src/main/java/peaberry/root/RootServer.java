package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.FaultKind;
import peaberry.abi.KernelError;
import peaberry.abi.Tag;
import peaberry.abi.UserLayout;
import peaberry.runtime.Badges;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Message;
import peaberry.runtime.Names;
import peaberry.runtime.Outcome;
import peaberry.runtime.ProcessInfo;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.Server;
import peaberry.runtime.SystemRequest;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.UntypedMemory;
import peaberry.runtime.Time;

/**
 * Root at work: it answers requests and hears of faults. Each is dealt with at once and completely; root never waits
 * for another process.
 */
final class RootServer extends Server {

    private static final int ROOT_NUMBER = 0;
    /** Pages of root that are in no segment: stack, message buffer, boot information. */
    private static final long ROOT_PAGES = (UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM) / UserLayout.PAGE + 2;

    RootServer() {
        super(Capability.at(Slots.ROOT_ENDPOINT), Slots.ROOT_REPLY, 1);
    }

    @Override
    protected Tag request(long badge, Tag request) {
        if (Badges.isFault(badge)) {
            return fault(Badges.client(badge), request);
        }
        if (!SystemRequest.isOrdinal(request.label())) {
            return Outcome.INVALID.tag(0);
        }
        return switch (SystemRequest.of(request.label())) {
            case FIND -> find();
            case PROCESS -> process(Message.word(0));
            case CAPABILITY -> capability(Message.word(0), Message.word(1));
            case KILL, RESTART -> end(badge, SystemRequest.of(request.label()), Message.word(0));
            case EXPECT_CRASH -> expectCrash(Message.word(0));
            case FAULT -> faultRecord(Message.word(0));
            case MEMORY -> memory();
            case UPTIME -> uptime();
            case SHUTDOWN -> shutdown(Message.word(0));
        };
    }

    private static Tag fault(int number, Tag message) {
        if (isProcess(number)) {
            Processes.failed(Processes.at(number), FaultKind.of(message.label()), Message.word(0), Message.word(1));
        }
        return NO_ANSWER;
    }

    private static Tag find() {
        int found = Names.is(0, Manifest.ROOT) ? ROOT_NUMBER : -1;
        for (int number = 1; number <= Processes.count() && found < 0; number++) {
            found = Names.is(0, Processes.at(number).plan.name()) ? number : -1;
        }
        if (found < 0) {
            return Outcome.NOT_FOUND.tag(0);
        }
        Message.setWord(0, found);
        return Outcome.DONE.tag(1);
    }

    private static Tag process(long number) {
        if (number == ROOT_NUMBER) {
            return root();
        }
        if (!isProcess(number)) {
            return Outcome.NOT_FOUND.tag(0);
        }
        Process process = Processes.at((int) number);
        KernelError error = process.memory().usage();
        long used = error == KernelError.NONE ? UntypedMemory.usageUsed() : 0;
        boolean alive = process.running && process.thread().usage() == KernelError.NONE;
        long state = alive ? ThreadControl.usageState() : ProcessInfo.STATE_STOPPED;
        Message.setWords(state, process.plan.priority(), alive ? ThreadControl.usageTicks() : 0);
        Message.setNextWords(1L << process.plan.memoryBits(), used, process.restarts);
        Names.put(SystemRequest.NAME_WORD, process.plan.name());
        return Outcome.DONE.tag(SystemRequest.NAME_WORD + Names.WORDS);
    }

    private static Tag root() {
        long bytes = Starter.imageBytes(Manifest.ROOT) + ROOT_PAGES * UserLayout.PAGE + Memory.used() - bytesOfProcesses();
        ThreadControl.at(BootInfo.OWN_TCB).usage();
        Message.setNextWords(bytes, bytes, 0);
        Names.put(SystemRequest.NAME_WORD, Manifest.ROOT);
        return Outcome.DONE.tag(SystemRequest.NAME_WORD + Names.WORDS);
    }

    private static Tag capability(long number, long from) {
        boolean ofRoot = number == ROOT_NUMBER;
        if (!ofRoot && (!isProcess(number) || !Processes.at((int) number).running)) {
            return Outcome.NOT_FOUND.tag(0);
        }
        CNode table = ofRoot ? Slots.OWN : Processes.at((int) number).table();
        int slots = ofRoot ? Slots.count() : 1 << Processes.at((int) number).plan.tableBits();
        for (int slot = (int) Math.max(0, Math.min(from, slots)); slot < slots; slot++) {
            KernelError error = table.inspect(slot);
            if (error == KernelError.NONE && CNode.inspectType() != CapabilityType.NULL.ordinal()) {
                return capabilityAnswer(slot, ofRoot ? Processes.roleInRoot(slot) : ProgramSlots.role(slot));
            }
        }
        return Outcome.NOT_FOUND.tag(0);
    }

    /** Moves the five words that the kernel answered one further, behind the slot. */
    private static Tag capabilityAnswer(int slot, String role) {
        for (int word = 5; word > 0; word--) {
            Message.setWord(word, Message.word(word - 1));
        }
        Message.setWord(0, slot);
        Names.put(SystemRequest.NAME_WORD, role);
        return Outcome.DONE.tag(SystemRequest.NAME_WORD + Names.WORDS);
    }

    private static Tag end(long badge, SystemRequest request, long number) {
        if (!isProcess(number)) {
            return (number == ROOT_NUMBER ? Outcome.REFUSED : Outcome.NOT_FOUND).tag(0);
        }
        Process process = Processes.at((int) number);
        if (request == SystemRequest.KILL) {
            Processes.kill(process);
        } else {
            Processes.restart(process);
        }
        if (Badges.client(badge) == number) {
            return NO_ANSWER;
        }
        return (process.running ? Outcome.DONE : Outcome.FAILED).tag(0);
    }

    private static Tag expectCrash(long number) {
        if (!isProcess(number)) {
            return (number == ROOT_NUMBER ? Outcome.REFUSED : Outcome.NOT_FOUND).tag(0);
        }
        Processes.at((int) number).crashExpected = true;
        return Outcome.DONE.tag(0);
    }

    private static Tag faultRecord(long index) {
        if (index < 0 || index >= Processes.FAULTS.size()) {
            return Outcome.NOT_FOUND.tag(0);
        }
        FaultRecord record = Processes.FAULTS.at((int) index);
        Message.setWords(record.serial, record.ticks, record.instructionPointer);
        Message.setNextWords(record.restarts, record.text.length(), record.place.length());
        Names.put(SystemRequest.NAME_WORD, record.process);
        Message.setBytes(SystemRequest.TEXT_WORD, record.text);
        Message.setBytes(SystemRequest.PLACE_WORD, record.place);
        return Outcome.DONE.tag(SystemRequest.PLACE_WORD + Message.wordsFor(record.place.length()));
    }

    private static Tag memory() {
        long free = Memory.given() - Memory.used();
        long ofProcesses = bytesOfProcesses();
        long total = Memory.total();
        Message.setWords(total, total - free - ofProcesses, ofProcesses);
        Message.setWord(3, free);
        return Outcome.DONE.tag(4);
    }

    private static Tag uptime() {
        Message.setWords(Time.ticks() - Uptime.bootTicks(), Uptime.ticksPerMicrosecond(), 0);
        return Outcome.DONE.tag(2);
    }

    private static Tag shutdown(long status) {
        if (status < 0 || status > SystemRequest.MAX_STATUS) {
            return Outcome.INVALID.tag(0);
        }
        PowerSwitch.off((int) status);
        return Outcome.FAILED.tag(0);
    }

    private static long bytesOfProcesses() {
        long bytes = 0;
        for (int number = 1; number <= Processes.count(); number++) {
            bytes += 1L << Processes.at(number).plan.memoryBits();
        }
        return bytes;
    }

    private static boolean isProcess(long number) {
        return number >= 1 && number <= Processes.count();
    }
}
