package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.runtime.Region;
import peaberry.runtime.RootMemory;

/** The boot archive, opened once. */
final class Archive {

    private static final String BOOT_ENTRY = "boot";
    private static final String MEASURE = "bench";
    private static final String TEST = "conformance";
    private static final String FUZZ = "fuzz";

    private static final BootArchive ARCHIVE = new BootArchive();
    private static final ByteRange TEXT = new ByteRange();

    private Archive() {
    }

    static BootArchive.Problem open() {
        Region bytes = RootMemory.archive();
        return ARCHIVE.open(bytes);
    }

    /** The entry of this name and kind, or -1. */
    static int find(String name, BootArchive.Kind kind) {
        return ARCHIVE.find(name, kind);
    }

    /** Points {@code range} at the entry's bytes. */
    static void show(int entry, ByteRange range) {
        ARCHIVE.show(entry, range);
    }

    /** What the archive asks to be started: its text entry {@code boot} may say {@code bench}, {@code conformance} or {@code fuzz}. */
    static ProcessPlan[] plans() {
        int entry = ARCHIVE.find(BOOT_ENTRY, BootArchive.Kind.TEXT);
        if (entry >= 0) {
            ARCHIVE.show(entry, TEXT);
            if (startsWith(TEXT, MEASURE)) {
                return Manifest.MEASURING;
            }
            if (startsWith(TEXT, TEST)) {
                return Manifest.TESTING;
            }
            if (startsWith(TEXT, FUZZ)) {
                return Manifest.FUZZING;
            }
        }
        return Manifest.NORMAL;
    }

    private static boolean startsWith(ByteRange text, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (text.unsignedByte(i) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
