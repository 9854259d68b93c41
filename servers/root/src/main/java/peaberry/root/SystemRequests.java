package peaberry.root;

import peaberry.abi.BootInfo;
import peaberry.abi.CapabilityType;
import peaberry.abi.KernelError;
import peaberry.abi.ProgramImage.Access;
import peaberry.abi.Rights;
import peaberry.abi.ThreadState;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.CNode;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;
import peaberry.runtime.Time;
import peaberry.runtime.UntypedMemory;
import peaberry.system.SystemControl.Outcome;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlServer;

/** What root does for its clients. Number 0 is root itself. */
final class SystemRequests extends SystemControlServer {

    private static final int ROOT_NUMBER = 0;
    /** What root's program is called in the archive, and root itself by those who ask. */
    private static final String ROOT = "root";
    /** Pages of root that are in no segment: stack, message buffer, boot information. */
    private static final long ROOT_PAGES = (UserLayout.STACK_TOP - UserLayout.STACK_BOTTOM) / UserLayout.PAGE + 2;

    private final Text name = new Text(SystemControl.MAX_NAME);

    @Override
    protected Answer find(Text wanted) {
        if (wanted.is(ROOT)) {
            return answerFind(ROOT_NUMBER);
        }
        int number = Processes.find(wanted);
        return number == ROOT_NUMBER ? refuse(Outcome.NOT_FOUND) : answerFind(number);
    }

    @Override
    protected Answer self() {
        return answerSelf(client());
    }

    @Override
    protected Answer process(int number) {
        if (number == ROOT_NUMBER) {
            return root();
        }
        if (!Processes.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        Process process = Processes.at(number);
        KernelError error = process.memory().usage();
        long used = (error == KernelError.NONE ? UntypedMemory.usageUsed() : 0) + process.objectBytes();
        boolean alive = process.exists() && process.thread().usage() == KernelError.NONE;
        ThreadState state = alive ? ThreadState.of((int) ThreadControl.usageState()) : ThreadState.INACTIVE;
        long ticks = alive ? ThreadControl.usageTicks() : 0;
        return answerProcess(!alive, state, process.priority(), ticks, process.memoryBytes() + process.objectBytes(), used, Math.max(0, process.record.lives() - 1),
                name.clear().append(process.name));
    }

    private Answer root() {
        long bytes = Starter.imageBytes(ROOT) + ROOT_PAGES * UserLayout.PAGE + Memory.used() - bytesOfProcesses();
        ThreadControl.at(BootInfo.OWN_TCB).usage();
        return answerProcess(false, ThreadState.of((int) ThreadControl.usageState()), (int) ThreadControl.usagePriority(),
                ThreadControl.usageTicks(), bytes, bytes, 0, name.clear().append(ROOT));
    }

    @Override
    protected Answer capability(int number, int firstSlot) {
        boolean ofRoot = number == ROOT_NUMBER;
        if (!ofRoot && (!Processes.isNumber(number) || !Processes.at(number).exists())) {
            return refuse(Outcome.NOT_FOUND);
        }
        CNode table = ofRoot ? Slots.OWN : Processes.at(number).table();
        int slots = ofRoot ? Slots.count() : Processes.at(number).slots();
        for (int slot = Math.max(0, Math.min(firstSlot, slots)); slot < slots; slot++) {
            KernelError error = table.inspect(slot);
            if (error == KernelError.NONE && CNode.inspectType() != CapabilityType.NULL.ordinal()) {
                name.clear();
                return found(slot, ofRoot ? Purposes.describeInRoot(slot, name) : Purposes.describe(Processes.at(number), slot, name));
            }
        }
        return refuse(Outcome.NOT_FOUND);
    }

    /** What {@code inspect} just told of a slot. */
    private Answer found(int slot, Text purpose) {
        return answerCapability(slot, CapabilityType.of((int) CNode.inspectType()), Rights.ofWord(CNode.inspectRights()),
                CNode.inspectBadge(), CNode.inspectDetail(), CNode.inspectSecondDetail(), purpose);
    }

    @Override
    protected Answer driven(int number) {
        if (!Processes.isNumber(number) || Processes.at(number).record.function() == ProcessRecord.NO_FUNCTION) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerDriven(Processes.at(number).record.function(), Processes.at(number).record.isConfined());
    }

    @Override
    protected Answer memory() {
        long free = Memory.given() - Memory.used();
        long ofProcesses = bytesOfProcesses();
        long total = Memory.total();
        return answerMemory(total, total - free - ofProcesses, ofProcesses, free);
    }

    @Override
    protected Answer program(int number) {
        if (!Processes.isNumber(number) || !Segments.open(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerProgram(Segments.start(Access.READ_EXECUTE), Segments.bytes(Access.READ_EXECUTE),
                Segments.start(Access.READ_WRITE), Segments.bytes(Access.READ_WRITE));
    }

    @Override
    protected Answer uptime() {
        return answerUptime(Time.ticks() - Uptime.bootTicks(), Uptime.ticksPerMicrosecond());
    }

    @Override
    protected Answer shutdown(int status) {
        PowerSwitch.off(status);
        return refuse(Outcome.FAILED);
    }

    private static long bytesOfProcesses() {
        long bytes = 0;
        for (int number = 1; number <= Processes.count(); number++) {
            bytes += Processes.at(number).memoryBytes() + Processes.at(number).objectBytes() + Processes.at(number).keptBytes();
        }
        return bytes;
    }
}
