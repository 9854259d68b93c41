package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.KernelError;
import peaberry.abi.ObjectType;
import peaberry.abi.SystemTable;
import peaberry.runtime.Text;

/** All processes but root, and which one watches over the others. */
final class Processes {

    /** In place of a number. */
    private static final int NOBODY = 0;
    private static final int MAX_PROCESSES = SystemTable.MAX_PROCESSES;

    private static final Process[] PROCESSES = new Process[MAX_PROCESSES];

    private static int count;
    private static int supervisor;

    static {
        for (int i = 0; i < MAX_PROCESSES; i++) {
            PROCESSES[i] = new Process();
        }
    }

    private Processes() {
    }

    /** Makes root's endpoint and everything that lasts longer than a process. */
    static KernelError prepare() {
        KernelError error = Partitions.prepare(Archive.SYSTEM);
        while (count < Archive.SYSTEM.processes() && error == KernelError.NONE) {
            count++;
            error = at(count).reserveSlots(count);
        }
        for (int number = 1; number <= count && error == KernelError.NONE; number++) { // the largest first: each lies at a multiple of its size
            error = at(number).reserveObjects();
        }
        for (int number = 1; number <= count && error == KernelError.NONE; number++) {
            error = at(number).reserveMemory();
        }
        if (error == KernelError.NONE) {
            error = Memory.make(ObjectType.ENDPOINT, 0, Slots.ROOT_ENDPOINT);
        }
        for (int i = 0; i < count && error == KernelError.NONE; i++) {
            error = PROCESSES[i].makeEndpoint();
        }
        supervisor = findSupervisor();
        for (int number = 1; number <= count && error == KernelError.NONE; number++) {
            error = at(number).tellFaultsTo(number == supervisor ? Slots.ROOT_ENDPOINT : endpointOf(supervisor));
        }
        return error == KernelError.NONE ? SupervisorSignals.prepare(count) : error;
    }

    /** Takes over what runs, if there is something. */
    static void adopt() {
        for (int number = 1; number <= count; number++) {
            at(number).adopt();
        }
    }

    /** The one who may have processes made and destroyed. */
    private static int findSupervisor() {
        for (int number = 1; number <= count; number++) {
            if (Archive.SYSTEM.grants(number).find(GrantKind.DECLARATION) != GrantTable.NO_ROW) {
                return number;
            }
        }
        return NOBODY;
    }

    /** The number of the process that watches over all others; 0 if there is none. */
    static int supervisor() {
        return supervisor;
    }

    /** Root's slot with the endpoint of the process of that number, 0 to {@link #count}. */
    static int endpointOf(int number) {
        return number == 0 ? Slots.ROOT_ENDPOINT : at(number).endpoint();
    }

    /** Numbers run from 1 to this. */
    static int count() {
        return count;
    }

    /** The number of the process of that name; 0 if there is none. */
    static int find(Text name) {
        for (int number = 1; number <= count; number++) {
            if (name.sameAs(at(number).name)) {
                return number;
            }
        }
        return NOBODY;
    }

    /** Whether there is a process of that number. */
    static boolean isNumber(int number) {
        return number >= 1 && number <= count;
    }

    /** The process of that number, 1 to {@link #count}. */
    static Process at(int number) {
        return PROCESSES[number - 1];
    }

    /** The line table of a process's program is looked for when it is needed. */
    static void openLines(Process process) {
        if (!process.linesOpened) {
            process.linesOpened = true;
            Archive.show(process.number, BootArchive.Kind.LINE_TABLE, process.lineBytes);
            process.lines.open(process.lineBytes);
        }
    }
}
