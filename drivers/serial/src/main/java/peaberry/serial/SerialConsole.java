package peaberry.serial;

import peaberry.abi.ProgramSlots;
import peaberry.console.Console.Outcome;
import peaberry.console.ConsoleServer;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Ports;

/**
 * The console at a serial line.
 *
 * <p>A byte is taken from the device only for a reader that waits, and handed over before the next is taken: so none is
 * lost when this process is destroyed between two reads. A write is answered when the device has taken its last byte.
 * The device is looked at after each interrupt was acknowledged, and after each request: an interrupt that was lost
 * while the line was masked hence does no harm.
 */
final class SerialConsole extends ConsoleServer {

    private final Uart uart = new Uart();
    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private final CallerQueue writers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    /** Whose reader each caller is. */
    private final int[] clients = new int[ProgramSlots.MAX_REPLIES];
    private final Transmission[] transmissions = new Transmission[ProgramSlots.MAX_REPLIES];

    SerialConsole() {
        for (int i = 0; i < transmissions.length; i++) {
            transmissions[i] = new Transmission();
        }
    }

    /** @param device the ports of the serial line */
    void start(Ports device) {
        uart.start(device);
    }

    @Override
    protected Answer write(byte[] bytes, int bytesCount) {
        if (bytesCount == 0) {
            return answerWrite();
        }
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        Caller caller = keep();
        transmissions[caller.number()].load(bytes, bytesCount);
        writers.add(caller);
        serveDevice();
        return Answer.NONE;
    }

    @Override
    protected Answer read() {
        dismissReader(client());
        if (!canKeep()) {
            return refuse(Outcome.BUSY);
        }
        Caller caller = keep();
        clients[caller.number()] = client();
        readers.add(caller);
        serveDevice();
        return Answer.NONE;
    }

    /**
     * A client reads once at a time: when it asks again, its earlier reader died or never waited for the answer. It
     * must neither swallow a byte nor take the place of another client.
     */
    private void dismissReader(int client) {
        for (int left = readers.size(); left > 0; left--) {
            Caller caller = readers.remove();
            if (clients[caller.number()] == client) {
                refuse(caller, Outcome.BUSY);
            } else {
                readers.add(caller);
            }
        }
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
