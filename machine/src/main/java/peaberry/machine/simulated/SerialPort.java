package peaberry.machine.simulated;

import java.util.function.IntConsumer;

/**
 * A 16550A UART (National Semiconductor PC16550D data sheet; behaviour where that leaves a choice: QEMU's
 * {@code hw/char/serial.c}). Sending takes no time. Enabling or disabling the FIFOs drops what they hold. The
 * receive timeout interrupt comes at once instead of after four character times of silence. Modem status never changes.
 */
public final class SerialPort implements PortDevice {

    private static final int FIFO_BYTES = 16;

    // Registers by offset; with the divisor latch open, 0 and 1 are the divisor.
    private static final int DATA = 0;
    private static final int INTERRUPT_ENABLE = 1;
    private static final int INTERRUPT_IDENTIFICATION = 2;
    private static final int LINE_CONTROL = 3;
    private static final int MODEM_CONTROL = 4;
    private static final int LINE_STATUS = 5;
    private static final int MODEM_STATUS = 6;
    private static final int SCRATCH = 7;
    private static final int FIFO_CONTROL = 2;

    private static final int ENABLE_RECEIVE = 1;
    private static final int ENABLE_TRANSMIT = 2;

    private static final int NO_INTERRUPT = 0x01;
    private static final int IDENTIFY_TRANSMIT = 0x02;
    private static final int IDENTIFY_RECEIVE = 0x04;
    private static final int IDENTIFY_TIMEOUT = 0x0C;
    private static final int IDENTIFICATION_MASK = 0x0F;
    private static final int FIFOS_ENABLED = 0xC0;

    private static final int FIFO_ENABLE = 0x01;
    private static final int FIFO_CLEAR_RECEIVE = 0x02;
    private static final int FIFO_TRIGGER_SHIFT = 6;
    private static final int[] FIFO_TRIGGERS = {1, 4, 8, 14};

    private static final int DIVISOR_LATCH = 0x80;
    private static final int LOOP = 0x10;
    /** On a PC this output lets the interrupt through. */
    private static final int OUT_2 = 0x08;

    private static final int DATA_READY = 0x01;
    private static final int OVERRUN = 0x02;
    private static final int TRANSMITTER_EMPTY = 0x60;
    /** Carrier detect, data set ready and clear to send: the other side is there. */
    private static final int CONNECTED = 0xB0;

    private final InterruptController interrupts;
    private final int line;
    private final IntConsumer output;

    private final int[] fifo = new int[FIFO_BYTES];
    private int head;
    private int count;
    private int interruptEnable;
    private int fifoControl;
    private int lineControl;
    private int modemControl;
    private int scratch;
    private int divisor = 12;
    private boolean overrun;
    private boolean transmitPending;
    private boolean timeoutPending;
    private boolean closed;

    SerialPort(InterruptController interrupts, int line, IntConsumer output) {
        this.interrupts = interrupts;
        this.line = line;
        this.output = output;
    }

    /** A byte comes in from outside. @return false if there is no room for it now */
    public synchronized boolean receive(int value) {
        if (count == capacity() || (modemControl & LOOP) != 0) {
            return false;
        }
        enqueue(value);
        return true;
    }

    /** As {@link #receive}, but waits for room. @return false if the machine was switched off */
    synchronized boolean receiveWhenPossible(int value) throws InterruptedException {
        while (!closed && !receive(value)) {
            wait();
        }
        return !closed;
    }

