package peaberry.launcher;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import peaberry.image.SystemSource;

/** {@code ./peaberry sandbox}: compiles a program, boots a machine that has it and the files that it was given, and runs it with this process's streams. */
final class SandboxRun {

    private static final String PLACES = "TREE";
    private static final int KEY_BYTES = 12;
    private static final int PIECE = 4096;

    private final SandboxOrder order;
    private volatile int told = SandboxStreams.NONE;
    private volatile boolean guestPrinted;

    private SandboxRun(SandboxOrder order) {
        this.order = order;
    }

    /** @return the program's status */
    static int run(SandboxOrder order) throws Failure, IOException, InterruptedException {
        return new SandboxRun(order).run();
    }

    private int run() throws Failure, IOException, InterruptedException {
        byte[] header = SandboxStreams.header(arguments(), environment());
        SandboxDeclaration declaration = new SandboxDeclaration(order);
        Path archive = build(new SandboxProgram(order.program(), order.mainClass()), declaration);
        Path temporary = Files.createTempDirectory("peaberry-sandbox");
        try (SharedFolders folders = new SharedFolders(temporary, order.shares());
                ServerSocketChannel second = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path socket = temporary.resolve("second");
            second.bind(UnixDomainSocketAddress.of(socket));
            List<String> command = new ArrayList<>(Emulator.sandboxed(declaration.machineMebibytes() + "M", archive, socket));
            if (order.services().contains("entropy")) {
                command.addAll(List.of("-device", "virtio-rng-pci,disable-legacy=on,iommu_platform=on"));
            }
            command.addAll(folders.arguments());
            return runEmulator(command, second, header);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(order.program().toString()));
        arguments.addAll(order.arguments());
        return arguments;
    }

    /** Where the program is, and where the files are that it has. */
    private List<String> environment() {
        List<String> rows = new ArrayList<>(List.of("PWD=" + Path.of("").toAbsolutePath()));
        for (int i = 0; i < order.shares().size(); i++) {
            rows.add(PLACES + i + "=" + order.shares().get(i).path());
        }
        return rows;
    }

    /** Each program has a folder of its own, and in it each declaration, so that they can be built and run side by side. */
    private Path build(SandboxProgram program, SandboxDeclaration declaration) throws Failure, IOException {
        byte[] text = declaration.text(program.mainClass()).getBytes(StandardCharsets.UTF_8);
        Path folder = Home.BUILD.resolve("sandbox").resolve(key(program.classes()));
        Path classes = folder.resolve("classes");
        for (Map.Entry<String, byte[]> each : program.classes().entrySet()) {
            Path file = classes.resolve(each.getKey()).normalize();
            if (!file.startsWith(classes)) {
                throw new Failure("the jar has a file that leads out of it: " + each.getKey());
            }
            writeIfOther(file, each.getValue());
        }
        Path system = folder.resolve(key(Map.of("system.toml", text)));
        Path toml = system.resolve("system.toml");
        writeIfOther(toml, text);
        return NativeImage.buildQuietly(ChosenSystem.sandboxed(new SystemSource(toml, system.resolve("boot.archive")), SandboxProgram.MODULE, classes));
    }

    private static void writeIfOther(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    private static String key(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                digest.update(each.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(each.getValue());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private int runEmulator(List<String> command, ServerSocketChannel second, byte[] header) throws Failure, IOException, InterruptedException {
        Process emulator = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Thread killer = new Thread(emulator::destroyForcibly, "emulator killer");
        Runtime.getRuntime().addShutdownHook(killer);
        emulator.onExit().thenRun(() -> closeQuietly(second));
        Thread errors = started("errors", () -> carryErrors(second));
        Thread output = started("output", () -> carryOutput(emulator));
        Thread input = new Thread(() -> carryInput(header, emulator.getOutputStream()), "input");
        input.setDaemon(true); // who reads from a terminal cannot be interrupted
        input.start();
        boolean ended = true;
        if (order.seconds() == 0) {
            emulator.waitFor();
        } else {
            ended = emulator.waitFor(order.seconds(), TimeUnit.SECONDS);
            emulator.destroyForcibly();
        }
        output.join();
        errors.join();
        Runtime.getRuntime().removeShutdownHook(killer);
        if (!ended) {
            System.err.println("peaberry: its " + order.seconds() + " s are over");
            return ExitStatus.TIMEOUT;
        }
        int status = ExitStatus.ofEmulator(emulator.waitFor(), guestPrinted || told != SandboxStreams.NONE);
        return told != SandboxStreams.NONE ? told : status == 0 ? ExitStatus.SILENT_STOP : status;
    }

    private static Thread started(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            // Nobody waits there any more.
        }
    }

    private static void carryInput(byte[] header, OutputStream line) {
        byte[] piece = new byte[PIECE];
        try {
            SandboxStreams.send(header, header.length, line);
            for (int count = System.in.read(piece); count >= 0; count = System.in.read(piece)) {
                SandboxStreams.send(piece, count, line);
            }
            SandboxStreams.sendEnd(line);
        } catch (IOException nobody) {
            // The program has ended, or does not read any more.
        }
    }

    private void carryOutput(Process emulator) {
        OutputStream out = new FileOutputStream(FileDescriptor.out); // not to be closed: that would close the descriptor
        try {
            InputStream guest = emulator.getInputStream();
            byte[] piece = new byte[PIECE];
            for (int count = guest.read(piece); count >= 0; count = guest.read(piece)) {
                guestPrinted = true;
                out.write(piece, 0, count);
            }
        } catch (IOException closed) {
            emulator.destroyForcibly();
        }
    }

    private void carryErrors(ServerSocketChannel second) {
        try (SocketChannel line = second.accept()) {
            told = SandboxStreams.receive(new BufferedInputStream(Channels.newInputStream(line)), new FileOutputStream(FileDescriptor.err));
        } catch (IOException closed) {
            // The emulator did not come, or has ended; its status tells.
        }
    }
}
