package peaberry.serial;

import peaberry.abi.Tag;
import peaberry.runtime.Badges;
import peaberry.runtime.Capability;
import peaberry.runtime.ConsoleProtocol;
import peaberry.runtime.InterruptHandler;
import peaberry.runtime.Message;
import peaberry.runtime.Outcome;
import peaberry.runtime.Ports;
import peaberry.runtime.ProgramSlots;
import peaberry.runtime.Server;

/**
 * The serial driver: reads and writes of the console, as {@link ConsoleProtocol} says. It holds its ports, its
 * interrupt and its clients' endpoint, and nothing else.
 *
 * <p>A byte is taken from the device only for a reader that waits, and handed over before the next is taken: so none is
 * lost when this process is destroyed between two reads. A write is answered when the device has taken its last byte.
 * The device is looked at after each interrupt was acknowledged, and after each request: an interrupt that was lost
 * while the line was masked hence does no harm.
 */
public final class Serial extends Server {

    private static final Serial DRIVER = new Serial();

    /** Stays null: what {@link #crash} follows. */
    private static int[] missing;

    private final Uart uart = new Uart(Ports.at(ProgramSlots.PORTS));
    private final InterruptHandler interrupt = InterruptHandler.at(ProgramSlots.INTERRUPT);
    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private final CallerQueue writers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    /** Whose reader each caller is. */
    private final int[] clients = new int[ProgramSlots.MAX_REPLIES];
    private final Transmission[] transmissions = new Transmission[ProgramSlots.MAX_REPLIES];

    private Serial() {
        super(Capability.at(ProgramSlots.SERVICE), ProgramSlots.FIRST_REPLY, ProgramSlots.MAX_REPLIES);
        for (int i = 0; i < transmissions.length; i++) {
            transmissions[i] = new Transmission();
        }
    }

    /** Serves for ever. @param argument not used */
    public static void main(long argument) {
        DRIVER.uart.start();
        DRIVER.interrupt.acknowledge();
        DRIVER.run();
    }

    @Override
    protected Tag request(long badge, Tag request) {
        return switch (request.label()) {
            case ConsoleProtocol.WRITE -> write(request);
            case ConsoleProtocol.READ -> read(Badges.client(badge));
            case ConsoleProtocol.CRASH -> crash(badge);
            default -> Outcome.INVALID.tag(0);
        };
    }

    @Override
    protected void signal(long badge) {
        interrupt.acknowledge();
        serveDevice();
    }

    private Tag write(Tag request) {
        long count = Message.word(0);
        if (count < 0 || count > ConsoleProtocol.MAX_BYTES
                || request.length() < ConsoleProtocol.DATA_WORD + Message.wordsFor((int) count)) {
            return Outcome.INVALID.tag(0);
        }
        if (count == 0) {
            return Outcome.DONE.tag(0);
        }
        if (!canKeep()) {
            return Outcome.BUSY.tag(0);
        }
        int caller = keep();
        transmissions[caller].load((int) count);
        writers.add(caller);
        serveDevice();
        return NO_ANSWER;
    }

    private Tag read(int client) {
        dismissReader(client);
        if (!canKeep()) {
            return Outcome.BUSY.tag(0);
        }
        int caller = keep();
        clients[caller] = client;
        readers.add(caller);
        serveDevice();
        return NO_ANSWER;
    }

    /**
     * A client reads once at a time: when it asks again, its earlier reader died or never waited for the answer. It
     * must neither swallow a byte nor take the place of another client.
     */
    private void dismissReader(int client) {
        for (int left = readers.size(); left > 0; left--) {
            int caller = readers.remove();
            if (clients[caller] == client) {
                answer(caller, Outcome.BUSY.tag(0));
            } else {
                readers.add(caller);
            }
        }
    }

    private static Tag crash(long badge) {
        if (!Badges.isOperator(badge)) {
            return Outcome.REFUSED.tag(0);
        }
        missing[0] = 1;
        return NO_ANSWER;
    }

    /** Moves what can be moved, and asks for the interrupts that tell when more can be. */
    private void serveDevice() {
        transmit();
        receive();
        uart.enableInterrupts((readers.isEmpty() ? 0 : Uart.INTERRUPT_RECEIVED)
                | (writers.isEmpty() ? 0 : Uart.INTERRUPT_TRANSMITTER_EMPTY));
    }

    private void transmit() {
        while (!writers.isEmpty()) {
            Transmission transmission = transmissions[writers.first()];
            while (!transmission.isComplete() && uart.canTransmit()) {
                uart.transmit(transmission.next());
            }
            if (!transmission.isComplete()) {
                return;
            }
            answer(writers.remove(), Outcome.DONE.tag(0));
        }
    }

    private void receive() {
        while (!readers.isEmpty() && uart.hasReceived()) {
            int value = uart.receive();
            Message.setWord(0, value);
            answer(readers.remove(), Outcome.DONE.tag(1));
        }
    }
}
