package peaberry.tests;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;

/**
 * QEMU's stub for debuggers, on a Unix socket: what stopping a guest at an address and changing its registers takes of gdb's remote protocol
 * (GDB manual, appendix "Remote Protocol"). Attaching stops the guest; it then runs between {@link #go} and {@link #awaitStop}.
 */
final class DebugStub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INTERRUPT = 3;
    /** The number of the instruction pointer among the registers of x86-64. */
    private static final String INSTRUCTION_POINTER = "10";
    /** Single registers are only for who has asked which there are. */
    private static final String DESCRIPTION = "qXfer:features:read:target.xml:0,ffb";
    private static final HexFormat HEX = HexFormat.of();

    private final SocketChannel channel;
    private final InputStream answers;

    private DebugStub(SocketChannel channel) {
        this.channel = channel;
        answers = Channels.newInputStream(channel);
    }

    /** The options that give a guest such a stub. */
    static String[] options(Path socket) {
        return TestSystem.qemu("-gdb", "unix:" + socket + ",server=on,wait=off");
    }

    /** Attaches as soon as there is a stub. */
    static DebugStub attach(Path socket) throws IOException {
        DebugStub stub = new DebugStub(connect(socket));
        stub.send(DESCRIPTION);
        while (!stub.receive().startsWith("l")) {
            continue; // that it stopped, as it does for whoever attaches
        }
        return stub;
    }

    private static SocketChannel connect(Path socket) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (;;) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return channel;
            } catch (IOException tooEarly) {
                channel.close();
                if (System.nanoTime() > end) {
                    throw tooEarly;
                }
                Thread.yield();
            }
        }
    }

    /** Stops whoever is about to execute the instruction at an address, in any address space. */
    void setBreakpoint(long address) throws IOException {
        command("Z0," + Long.toHexString(address) + ",1");
    }

    /** Nothing happens if there is none. */
    void removeBreakpoint(long address) throws IOException {
        ask("z0," + Long.toHexString(address) + ",1");
    }

    /** Where the guest stands. */
    long instructionPointer() throws IOException {
        return ByteBuffer.wrap(HEX.parseHex(ask("p" + INSTRUCTION_POINTER))).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    void setInstructionPointer(long address) throws IOException {
        command("P" + INSTRUCTION_POINTER + "=" + HEX.toHexDigits(Long.reverseBytes(address)));
    }

    /** Bytes of the present address space; none if they are not mapped. */
    byte[] memory(long address, int count) throws IOException {
        String answer = ask("m" + Long.toHexString(address) + "," + Integer.toHexString(count));
        return answer.startsWith("E") ? new byte[0] : HEX.parseHex(answer);
    }

    /** Executes one instruction. */
    void step() throws IOException {
        ask("s");
    }

    /** Lets the guest run. */
    void go() throws IOException {
        send("c");
    }

    /** Has a guest that runs stop; {@link #awaitStop} then returns. */
    void interrupt() throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {INTERRUPT}));
    }

    /** Waits until the guest stands still. */
    void awaitStop() throws IOException {
        receive();
    }

    private void command(String packet) throws IOException {
        String answer = ask(packet);
        if (!answer.equals("OK")) {
            throw new IOException("the stub answers '" + answer + "' to " + packet);
        }
    }

    private String ask(String packet) throws IOException {
        send(packet);
        return receive();
    }

    private void send(String packet) throws IOException {
        String framed = "$" + packet + "#" + HEX.toHexDigits((byte) packet.chars().sum());
        channel.write(ByteBuffer.wrap(framed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What stands between a dollar sign and a checksum; it is acknowledged. */
    private String receive() throws IOException {
        StringBuilder packet = new StringBuilder();
        while (read() != '$') {
            continue; // acknowledgements
        }
        for (int next = read(); next != '#'; next = read()) {
            packet.append((char) next);
        }
        read();
        read();
        channel.write(ByteBuffer.wrap(new byte[] {'+'}));
        return packet.toString();
    }

    private int read() throws IOException {
        int next = answers.read();
        if (next < 0) {
            throw new IOException("the guest has ended");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
