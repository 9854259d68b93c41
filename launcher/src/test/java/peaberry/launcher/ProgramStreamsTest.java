package peaberry.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guest of a single program is sent, and what it sends. */
class ProgramStreamsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final ProgramOutput output = new ProgramOutput(out, errors);

    private void receive(String bytes) throws IOException {
        output.copy(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatIsPrintedGoesToItsStream() throws IOException {
        receive("\0201one\n\0200\0202two\n\0200\0203EXITED 0\0200");
        assertEquals("one\n", out.toString(StandardCharsets.US_ASCII));
        assertEquals("two\n", errors.toString(StandardCharsets.US_ASCII));
        assertEquals("EXITED 0", output.report());
    }

    @Test
    void whatTheKernelPrintsIsAnError() throws IOException {
        receive("\0201one\0200panic");
        assertEquals("one", out.toString(StandardCharsets.US_ASCII));
        assertEquals("panic", errors.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void anEscapeOfTheProgramIsOneByteWhereverTheBytesAreCut() throws IOException {
        String sent = "\0201a\020\0201b\0200";
        for (char each : sent.toCharArray()) {
            receive(String.valueOf(each));
        }
        assertEquals("a\0201b", out.toString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void argumentsEndWithZeros() throws Failure {
        assertArrayEquals("program\0a b\0\0ü\0".getBytes(StandardCharsets.UTF_8), ProgramInput.arguments(List.of("a b", "", "ü")));
        assertThrows(Failure.class, () -> ProgramInput.arguments(List.of("a\0b")));
        assertThrows(Failure.class, () -> ProgramInput.arguments(List.of("x".repeat(ProgramInput.MAX_ARGUMENTS))));
    }

    @Test
    void inputIsInPiecesOfTwoParts() throws IOException {
        ByteArrayOutputStream guest = new ByteArrayOutputStream();
        ProgramInput.send(new byte[] {'x', 0}, new ByteArrayInputStream(new byte[300]), guest);
        byte[] sent = guest.toByteArray();
        assertEquals(3 + 1 + 256 + 46 + 1, sent.length);
        assertArrayEquals(new byte[] {2, 'x', 0, 0, (byte) 255}, Arrays.copyOf(sent, 5));
        assertEquals(45, sent[4 + 256]);
        assertEquals(0, sent[sent.length - 1]);
    }
}
