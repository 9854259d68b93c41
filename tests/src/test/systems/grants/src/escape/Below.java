package escape;

import peaberry.abi.GrantKind;
import peaberry.abi.KernelError;
import peaberry.abi.Rights;
import peaberry.abi.Tag;
import peaberry.abi.Timeout;
import peaberry.file.FileSystem;
import peaberry.file.FileSystemClient;
import peaberry.process.SpawnerClient;
import peaberry.runtime.CNode;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Message;
import peaberry.runtime.OwnBuffer;
import peaberry.runtime.OwnPages;
import peaberry.runtime.SystemCalls;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/** What a program tries that knows Peaberry: capabilities that it was not given, and those that it was, for what they do not allow. */
final class Below {

    private static final int LABELS = 80;
    private static final int SLOTS = 1024;
    /** Of the requests of {@link FileSystem}: a number that the processor of interfaces makes of its name. */
    private static final int FIRST_LABEL = 0xCB90_A500;
    private static final int WORDS = 6;
    private static final Timeout SHORT = Timeout.of(100);
    private static final long OTHER_BADGE = 0x1_0001;
    private static final String[] SERVICES = {"spawner", "terminal", "system", "supervision", "keeping", "disk", "network", "ping", "bus", "processes", "console", "clock", "entropy", "/"};
    private static final String NOTES = "/desk/notes.txt";

    private Below() {
    }

    static void attempt(String what) {
        switch (what) {
            case "slots" -> slots();
            case "services" -> services();
            case "badge" -> badge();
            case "raw-requests" -> rawRequests();
            case "taken-back" -> takenBack();
            case "window" -> window();
            case "processes" -> processes();
            case "handles" -> handles();
            case "memory-of-others" -> memoryOfOthers();
            default -> System.out.println("there is no attempt " + what);
        }
    }

    private static CNode table() {
        return CNode.at(Grants.find(GrantKind.OWN_TABLE, "table").slot());
    }

    /** Each slot behind those that it was given, with each operation that there is. */
    private static void slots() {
        int done = 0;
        int full = 0;
        int first = Grants.firstFreeSlot();
        int own = OwnPages.takeSlots(1); // what its own memory takes lies before and behind
        for (int slot = first; slot < SLOTS; slot++) {
            boolean isFull = table().inspect(slot) == KernelError.NONE;
            full += isFull && CNode.inspectType() != 0 && !isOwn((int) CNode.inspectType()) ? 1 : 0;
            for (int label = 0; !isFull && label < LABELS; label++) {
                for (int word = 0; word < WORDS; word++) {
                    Message.setWord(word, word);
                }
                done += SystemCalls.call(Capability.at(slot), Tag.of(label, WORDS), SHORT).failed() ? 0 : 1;
            }
        }
        System.out.println("operations that worked: " + done + ", of what it has not made: " + full + (own > 0 ? "" : ", no slots"));
    }

    /** Memory, pages, tables of pages, windows and notifications are what the program's own runtime makes. */
    private static boolean isOwn(int type) {
        return switch (peaberry.abi.CapabilityType.of(type)) {
            case UNTYPED, FRAME, PAGE_TABLE, WINDOW, NOTIFICATION, NULL -> true;
            default -> false;
        };
    }

    private static void services() {
        StringBuilder has = new StringBuilder();
        for (String name : SERVICES) {
            has.append(Grants.find(name).isNone() ? "" : " " + name);
        }
        System.out.println("services:" + has);
    }

    /** The file server, as somebody else. */
    private static void badge() {
        int slot = OwnPages.takeSlots(1);
        KernelError error = table().mint(slot, table(), Grants.find(NOTES).slot(), Rights.ALL, OTHER_BADGE);
        System.out.println("another badge: " + error);
    }

    /** Requests of the file server as no stub makes them: none may end in anything but a refusal or an answer about the one file. */
    private static void rawRequests() {
        Capability files = Grants.find(NOTES);
        int answered = 0;
        for (int label = 0; label < LABELS; label++) {
            for (long value : new long[] {0, 1, -1, Long.MAX_VALUE, 0x7FFF_FFFF}) {
                for (int word = 0; word < WORDS; word++) {
                    Message.setWord(word, value);
                }
                answered += SystemCalls.call(files, Tag.of(FIRST_LABEL + label, WORDS), Timeout.of(1_000_000)).failed() ? 0 : 1;
            }
        }
        System.out.println("the server still answers: " + new FileSystemClient(files).look(FileSystem.ROOT, new Text(1), true) + (answered > 0 ? "" : ", nothing was answered"));
    }

    /** A part of a part, when it was taken back. */
    private static void takenBack() {
        FileSystemClient files = new FileSystemClient(Grants.find("/desk/out"));
        Capability slot = Capability.at(OwnPages.takeSlots(1));
        FileSystem.Outcome given = files.give(FileSystem.ROOT, 1, false, slot);
        FileSystemClient part = new FileSystemClient(slot);
        FileSystem.Outcome before = part.look(FileSystem.ROOT, new Text(1), true);
        files.takeBack(1);
        System.out.println("given: " + given + ", before: " + before + ", after: " + part.look(FileSystem.ROOT, new Text(1), true) + ", " + part.create(FileSystem.ROOT, new Text(8).append("late"), false));
    }

    /** More of its own memory than it lends is not reached through a window by the server, nor another's by it. */
    private static void window() {
        FileSystemClient files = new FileSystemClient(Grants.find(NOTES));
        files.open(FileSystem.ROOT, new Text(1), 1);
        Window small = OwnBuffer.lend(1, Rights.WRITE);
        FileSystem.Outcome beyond = files.read(1, 0, 4, small, 0);
        FileSystem.Outcome far = files.read(1, 0, 1, small, Long.MAX_VALUE - 1);
        OwnBuffer.takeBack();
        Window wrong = OwnBuffer.lend(4, Rights.READ);
        FileSystem.Outcome direction = files.read(1, 0, 4, wrong, 0);
        OwnBuffer.takeBack();
        System.out.println("beyond: " + beyond + ", far: " + far + ", wrong direction: " + direction);
    }

    /** Ends any process that there is, by number. */
    private static void processes() {
        SpawnerClient spawner = new SpawnerClient("spawner");
        int ended = 0;
        for (int process = 0; process < 64; process++) {
            ended += spawner.end(process) == peaberry.process.Spawner.Outcome.DONE ? 1 : 0;
        }
        System.out.println("ended: " + ended);
    }

    /** Handles that somebody else may have opened. */
    private static void handles() {
        FileSystemClient files = new FileSystemClient(Grants.find(NOTES));
        int open = 0;
        for (int handle = 1; handle < FileSystem.HANDLES; handle++) {
            open += files.read(handle, 0, 1, OwnBuffer.lend(1, Rights.WRITE), 0) == FileSystem.Outcome.DONE ? 1 : 0;
            OwnBuffer.takeBack();
        }
        System.out.println("open handles that it did not open: " + open);
    }

    /** A copy of the right to its own address space does not lead to another one: a window that it makes of it ends where its memory does. */
    private static void memoryOfOthers() {
        peaberry.runtime.VSpace space = peaberry.runtime.VSpace.at(Grants.find(GrantKind.OWN_ADDRESS_SPACE, "space").slot());
        int slot = OwnPages.takeSlots(1);
        KernelError kernel = space.makeWindow(0xFFFF_8000_0000_0000L, 4096, Rights.READ, table(), slot);
        KernelError whole = space.makeWindow(0, Long.MAX_VALUE, Rights.READ, table(), slot);
        System.out.println("a window of the kernel: " + kernel + ", of everything: " + whole);
    }
}
