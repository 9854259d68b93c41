package peaberry.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A guest of the demonstration: what it prints is shown, and what is typed is typed when it waits for that. */
final class DemoGuest implements AutoCloseable {

    /** What the ordinary system's shell prints when it waits for a command. */
    static final String PROMPT = "$ ";

    /** What the emulator's IOMMU says itself of what it stops, beside telling the guest. */
    private static final String IOMMU = "qemu-system-x86_64: ";
    private static final String QEMU_OPTION = "--qemu-arg";

    private final TypedGuest guest;

    /** Starts {@code ./peaberry} with these arguments; those for QEMU, which are last, are not shown. */
    DemoGuest(DemoStage stage, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Home.FOLDER.resolve("peaberry").toString()));
        command.addAll(arguments);
        boolean hasMore = arguments.contains(QEMU_OPTION);
        stage.show("$ ./peaberry " + String.join(" ", hasMore ? arguments.subList(0, arguments.indexOf(QEMU_OPTION)) : arguments) + (hasMore ? " ...\n" : "\n"));
        Process process = new ProcessBuilder(command).start();
        Thread.ofVirtual().start(() -> process.errorReader().lines().filter(line -> !line.startsWith(IOMMU)).forEach(System.err::println));
        guest = new TypedGuest(process, stage::show);
    }

    /** Waits until the guest has printed something. @return all until then, since the last time */
    String await(String text) throws Failure, IOException {
        return guest.await(text);
    }

    /** Types a line at the prompt, and waits for the next prompt. @return what was printed */
    String enter(String line) throws Failure, IOException {
        type(line);
        await("\n");
        return await(PROMPT);
    }

    /** Types a line. */
    void type(String line) throws IOException {
        guest.type(line + "\r");
    }

    /** Reads to the guest's end. */
    void end() throws IOException, InterruptedException {
        guest.end();
    }

    @Override
    public void close() {
        guest.close();
    }
}
