package peaberry.tests;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** QEMU's monitor, on a Unix socket. */
final class Monitor {

    private static final String PROMPT = "(qemu) ";

    private Monitor() {}

    static void send(Path socket, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            // The monitor greets first; whoever hangs up before that may go unheard.
            ByteBuffer answer = ByteBuffer.allocate(4096);
            while (channel.read(answer) >= 0 && answer.hasRemaining() && !new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(command)) {
                continue;
            }
        }
    }

    /** What the monitor prints, its greeting and the echo of the command included. */
    static String ask(Path socket, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
            StringBuilder said = new StringBuilder();
            ByteBuffer piece = ByteBuffer.allocate(65536);
            while (channel.read(piece.clear()) >= 0) {
                said.append(StandardCharsets.US_ASCII.decode(piece.flip()));
                if (said.indexOf(PROMPT) < said.lastIndexOf(PROMPT) && said.lastIndexOf(PROMPT) == said.length() - PROMPT.length()) {
                    break; // the second prompt: the first was before the command
                }
            }
            return said.toString();
        }
    }
}
