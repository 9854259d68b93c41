package peaberry.shell;

import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Supervision;
import peaberry.system.Supervision.Outcome;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** Commands about what went wrong, as the supervisor tells it. */
final class FaultCommands {

    private static final SystemControlClient SYSTEM = Session.SYSTEM;
    private static final SupervisionClient SUPERVISOR = Session.SUPERVISOR;

    private static final String INDENT = "    ";
    private static final int REGISTER_COLUMNS = 3;
    private static final int REGISTER_WIDTH = 26;
    private static final int NONE = -1;

    private static final String[] REGISTERS = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15",
        "rip", "rflags"};
    private static final long[] VALUES = new long[REGISTERS.length];

    private FaultCommands() {
    }

    static void faults(Line line) {
        if (line.words() == 1) {
            listAll();
            return;
        }
        int index = find(line.numberAt(1, Integer.MAX_VALUE));
        if (index == NONE) {
            Session.CONSOLE.printLine(line.appendWordTo(Session.text().append("faults: no failure "), 1).append(" is known; try faults"));
            return;
        }
        printFault();
        printCallers(index);
        printRegisters(index);
        printMessages(index);
    }

    static void log(Line line) {
        long ticksPerMicrosecond = Time.ticksPerMicrosecond();
        int index = 0;
        while (SUPERVISOR.log(index) == Outcome.DONE) {
            Text text = Session.text();
            Session.CONSOLE.printLine(appendTime(text, SUPERVISOR.logTicksSinceBoot(), ticksPerMicrosecond).append(SUPERVISOR.logText()));
            index++;
        }
        if (index == 0) {
            Session.CONSOLE.print("nothing was noted yet\n");
        }
    }

    private static void listAll() {
        int index = 0;
        while (SUPERVISOR.fault(index) == Outcome.DONE) {
            printFault();
            index++;
        }
        if (index == 0) {
            Session.CONSOLE.print("no process has failed yet\n");
        }
    }

    /** The index of the record of that serial number, which was asked for last; {@link #NONE} if there is none. */
    private static int find(int serial) {
        for (int index = 0; SUPERVISOR.fault(index) == Outcome.DONE; index++) {
            if (SUPERVISOR.faultSerial() == serial) {
                return index;
            }
        }
        return NONE;
    }

    private static void printFault() {
        Text row = appendTime(Session.text().append("#").decimal(SUPERVISOR.faultSerial()).append("  "), SUPERVISOR.faultTicksSinceBoot(),
                Time.ticksPerMicrosecond());
        Session.CONSOLE.printLine(row.append(SUPERVISOR.faultName()).append(": ").append(SUPERVISOR.faultText())
                .append(", restarts ").decimal(SUPERVISOR.faultRestarts()));
        if (SUPERVISOR.faultPlace().length() > 0) {
            Text place = Session.text().append(INDENT).append("at ").append(SUPERVISOR.faultPlace()).append(", ip ");
            Session.CONSOLE.printLine(place.hex(SUPERVISOR.faultInstructionPointer()));
        }
    }

    private static void printCallers(int index) {
        for (int frame = 0; SUPERVISOR.frame(index, frame) == Outcome.DONE; frame++) {
            Session.CONSOLE.printLine(Session.text().append(INDENT).append("called from ").append(SUPERVISOR.frameResult()));
        }
    }

    private static void printRegisters(int index) {
        if (SUPERVISOR.registers(index) != Outcome.DONE) {
            return;
        }
        takeRegisters();
        for (int first = 0; first < REGISTERS.length; first += REGISTER_COLUMNS) {
            Text row = Session.text();
            for (int column = 0; column < REGISTER_COLUMNS; column++) {
                row.padTo(INDENT.length() + column * REGISTER_WIDTH).append(REGISTERS[first + column]).append(" ").hex(VALUES[first + column]);
            }
            Session.CONSOLE.printLine(row);
        }
    }

    private static void takeRegisters() {
        VALUES[0] = SUPERVISOR.registersRax();
        VALUES[1] = SUPERVISOR.registersRcx();
        VALUES[2] = SUPERVISOR.registersRdx();
        VALUES[3] = SUPERVISOR.registersRbx();
        VALUES[4] = SUPERVISOR.registersRsp();
        VALUES[5] = SUPERVISOR.registersRbp();
        VALUES[6] = SUPERVISOR.registersRsi();
        VALUES[7] = SUPERVISOR.registersRdi();
        VALUES[8] = SUPERVISOR.registersR8();
        VALUES[9] = SUPERVISOR.registersR9();
        VALUES[10] = SUPERVISOR.registersR10();
        VALUES[11] = SUPERVISOR.registersR11();
        VALUES[12] = SUPERVISOR.registersR12();
        VALUES[13] = SUPERVISOR.registersR13();
        VALUES[14] = SUPERVISOR.registersR14();
        VALUES[15] = SUPERVISOR.registersR15();
        VALUES[16] = SUPERVISOR.registersRip();
        VALUES[17] = SUPERVISOR.registersRflags();
    }

    private static void printMessages(int index) {
        for (int message = 0; message < Supervision.MAX_MESSAGES && SUPERVISOR.received(index, message) == Outcome.DONE; message++) {
            Text text = Session.text().append(INDENT).append("received ");
            if (SUPERVISOR.receivedSender() == 0) {
                text.append("a signal");
            } else {
                appendName(text.append("from "), SUPERVISOR.receivedSender()).append(", interface ").decimal(SUPERVISOR.receivedService())
                        .append(", method ").decimal(SUPERVISOR.receivedMethod());
            }
            Session.CONSOLE.printLine(text);
        }
    }

    private static Text appendName(Text text, int process) {
        return SYSTEM.process(process) == SystemControl.Outcome.DONE ? text.append(SYSTEM.processName()) : text.append("process ").decimal(process);
    }

    /** Appends a time since boot, in seconds. */
    private static Text appendTime(Text text, long ticks, long ticksPerMicrosecond) {
        return text.thousandths(ticks / ticksPerMicrosecond / 1000).append(" s  ");
    }
}
