package peaberry.root;

import peaberry.abi.DeviceFault;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.Register;
import peaberry.abi.UserLayout;
import peaberry.runtime.Answer;
import peaberry.runtime.IoSpace;
import peaberry.runtime.Text;
import peaberry.runtime.ThreadControl;
import peaberry.system.ProcessControl;
import peaberry.system.ProcessControl.Life;
import peaberry.system.ProcessControl.Outcome;
import peaberry.system.ProcessControlServer;
import peaberry.system.SystemControl;

/** What root does for the supervisor. Each request is carried out at once and completely. */
final class ProcessRequests extends ProcessControlServer {

    /** Where a text is cut off three bytes say so. */
    private static final int MAX_TEXT = SystemControl.MAX_TEXT - 3;

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Text text = new Text(MAX_TEXT);
    private final long[] registers = new long[Register.FLAGS.ordinal() + 1];
    private final byte[] bytes = new byte[ProcessControl.MAX_READ];

    @Override
    protected Answer life(int number) {
        if (!Processes.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerLife(Processes.at(number).life());
    }

    @Override
    protected Answer make(int number) {
        if (!Processes.isNumber(number) || Processes.at(number).exists()) {
            return refuse(Outcome.NOT_FOUND);
        }
        if (Starter.make(Processes.at(number))) {
            return answerMake();
        }
        return refuse(Starter.lacksDevice() ? Outcome.ABSENT : Outcome.FAILED);
    }

    @Override
    protected Answer mapRegisters(int number, int base, long address, long size) {
        if (!isMade(number) || !DeviceMemory.isPage(address) || !DeviceMemory.isPage(size) || functionRow(number) == GrantTable.NO_ROW) {
            return refuse(Outcome.NOT_FOUND);
        }
        Process process = Processes.at(number);
        KernelError error = Grants.mapDevice(process, address, size);
        if (error == KernelError.NONE) {
            error = process.regions.addRegisters(process.grants(), functionRow(number), base, size);
        }
        return Starter.settle(process, error) ? answerMapRegisters() : refuse(Outcome.FAILED);
    }

    @Override
    protected Answer describe(int number, int structure, int base, long offset, long size, long extra) {
        if (!isMade(number) || functionRow(number) == GrantTable.NO_ROW) {
            return refuse(Outcome.NOT_FOUND);
        }
        Process process = Processes.at(number);
        KernelError error = process.regions.addPart(process.grants(), functionRow(number), structure, base, offset, size, extra);
        return Starter.settle(process, error) ? answerDescribe() : refuse(Outcome.FAILED);
    }

    @Override
    protected Answer assign(int number, int function) {
        int row = isMade(number) ? functionRow(number) : GrantTable.NO_ROW;
        if (row == GrantTable.NO_ROW) {
            return refuse(Outcome.NOT_FOUND);
        }
        Process process = Processes.at(number);
        return Starter.settle(process, PciFunctions.give(process, row, function))
                ? answerAssign(PciFunctions.messageAddress(), PciFunctions.messageData())
                : refuse(Starter.lacksDevice() ? Outcome.ABSENT : Outcome.FAILED);
    }

    private static int functionRow(int number) {
        return Processes.at(number).grants().find(GrantKind.PCI_FUNCTION);
    }

    @Override
    protected Answer launch(int number) {
        if (!isMade(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return Starter.launch(Processes.at(number)) ? answerLaunch() : refuse(Outcome.FAILED);
    }

    private static boolean isMade(int number) {
        return Processes.isNumber(number) && Processes.at(number).life() == Life.MADE;
    }

    @Override
    protected Answer stop(int number) {
        return exists(number) && Processes.at(number).thread().suspend() == KernelError.NONE ? answerStop() : refuse(Outcome.NOT_FOUND);
    }

    @Override
    protected Answer resume(int number) {
        return exists(number) && Processes.at(number).thread().resume() == KernelError.NONE ? answerResume() : refuse(Outcome.NOT_FOUND);
    }

    private static boolean exists(int number) {
        return Processes.isNumber(number) && Processes.at(number).exists();
    }

    @Override
    protected Answer destroy(int number) {
        if (!Processes.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        Processes.at(number).destroy();
        return answerDestroy();
    }

    @Override
    protected Answer registers(int number) {
        if (!exists(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        for (int register = 0; register < registers.length; register++) {
            if (Processes.at(number).thread().readRegister(register) != KernelError.NONE) {
                return refuse(Outcome.NOT_FOUND);
            }
            registers[register] = ThreadControl.readRegisterValue();
        }
        return answerRegisters(registers[0], registers[1], registers[2], registers[3], registers[4], registers[5], registers[6], registers[7],
                registers[8], registers[9], registers[10], registers[11], registers[12], registers[13], registers[14], registers[15],
                registers[Register.INSTRUCTION_POINTER.ordinal()], registers[Register.FLAGS.ordinal()]);
    }

    @Override
    protected Answer read(int number, long address, int count) {
        if (!exists(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerRead(bytes, Look.read(Processes.at(number).addressSpace(), address, count, bytes));
    }

    @Override
    protected Answer write(int number, long address, byte[] content, int contentCount) {
        long offset = address & UserLayout.PAGE - 1;
        int page = exists(number) && offset + contentCount <= UserLayout.PAGE ? Processes.at(number).pageAt(address) : Slots.NONE;
        if (page == Slots.NONE || Look.begin(page) != KernelError.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        for (int i = 0; i < contentCount; i++) {
            Look.page().setByte(offset + i, content[i]);
        }
        Look.end();
        return answerWrite();
    }

    @Override
    protected Answer place(int number, long address) {
        if (!Processes.isNumber(number)) {
            return refuse(Outcome.NOT_FOUND);
        }
        Process process = Processes.at(number);
        Processes.openLines(process);
        return Words.locate(process.lines, address, text.clear()) ? answerPlace(text) : refuse(Outcome.NOT_FOUND);
    }

    @Override
    protected Answer blockedAccess(int number) {
        if (!exists(number) || Processes.at(number).ioSpace().takeFault() != KernelError.NONE) {
            return refuse(Outcome.NOT_FOUND);
        }
        return answerBlockedAccess(DeviceFault.of((int) IoSpace.takeFaultKind()), IoSpace.takeFaultAddress(), IoSpace.takeFaultReason());
    }

    @Override
    protected Answer problem() {
        return answerProblem(text.clear().append(Starter.problem()));
    }

    @Override
    protected Answer crash() {
        missing[0] = 1;
        return answerCrash();
    }

    @Override
    protected Answer announce(Text said) {
        EmergencyConsole.say(said);
        return answerAnnounce();
    }

    @Override
    protected Answer giveUp() {
        PowerSwitch.off(PowerSwitch.STATUS_FAILURE);
        return answerGiveUp();
    }
}
