package peaberry.kernel.arch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.UserLayout;
import peaberry.machine.Embedded;
import peaberry.machine.Footprint;
import peaberry.machine.PhysicalAddress;
import peaberry.machine.Placement;
import peaberry.machine.simulated.SimulatedMachine;

/** A kernel with two threads that records what it is entered for. */
class TestKernel implements TrapHandler {

    static final int TIMED_OUT = 60;
    static final int PAGE_BITS = 12;
    private static final long FIRST_TABLE = 0x20_0000;
    private static final long FIRST_THREAD = 0x30_0000;

    /** A thread, in memory that can be zeroed. */
    @Footprint(512)
    static final class Holder {
        @Embedded
        final UserContext context = new UserContext();
    }

    final ByteArrayOutputStream console = new ByteArrayOutputStream();
    final SimulatedMachine machine = new SimulatedMachine(16 << 20, console).install();
    final List<Object> log = new ArrayList<>();
    final List<UserContext> threads = new ArrayList<>();
    final List<PhysicalAddress> roots = new ArrayList<>();
    int running;
    private long nextTable = FIRST_TABLE;

    TestKernel() {
        machine.setPrograms(TestPrograms.all());
        Cpu.start(this);
    }

    /** An empty address space. */
    PhysicalAddress space() {
        PhysicalAddress root = page();
        Translation.initialise(root);
        return root;
    }

    /** A page of zeros. */
    PhysicalAddress page() {
        PhysicalAddress page = PhysicalAddress.of(nextTable);
        nextTable += UserLayout.PAGE;
        return page;
    }

    /** A thread of a program in an address space. */
    void thread(int program, long argument, PhysicalAddress root) {
        UserContext context = Placement.create(Holder.class, threadAddress(threads.size())).context;
        context.start(TestPrograms.entry(program), UserLayout.STACK_TOP, argument);
        threads.add(context);
        roots.add(root);
    }

    static PhysicalAddress threadAddress(int index) {
        return PhysicalAddress.of(FIRST_THREAD + 512L * index);
    }

    /** Runs the first thread and tells the exit status. */
    int run() {
        return machine.run(() -> resume(0));
    }

    String printed() {
        return console.toString(StandardCharsets.ISO_8859_1);
    }

    void resume(int thread) {
        running = thread;
        Cpu.resume(threads.get(thread), roots.get(thread));
    }

    void map(PhysicalAddress root, long address, PhysicalAddress frame, Translation.Access access) {
        while (Translation.map(root, address, frame, PAGE_BITS, access) == Translation.Outcome.MISSING_TABLE) {
            Translation.install(root, address, page());
        }
    }

    @Override
    public void systemCall(long number) {
        switch ((int) number) {
            case TestPrograms.LOG -> log.add(threads.get(running).word(0));
            case TestPrograms.SWITCH -> resume((running + 1) % threads.size());
            case TestPrograms.OFF -> Cpu.powerOff((int) threads.get(running).word(0));
            case TestPrograms.SLEEP -> {
                Timer.arm(1000);
                Cpu.idle();
            }
            default -> threads.get(running).setTag(number);
        }
    }

    @Override
    public void interrupt(int line) {
        log.add("line " + line);
        Cpu.powerOff(0);
    }

    @Override
    public void message(int number) {
        log.add("message " + number);
    }

    @Override
    public void deviceFault(int function, DeviceFault kind, long page, int reason) {
        log.add(kind);
        log.add(page);
    }

    @Override
    public void timer() {
        Cpu.powerOff(TIMED_OUT);
    }

    @Override
    public void fault(FaultKind kind, long detail, long errorCode) {
        log.add(kind);
        log.add(detail);
        log.add(errorCode);
        log.add(threads.get(running).instructionPointer());
        Cpu.powerOff(1);
    }
}
