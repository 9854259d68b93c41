package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.SystemTable;
import peaberry.abi.UserLayout;
import peaberry.runtime.RootMemory;
import peaberry.runtime.Text;

/** The boot archive, opened once: the programs, and the declaration of what is to be made of them. */
final class Archive {

    /** Which processes there are. */
    static final SystemTable SYSTEM = new SystemTable();

    /** In place of a program. */
    static final int NONE = -1;

    private static final String FINE = "";

    private static final BootArchive ARCHIVE = new BootArchive();
    /** The same as bytes. */
    static final ByteRange DECLARATION = new ByteRange();

    private Archive() {
    }

    /** What is wrong with the archive, in a user's words; empty if nothing is. */
    static String open() {
        BootArchive.Problem problem = ARCHIVE.openCompared(RootMemory.archive());
        if (problem != BootArchive.Problem.NONE) {
            return problem.text();
        }
        ARCHIVE.show(ARCHIVE.find(SystemTable.ENTRY, BootArchive.Kind.SYSTEM), DECLARATION);
        SystemTable.Problem found = SYSTEM.open(DECLARATION);
        return found == SystemTable.Problem.NONE ? FINE : found.text();
    }

    /** Points {@code range} at the program of this name. @return whether there is one */
    static boolean showProgram(String name, ByteRange range) {
        return show(ARCHIVE.find(name, BootArchive.Kind.PROGRAM), range);
    }

    /** The program of this name, or {@link #NONE}. */
    static int program(Text name) {
        for (int entry = 0; entry < ARCHIVE.entries(); entry++) {
            if (ARCHIVE.isOfKind(entry, BootArchive.Kind.PROGRAM) && isNamed(entry, name)) {
                return entry;
            }
        }
        return NONE;
    }

    private static boolean isNamed(int entry, Text name) {
        boolean isIt = ARCHIVE.nameLength(entry) == name.length();
        for (int i = 0; isIt && i < name.length(); i++) {
            isIt = ARCHIVE.nameChar(entry, i) == name.byteAt(i);
        }
        return isIt;
    }

    /** Where a program is in root's memory. @param program that {@link #program} found */
    static long address(int program) {
        return UserLayout.BOOT_ARCHIVE + ARCHIVE.offset(program);
    }

    /** Bytes of a program. */
    static long length(int program) {
        return ARCHIVE.length(program);
    }

    /** Points {@code range} at the line table of the program of this name. @return whether there is one */
    static boolean showLines(String name, ByteRange range) {
        return show(ARCHIVE.find(name, BootArchive.Kind.LINE_TABLE), range);
    }

    /** Points {@code range} at a process's program or its line table. @return whether there is one */
    static boolean show(int process, BootArchive.Kind kind, ByteRange range) {
        return show(SYSTEM.find(process, ARCHIVE, kind), range);
    }

    private static boolean show(int entry, ByteRange range) {
        ARCHIVE.show(entry, range);
        return entry >= 0;
    }
}
