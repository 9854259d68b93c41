package peaberry.root;

import peaberry.abi.BootArchive;
import peaberry.abi.ByteRange;
import peaberry.abi.SystemTable;
import peaberry.runtime.RootMemory;

/** The boot archive, opened once: the programs, and the declaration of what is to be made of them. */
final class Archive {

    /** Which processes there are. */
    static final SystemTable SYSTEM = new SystemTable();

    private static final String FINE = "";

    private static final BootArchive ARCHIVE = new BootArchive();
    /** The same as bytes. */
    static final ByteRange DECLARATION = new ByteRange();

    private Archive() {
    }

    /** What is wrong with the archive, in a user's words; empty if nothing is. */
    static String open() {
        BootArchive.Problem problem = ARCHIVE.open(RootMemory.archive());
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
