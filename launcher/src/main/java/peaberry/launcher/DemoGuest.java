package peaberry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A guest of the demonstration: what it prints is shown, and what is typed is typed when it waits for that. */
final class DemoGuest implements AutoCloseable {

    /** What the ordinary system's shell prints when it waits for a command. */
    static final String PROMPT = "$ ";

    private final DemoStage stage;
    private final Process process;
    private final StringBuilder unread = new StringBuilder();

    /** What the emulator's IOMMU says itself of what it stops, beside telling the guest. */
    private static final String IOMMU = "qemu-system-x86_64: ";
    private static final String QEMU_OPTION = "--qemu-arg";

    /** Starts {@code ./peaberry} with these arguments; those for QEMU, which are last, are not shown. */
    DemoGuest(DemoStage stage, List<String> arguments) throws IOException {
        this.stage = stage;
        List<String> command = new ArrayList<>(List.of(Home.FOLDER.resolve("peaberry").toString()));
        command.addAll(arguments);
        boolean hasMore = arguments.contains(QEMU_OPTION);
        stage.show("$ ./peaberry " + String.join(" ", hasMore ? arguments.subList(0, arguments.indexOf(QEMU_OPTION)) : arguments) + (hasMore ? " ...\n" : "\n"));
        process = new ProcessBuilder(command).start();
        Thread.ofVirtual().start(() -> process.errorReader().lines().filter(line -> !line.startsWith(IOMMU)).forEach(System.err::println));
    }

    /** Waits until the guest has printed something. @return all until then, since the last time */
    String await(String text) throws Failure, IOException {
        InputStream output = process.getInputStream();
        byte[] piece = new byte[4096];
        int at = unread.indexOf(text);
        while (at < 0) {
            int count = output.read(piece);
            if (count < 0) {
                throw new Failure("the guest of the demonstration ended before it printed '" + text + "'");
            }
            String printed = new String(piece, 0, count, StandardCharsets.ISO_8859_1);
            stage.show(printed);
            unread.append(printed);
            at = unread.indexOf(text);
        }
        String before = unread.substring(0, at + text.length());
        unread.delete(0, at + text.length());
        return before;
    }

    /** Types a line at the prompt, and waits for the next prompt. @return what was printed */
    String enter(String line) throws Failure, IOException {
        type(line);
        await("\n");
        return await(PROMPT);
    }

    /** Types a line. */
    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\r").getBytes(StandardCharsets.ISO_8859_1));
        process.getOutputStream().flush();
    }

    /** Reads to the guest's end. */
    void end() throws IOException, InterruptedException {
        byte[] piece = new byte[4096];
        for (int count = process.getInputStream().read(piece); count >= 0; count = process.getInputStream().read(piece)) {
            stage.show(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
        }
        process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