    /** Lets nobody wait for room any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public synchronized int read(int offset, int widthBits) {
        boolean latch = (lineControl & DIVISOR_LATCH) != 0;
        return switch (offset) {
            case DATA -> latch ? divisor & 0xFF : dequeue();
            case INTERRUPT_ENABLE -> latch ? divisor >>> 8 : interruptEnable;
            case INTERRUPT_IDENTIFICATION -> identify();
            case LINE_CONTROL -> lineControl;
            case MODEM_CONTROL -> modemControl;
            case LINE_STATUS -> lineStatus();
            case MODEM_STATUS -> modemStatus();
            case SCRATCH -> scratch;
            default -> 0xFF;
        };
    }

    @Override
    public synchronized void write(int offset, int widthBits, int word) {
        int value = word & 0xFF;
        boolean latch = (lineControl & DIVISOR_LATCH) != 0;
        switch (offset) {
            case DATA -> {
                if (latch) {
                    divisor = divisor & 0xFF00 | value;
                } else {
                    transmit(value);
                }
            }
            case INTERRUPT_ENABLE -> {
                if (latch) {
                    divisor = divisor & 0xFF | value << 8;
                } else {
                    enable(value & 0x0F);
                }
            }
            case FIFO_CONTROL -> controlFifo(value);
            case LINE_CONTROL -> lineControl = value;
            case MODEM_CONTROL -> {
                modemControl = value & 0x1F;
                update();
                notifyAll();
            }
            case SCRATCH -> scratch = value;
            default -> {
                // Line and modem status are read-only.
            }
        }
    }

    private int capacity() {
        return (fifoControl & FIFO_ENABLE) != 0 ? FIFO_BYTES : 1;
    }

    private int trigger() {
        return (fifoControl & FIFO_ENABLE) != 0 ? FIFO_TRIGGERS[fifoControl >>> FIFO_TRIGGER_SHIFT] : 1;
    }

    private void enqueue(int value) {
        fifo[(head + count) % FIFO_BYTES] = value & 0xFF;
        count++;
        timeoutPending = count < trigger();
        update();
    }

    private int dequeue() {
        if (count == 0) {
            return 0;
        }
        int value = fifo[head];
        head = (head + 1) % FIFO_BYTES;
        count--;
        // Reading ends the timeout; what remains brings the next one, which is a new edge.
        timeoutPending = false;
        update();
        timeoutPending = count > 0 && count < trigger();
        update();
        notifyAll();
        return value;
    }

    private void transmit(int value) {
        transmitPending = false;
        update();
        if ((modemControl & LOOP) == 0) {
            output.accept(value);
        } else if (count < capacity()) {
            enqueue(value);
        } else {
            overrun = true;
        }
        transmitPending = true;
        update();
    }

    /** Turning the transmit interrupt on while the transmitter is empty raises it again, as drivers expect. */
    private void enable(int value) {
        if (((interruptEnable ^ value) & ENABLE_TRANSMIT) != 0) {
            transmitPending = (value & ENABLE_TRANSMIT) != 0;
        }
        interruptEnable = value;
        update();
    }

    private void controlFifo(int value) {
        boolean switched = ((value ^ fifoControl) & FIFO_ENABLE) != 0;
        if (switched || (value & FIFO_CLEAR_RECEIVE) != 0) {
            count = 0;
            timeoutPending = false;
        }
        fifoControl = value & (FIFO_ENABLE | 0xC0);
        update();
        notifyAll();
    }

    /** Reading that the transmitter is empty ends that interrupt. */
    private int identify() {
        int identification = identification();
        if (identification == IDENTIFY_TRANSMIT) {
            transmitPending = false;
            update();
        }
        return identification | ((fifoControl & FIFO_ENABLE) != 0 ? FIFOS_ENABLED : 0);
    }

    private int identification() {
        if ((interruptEnable & ENABLE_RECEIVE) != 0) {
            if (timeoutPending) {
                return IDENTIFY_TIMEOUT;
            }
            if (count >= trigger()) {
                return IDENTIFY_RECEIVE;
            }
        }
        return (interruptEnable & ENABLE_TRANSMIT) != 0 && transmitPending ? IDENTIFY_TRANSMIT : NO_INTERRUPT;
    }

    private int lineStatus() {
        int status = TRANSMITTER_EMPTY | (count > 0 ? DATA_READY : 0) | (overrun ? OVERRUN : 0);
        overrun = false;
        return status;
    }

    /** In loop mode the modem outputs appear as its inputs: OUT2, OUT1, RTS, DTR as carrier, ring, DSR, CTS. */
    private int modemStatus() {
        if ((modemControl & LOOP) == 0) {
            return CONNECTED;
        }
        return (modemControl & 0x0C) << 4 | (modemControl & 0x02) << 3 | (modemControl & 0x01) << 5;
    }

    private void update() {
        boolean interrupting = (identification() & IDENTIFICATION_MASK) != NO_INTERRUPT;
        interrupts.set(line, interrupting && (modemControl & OUT_2) != 0);
    }
}
