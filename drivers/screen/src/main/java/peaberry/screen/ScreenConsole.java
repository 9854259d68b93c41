package peaberry.screen;

import peaberry.abi.ProgramSlots;
import peaberry.console.Console.Outcome;
import peaberry.console.ConsoleServer;
import peaberry.runtime.Answer;
import peaberry.runtime.CallerQueue;
import peaberry.runtime.InterruptHandler;

/**
 * The console at a keyboard and a screen.
 *
 * <p>A write is answered when the screen shows it. A code is taken from the keyboard only for a reader that waits, and the bytes that it
 * makes are handed over before the next is taken: so no key is lost when this process is destroyed between two reads, but for the rest of
 * a key that makes several bytes. A client reads once at a time; when it asks again its earlier call gives way, since that must not
 * swallow a byte.
 *
 * <p>The keyboard's line stays up while it has something, so the interrupt is acknowledged only when a reader waits and there is nothing
 * for him yet: until then the line is masked, and keys without readers cost nothing.
 */
final class ScreenConsole extends ConsoleServer {

    private final Keyboard keyboard;
    private final Display display;
    private final Page page = new Page();
    private final Vt100 terminal = new Vt100(page);
    private final CallerQueue readers = new CallerQueue(ProgramSlots.MAX_REPLIES);
    private InterruptHandler interrupt = InterruptHandler.at(0);

    ScreenConsole(Keyboard keyboard, Display display) {
        this.keyboard = keyboard;
        this.display = display;
    }

    /** Goes on where a predecessor, or the firmware, stopped: with what the screen shows. @param keys the keyboard's interrupt */
    void start(InterruptHandler keys) {
        interrupt = keys;
        display.start(page);
    }

    @Override
    protected Answer write(byte[] bytes, int bytesCount) {
        for (int i = 0; i < bytesCount; i++) {
            terminal.take(bytes[i] & 0xFF);
        }
        display.show(page);
        return answerWrite();
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
        serveReaders();
        return Answer.NONE;
    }

    /** Hands over what was typed, and asks to hear of more if somebody still waits. */
    void serveReaders() {
        int typed = readers.isEmpty() ? Keyboard.NOTHING : keyboard.read();
        while (typed != Keyboard.NOTHING) {
            answerRead(readers.remove(), typed);
            typed = readers.isEmpty() ? Keyboard.NOTHING : keyboard.read();
        }
        if (!readers.isEmpty()) {
            interrupt.acknowledge();
        }
    }
}
