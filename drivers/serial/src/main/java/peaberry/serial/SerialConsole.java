package peaberry.serial;

import peaberry.abi.ProgramSlots;
import peaberry.console.Console.Outcome;
import peaberry.console.ConsoleServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.Ports;

/**
 * The console at a serial line.
 *
 * <p>A byte is taken from the device only for a reader that waits, and handed over before the next is taken: so none is
 * lost when this process is destroyed between two reads. A write is answered when the device has taken its last byte.
 * The device is looked at after each interrupt was acknowledged, and after each request: an interrupt that was lost
 * while the line was masked hence does no harm.
 *
 * <p>A client reads, and writes, once at a time. When it asks again its earlier caller died or never waited for the answer: a reader
 * gives way, since it must not swallow a byte; what was to be written is written first. So nobody takes the place of other clients.
 */
final class SerialConsole extends ConsoleServer {

    private final Uart uart = new Uart();
    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private final CallerQueue writers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private final Transmission[] transmissions = new Transmission[ProgramSlots.MAX_REPLIES];

    SerialConsole() {
        for (int i = 0; i < transmissions.length; i++) {
            transmissions[i] = new Transmission();
        }
    }

    /** @param device the ports of the serial line @param first the number of the first of these */
    void start(Ports device, int first) {
        uart.start(device, first);
    }

    @Override
    protected Answer write(byte[] bytes, int bytesCount) {
        if (bytesCount == 0) {
            return answerWrite();
        }
        if (!canKeep() || writers.holds(client())) {
            return refuse(Outcome.BUSY);
        }
        Caller caller = keep();
        transmissions[caller.number()].load(bytes, bytesCount);
        writers.add(caller, client());
        serveDevice();
        return Answer.NONE;
    }

    @Override
    protected Answer read() {
        if (readers.holds(client())) {
            refuse(readers.remove(client()), Outcome.BUSY);
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        readers.add(keep(), client());
        serveDevice();
        return Answer.NONE;
    }

    /** Moves what can be moved, and asks for the interrupts that tell when more can be. */
    void serveDevice() {
        transmit();
        receive();
        uart.enableInterrupts((readers.isEmpty() ? 0 : Uart.INTERRUPT_RECEIVED)
                | (writers.isEmpty() ? 0 : Uart.INTERRUPT_TRANSMITTER_EMPTY));
    }

    private void transmit() {
        while (!writers.isEmpty()) {
            Transmission transmission = transmissions[writers.first().number()];
            while (!transmission.isComplete() && uart.canTransmit()) {
                uart.transmit(transmission.next());
            }
            if (!transmission.isComplete()) {
                return;
            }
            answerWrite(writers.remove());
        }
    }

    private void receive() {
        while (!readers.isEmpty() && uart.hasReceived()) {
            int value = uart.receive();
            answerRead(readers.remove(), value);
        }
    }
}
