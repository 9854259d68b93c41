package peaberry.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import peaberry.abi.GrantKind;
import peaberry.abi.Invocation;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.machine.MessageRegisters;
import peaberry.machine.simulated.SimulatedMachine;
import peaberry.runtime.Message;
import peaberry.runtime.SharedBuffer;
import peaberry.runtime.Window;

class SharedBufferTest {

    private static final int TABLE = 6;
    private static final int SPACE = 7;
    private static final int FIRST_SLOT = 40;
    private static final long ADDRESS = 1 << 20;
    private static final long BYTES = 8192;

    /** An operation that the kernel was asked for, on the object in a slot. */
    private record Asked(long slot, Invocation operation, List<Long> arguments) {
    }

    private final List<Asked> asked = new ArrayList<>();
    private final SharedBuffer buffer = new SharedBuffer();
    private KernelError answer = KernelError.NONE;

    @BeforeEach
    void start() {
        SimulatedMachine machine = new SimulatedMachine(8 << 20).install();
        machine.attach(new Kernel());
        StartTables tables = new StartTables(machine.memory());
        tables.grant("table", GrantKind.OWN_TABLE, TABLE);
        tables.grant("space", GrantKind.OWN_ADDRESS_SPACE, SPACE);
        tables.kept("buffer", ADDRESS, BYTES);
    }

    @Test
    void eachDirectionHasAWindowOfItsOwnOnAllOfTheMemory() {
        open();
        assertEquals(BYTES, buffer.memory().size());
        assertEquals(List.of(window(Rights.READ, buffer.readable()), window(Rights.WRITE, buffer.writable())), asked);
    }

    @Test
    void whenItIsTakenBackNoCopyOfAWindowIsLeft() {
        open();
        asked.clear();
        buffer.takeBack();
        assertEquals(List.of(revocation(buffer.readable()), revocation(buffer.writable())), asked);
    }

    @Test
    void nothingGoesOnIfItCannotBeTakenBack() {
        open();
        answer = KernelError.INVALID_CAPABILITY;
        assertThrows(IllegalStateException.class, buffer::takeBack);
    }

    @Test
    void withoutTheMemoryOrWindowsThereIsNoBuffer() {
        assertThrows(IllegalStateException.class, () -> buffer.open("other", "table", "space", FIRST_SLOT));
        answer = KernelError.OCCUPIED;
        assertThrows(IllegalStateException.class, this::open);
    }

    private void open() {
        buffer.open("buffer", "table", "space", FIRST_SLOT);
    }

    private static Asked window(Rights rights, Window window) {
        return new Asked(SPACE, Invocation.VSPACE_MAKE_WINDOW, List.of(ADDRESS, BYTES, (long) rights.bits(), (long) TABLE, (long) window.slot()));
    }

    private static Asked revocation(Window window) {
        return new Asked(TABLE, Invocation.CNODE_REVOKE, List.of((long) window.slot()));
    }

    /** Writes down what it is asked for, and does nothing. */
    private final class Kernel extends KernelStandIn {

        @Override
        public void systemCall(long number, long capability, long reply, MessageRegisters message) {
            Tag tag = new Tag(message.tag);
            List<Long> arguments = new ArrayList<>();
            for (int i = 0; i < tag.length(); i++) {
                arguments.add(Message.word(i));
            }
            asked.add(new Asked(capability, Invocation.values()[tag.label()], arguments));
            message.tag = answer == KernelError.NONE ? Tag.of(0, 0).bits() : Tag.failure(answer, 0).bits();
        }
    }
}
