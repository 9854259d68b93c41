package peaberry.administration;

import java.io.PrintStream;
import java.util.List;
import peaberry.system.Supervision;
import peaberry.system.Supervision.Outcome;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** {@code faults [NUMBER]}: which processes failed, or all that is known of one failure. */
final class Faults implements Command {

    private static final String INDENT = "    ";
    private static final int COLUMNS = 3;
    private static final int COLUMN = 26;
    private static final String[] REGISTERS = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "rip",
            "rflags"};

    @Override
    public int run(List<String> operands, PrintStream out) throws RefusedException {
        Services.atMost(operands, 1);
        SupervisionClient supervision = Services.supervision();
        if (operands.isEmpty()) {
            list(supervision, out);
            return 0;
        }
        int index = find(supervision, operands.getFirst());
        print(supervision, out);
        for (int frame = 0; supervision.frame(index, frame) == Outcome.DONE; frame++) {
            out.println(INDENT + "called from " + Services.string(supervision.frameResult()));
        }
        printRegisters(supervision, index, out);
        printMessages(supervision, index, out);
        return 0;
    }

    private static void list(SupervisionClient supervision, PrintStream out) {
        int index = 0;
        while (supervision.fault(index) == Outcome.DONE) {
            print(supervision, out);
            index++;
        }
        if (index == 0) {
            out.println("no process has failed yet");
        }
    }

    /** The index of the failure of that serial number, which was asked for last. */
    private static int find(SupervisionClient supervision, String serial) throws RefusedException {
        for (int index = 0; supervision.fault(index) == Outcome.DONE; index++) {
            if (String.valueOf(supervision.faultSerial()).equals(serial)) {
                return index;
            }
        }
        throw new RefusedException("no failure " + serial + " is known; try faults");
    }

    private static void print(SupervisionClient supervision, PrintStream out) {
        out.println("#" + supervision.faultSerial() + "  " + Log.seconds(supervision.faultTicksSinceBoot()) + " s  " + Services.string(supervision.faultName()) + ": "
                + Services.string(supervision.faultText()) + ", restarts " + supervision.faultRestarts());
        if (supervision.faultPlace().length() > 0) {
            out.println(INDENT + "at " + Services.string(supervision.faultPlace()) + ", ip 0x" + Long.toHexString(supervision.faultInstructionPointer()));
        }
    }

    private static void printRegisters(SupervisionClient supervision, int index, PrintStream out) {
        if (supervision.registers(index) != Outcome.DONE) {
            return;
        }
        long[] values = {supervision.registersRax(), supervision.registersRcx(), supervision.registersRdx(), supervision.registersRbx(), supervision.registersRsp(),
                supervision.registersRbp(), supervision.registersRsi(), supervision.registersRdi(), supervision.registersR8(), supervision.registersR9(),
                supervision.registersR10(), supervision.registersR11(), supervision.registersR12(), supervision.registersR13(), supervision.registersR14(),
                supervision.registersR15(), supervision.registersRip(), supervision.registersRflags()};
        for (int first = 0; first < REGISTERS.length; first += COLUMNS) {
            Row row = new Row();
            for (int column = 0; column < COLUMNS; column++) {
                row.left("", INDENT.length() + column * COLUMN).append(REGISTERS[first + column] + " 0x" + Long.toHexString(values[first + column]));
            }
            out.println(row);
        }
    }

    private static void printMessages(SupervisionClient supervision, int index, PrintStream out) throws RefusedException {
        SystemControlClient machine = Services.machine();
        for (int message = 0; message < Supervision.MAX_MESSAGES && supervision.received(index, message) == Outcome.DONE; message++) {
            int sender = supervision.receivedSender();
            out.println(INDENT + "received " + (sender == 0 ? "a signal"
                    : "from " + name(machine, sender) + ", interface " + supervision.receivedService() + ", method " + supervision.receivedMethod()));
        }
    }

    private static String name(SystemControlClient machine, int process) {
        return machine.process(process) == SystemControl.Outcome.DONE ? Services.string(machine.processName()) : "process " + process;
    }
}
