package peaberry.machine.simulated;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import peaberry.machine.MessageRegisters;

/**
 * A PC for the JVM: memory, a clock, a timer, interrupt lines and a port bus with a serial port, a calendar clock and a switch to turn
 * it off. The intrinsics' Java bodies go to the machine that was installed last; a test installs one of its own.
 *
 * <p>The archive lies at 2 MiB, free memory follows it up to the end. What is below, where a PC has its firmware and
 * the kernel, is not used.
 */
public final class SimulatedMachine {

    /** Exit status of a machine that a kernel panic stopped. */
    public static final int PANIC_STATUS = 100;
    /** Exit status of a machine that stopped without saying why. */
    public static final int UNEXPLAINED_STATUS = 101;
    /** The clock counts nanoseconds. */
    public static final long TICKS_PER_MICROSECOND = 1000;
    /** First port of the serial port, COM1. */
    public static final int SERIAL_PORTS = 0x3F8;
    /** Interrupt line of the serial port. */
    public static final int SERIAL_LINE = 4;
    /** First port of the calendar clock. */
    public static final int CALENDAR_PORTS = 0x70;
    /** Port of the switch: the low seven bits of what is written are the exit status. */
    public static final int EXIT_PORT = 0xF4;

    /** Where devices could answer in the physical address space. None does: to touch it is an error. */
    public static final long DEVICES = 0xE000_0000L;
    public static final long DEVICE_BYTES = 3 << 20;

    private static final long PAGE = 4096;
    private static final long LOAD_ADDRESS = 2 << 20;
    private static final int END_OF_INPUT = 0x04;
    private static final long AGAIN_MILLISECONDS = 500;

    private static volatile SimulatedMachine current;

    private final SimulatedMemory memory;
    private final LongSupplier clock;
    private final OneShotTimer timer;
    private final InterruptController interrupts = new InterruptController();
    private final SimulatedIommu iommu;
    private final PortBus ports = new PortBus();
    private final SerialPort serial;
    private final PrintStream console;
    private final CountDownLatch off = new CountDownLatch(1);
    private long archiveSize;
    private List<SimulatedProgram> programs = List.of();
    private volatile SimulatedProcessor processor;
    private volatile boolean stopped;
    private int status = UNEXPLAINED_STATUS;

    /** A machine with this much memory, whose console nobody sees. */
    public SimulatedMachine(long memoryBytes) {
        this(memoryBytes, OutputStream.nullOutputStream());
    }

    /** A machine whose serial port and panics write to {@code console}. */
    public SimulatedMachine(long memoryBytes, OutputStream console) {
        this(memoryBytes, console, System::nanoTime);
    }

    /** A machine with a clock of the caller's, in nanoseconds. */
    public SimulatedMachine(long memoryBytes, OutputStream console, LongSupplier clock) {
        this(memoryBytes, console, clock, InstantSource.system());
    }

    /** The same, whose calendar clock shows what the caller says. */
    public SimulatedMachine(long memoryBytes, OutputStream console, LongSupplier clock, InstantSource calendar) {
        this.clock = clock;
        this.console = new PrintStream(new BufferedOutputStream(console));
        memory = new SimulatedMemory(memoryBytes & -PAGE, this::forgotten);
        iommu = new SimulatedIommu(memory);
        timer = new OneShotTimer(clock);
        serial = new SerialPort(interrupts, SERIAL_LINE, this::print);
        ports.attach(SERIAL_PORTS, SERIAL_PORTS + 7, serial);
        ports.attach(CALENDAR_PORTS, CALENDAR_PORTS + 1, new RealTimeClock(calendar));
        ports.attach(EXIT_PORT, EXIT_PORT + 3, new ExitSwitch());
    }

    /** The machine installed last. */
    public static SimulatedMachine current() {
        SimulatedMachine machine = current;
        if (machine == null) {
            throw new IllegalStateException("no simulated machine is installed");
        }
        return machine;
    }

    /** Makes this the machine that the intrinsics use. */
    public SimulatedMachine install() {
        current = this;
        return this;
    }

    /** Puts the boot archive into memory, as a loader does; without one that fits, the machine has none. */
    public void load(byte[] archive) {
        if (archive.length <= memory.size() - LOAD_ADDRESS) {
            memory.store(LOAD_ADDRESS, archive);
            archiveSize = archive.length;
        }
    }

    /** Says which programs the archive's hosted executables stand for, by their index. */
    public void setPrograms(List<SimulatedProgram> programs) {
        this.programs = List.copyOf(programs);
    }

    /** The programs by index. */
    public List<SimulatedProgram> programs() {
        return programs;
    }

