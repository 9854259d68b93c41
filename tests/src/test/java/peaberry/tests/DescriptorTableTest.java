package peaberry.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reset leaves in the local descriptor table's register is 64 KiB at address 0. On a processor without SMAP a program
 * could put descriptors of its own there, a call gate into ring 0 among them.
 */
class DescriptorTableTest {

    private static final String WITHOUT_SMAP = "Haswell-noTSX,+umip,-pcid,-x2apic,-tsc-deadline,-invpcid";
    /** Selector, base and limit are 0, as QEMU's {@code info registers} prints them. */
    private static final Pattern EMPTY = Pattern.compile("LDT=0000 0{16} 0{8} ");
    private static final Pattern LAST_LINE_NEEDED = Pattern.compile("\\nIDT=");

    @TempDir
    private Path folder;

    @Test
    void thereIsNoLocalDescriptorTable() throws IOException, InterruptedException {
        Path monitor = folder.resolve("monitor");
        try (ConsoleSession _ = ConsoleSession.atPrompt(Machine.Q35, "--qemu-arg", "-cpu", "--qemu-arg", WITHOUT_SMAP,
                "--qemu-arg", "-monitor", "--qemu-arg", "unix:" + monitor + ",server=on,wait=off")) {
            String registers = registers(monitor);
            assertTrue(EMPTY.matcher(registers).find(), registers);
        }
    }

    private static String registers(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap("info registers\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(1 << 16);
            String text = "";
            while (!LAST_LINE_NEEDED.matcher(text).find() && answer.hasRemaining() && channel.read(answer) >= 0) {
                text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            }
            return text;
        }
    }
}
