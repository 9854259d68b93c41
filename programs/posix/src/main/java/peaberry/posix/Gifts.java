package peaberry.posix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import peaberry.file.FileSystem;
import peaberry.file.Namespace;
import peaberry.posix.Tree.Handle;
import peaberry.runtime.Capability;

/** The parts of the files that processes were given, which are taken back when these have ended, whatever they did with them. */
final class Gifts {

    private final Map<Integer, List<Gift>> ofProcess = new HashMap<>();
    private final boolean[][] taken = new boolean[Namespace.MOST][FileSystem.TREES];

    /** @param number by which it is taken back */
    private record Gift(Handle what, int number) {
    }

    /** Gives a process a part. @param readOnly whether nothing can be changed through it @param place an empty slot, where the capability goes */
    void give(int process, Handle part, boolean readOnly, Capability place) throws IOException {
        int number = 0;
        while (number < FileSystem.TREES && taken[part.tree()][number]) {
            number++;
        }
        FileSystem.Outcome outcome = number == FileSystem.TREES ? FileSystem.Outcome.NO_SPACE : part.files().give(part.number(), number, readOnly, place);
        if (outcome != FileSystem.Outcome.DONE) {
            throw new IOException("files cannot be given: " + Tree.failure(outcome).getMessage());
        }
        taken[part.tree()][number] = true;
        ofProcess.computeIfAbsent(process, none -> new ArrayList<>()).add(new Gift(part, number));
    }

    /** Takes back all that a process was given. */
    void takeBack(int process) {
        List<Gift> gifts = ofProcess.remove(process);
        if (gifts != null) {
            for (Gift gift : gifts) {
                gift.what.files().takeBack(gift.number);
                taken[gift.what.tree()][gift.number] = false;
            }
        }
    }
}