    public long archiveAddress() {
        return LOAD_ADDRESS;
    }

    /** Bytes of the boot archive, 0 if there is none. */
    public long archiveSize() {
        return archiveSize;
    }

    /** Where free memory starts, page aligned; not before {@link SimulatedMemory#size()} if there is none. */
    public long freeAddress() {
        return LOAD_ADDRESS + (archiveSize + PAGE - 1 & -PAGE);
    }

    public SimulatedMemory memory() {
        return memory;
    }

    public long ticks() {
        return clock.getAsLong();
    }

    public OneShotTimer timer() {
        return timer;
    }

    public InterruptController interrupts() {
        return interrupts;
    }

    public SimulatedIommu iommu() {
        return iommu;
    }

    public PortBus ports() {
        return ports;
    }

    public SerialPort serial() {
        return serial;
    }

    /** Gives the machine the processor on which its kernel runs. */
    public void attach(SimulatedProcessor newProcessor) {
        processor = newProcessor;
    }

    /** The processor; an exception if no kernel started it. */
    public SimulatedProcessor processor() {
        SimulatedProcessor present = processor;
        if (present == null) {
            throw new IllegalStateException("no kernel has started the processor");
        }
        return present;
    }

    public long translate(long virtual, boolean write) {
        return processor().translate(virtual, write);
    }

    public void systemCall(long number, long capability, long reply, MessageRegisters message) {
        processor().systemCall(number, capability, reply, message);
    }

    /** What comes in over the serial line from now on; its end is told to the guest by one Ctrl-D. */
    public void connect(InputStream input) {
        Thread reader = new Thread(() -> read(input), "serial line");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Installs the machine, starts its kernel, and runs it until it is off.
     *
     * @return the exit status
     */
    public int run(Runnable kernel) {
        install();
        try {
            kernel.run();
            processor().runPrograms();
        } catch (ThreadEnd end) {
            // The machine went off; what follows is the same as when another thread switches it off.
        } catch (RuntimeException | Error bug) {
            reportPanic(bug);
            switchOff(PANIC_STATUS);
        }
        awaitOff();
        return status;
    }

    /** Writes a byte to the console. */
    public void print(int value) {
        console.write(value);
        if (value == '\n') {
            console.flush();
        }
    }

    /** Shows what was printed: nothing more will happen for a while. */
    public void flush() {
        console.flush();
    }

    /** Tells of an exception in the kernel in the words of the native kernel, with the Java frames that led to it. */
    public void reportPanic(Throwable bug) {
        StringBuilder text = new StringBuilder("\r\nKERNEL PANIC: ").append(bug);
        for (StackTraceElement frame : bug.getStackTrace()) {
            text.append("\r\n  at ").append(frame.getClassName()).append('.').append(frame.getMethodName())
                    .append('(').append(frame.getFileName()).append(':').append(frame.getLineNumber()).append(')');
        }
        text.append("\r\n").chars().forEach(this::print);
    }

    /** Switches the machine off from within: the calling thread ends as well. */
    public void powerOff(int exitStatus) {
        switchOff(exitStatus);
        throw new ThreadEnd();
    }

    /** Switches the machine off; the first status counts. Any thread may do so. */
    public synchronized void switchOff(int exitStatus) {
        if (stopped) {
            return;
        }
        status = exitStatus;
        stopped = true;
        console.flush();
        serial.close();
        interrupts.wake();
        if (processor != null) {
            processor.stopped();
        }
        off.countDown();
    }

    /** Whether the machine is off. */
    public boolean isOff() {
        return stopped;
    }

    private void awaitOff() {
        try {
            off.await();
        } catch (InterruptedException interrupted) {
            switchOff(UNEXPLAINED_STATUS);
            Thread.currentThread().interrupt();
        }
        if (processor != null) {
            processor.awaitEnd();
        }
        console.flush();
    }

    private void forgotten(Object placed) {
        if (processor != null) {
            processor.forgotten(placed);
        }
    }

    private void read(InputStream input) {
        try {
            int value = input.read();
            while (value >= 0 && serial.receiveWhenPossible(value)) {
                value = input.read();
            }
            while (value < 0 && serial.receiveWhenPossible(END_OF_INPUT)) { // again, since a program may have taken it that read to the end
                Thread.sleep(AGAIN_MILLISECONDS);
            }
        } catch (IOException | InterruptedException failure) {
            // Nothing comes in any more.
        }
    }

    private final class ExitSwitch implements PortDevice {
        @Override
        public int read(int offset, int widthBits) {
            return 0;
        }

        @Override
        public void write(int offset, int widthBits, int value) {
            powerOff(value & 0x7F);
        }
    }
}
