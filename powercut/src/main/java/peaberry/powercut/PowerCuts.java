package peaberry.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import peaberry.churn.Workload;
import peaberry.powercut.ExpectedTree.Change;
import peaberry.powercut.FileTree.Wrong;
import peaberry.powercut.WriteLog.Entry;

/**
 * Goes through what a guest wrote while it did a {@link Workload}, and makes disks that a loss of power at some time could have left behind: with all that was flushed, and of what was
 * written after that either the first writes or any sectors, in any order. Each is judged twice: after Peaberry has replayed its journal, and after {@code e2fsck} has.
 */
public final class PowerCuts {

    private final byte[] original;
    private final List<Entry> entries;
    private final List<Sync> syncs;
    private final List<Change> changes;
    private final long seed;
    private final Checker checker;

    /**
     * A sync that was through.
     *
     * @param entries    how many entries of the log there were then
     * @param operations how many operations there had been
     */
    public record Sync(long entries, long operations) {
    }

    /**
     * @param original what was on the disk before
     * @param syncs    in their order
     * @param seed     of the workload, and of what is chosen
     * @param folder   for disks that are given to {@code e2fsck}
     */
    public PowerCuts(byte[] original, WriteLog log, List<Sync> syncs, long seed, Path folder) {
        this.original = original.clone();
        entries = log.entries();
        this.syncs = List.copyOf(syncs);
        this.seed = seed;
        changes = ExpectedTree.changes(seed);
        checker = new Checker(folder);
    }

    /** How many writes there were. */
    public long writes() {
        return entries.stream().filter(entry -> !entry.flush()).count();
    }

    /** How many flushes there were. */
    public long flushes() {
        return entries.stream().filter(Entry::flush).count();
    }

    /** A disk that is not as it must be. */
    public static final class Lost extends Exception {

        private static final long serialVersionUID = 1;

        Lost(String what, Throwable cause) {
            super(what, cause);
        }
    }

    /**
     * Makes disks and judges them.
     *
     * @param images   how many, spread over all that was written
     * @param progress is told how many there were
     * @throws Lost which tells of the first one that is not as it must be; it is in the folder then
     */
    public void judge(int images, IntConsumer progress) throws Lost, IOException, InterruptedException {
        Random random = new Random(seed);
        byte[] disk = original.clone();
        ExpectedTree least = new ExpectedTree();
        int written = 0;
        for (int i = 0; i < images; i++) {
            int end = (int) ((long) i * entries.size() / Math.max(1, images - 1));
            boolean mixed = i % 2 == 1;
            int begin = mixed ? flushBefore(end) : end;
            while (written < begin) {
                entries.get(written++).write(disk);
            }
            byte[] cut = disk.clone();
            if (mixed) {
                writeSome(begin, random, cut);
            }
            long surely = operations(begin, 0);
            while (least.operations() < surely) {
                least.apply(changes.get((int) least.operations()));
            }
            judge(cut, least, end, "disk " + i + " of " + images + (mixed ? ", some sectors of what was written after entry " : ", all that was written before entry ") + begin);
            progress.accept(i + 1);
        }
    }

    /** Behind the last flush among the first entries. The order in which disks are made goes forward only, and so does this. */
    private int flushBefore(int end) {
        int begin = end;
        while (begin > 0 && !entries.get(begin - 1).flush()) {
            begin--;
        }
        return begin;
    }

    /** Any sectors of what was written between a flush and the next one. */
    private void writeSome(int begin, Random random, byte[] cut) {
        int share = random.nextInt(5);
        for (int i = begin; i < entries.size() && !entries.get(i).flush(); i++) {
            for (int sector = 0; sector < entries.get(i).sectors(); sector++) {
                if (random.nextInt(4) < share) {
                    entries.get(i).write(sector, cut);
                }
            }
        }
    }

    /** How many operations there were at the last sync that was through before an entry, or at so many syncs after it. */
    private long operations(long entry, int more) {
        int index = -1;
        while (index + 1 < syncs.size() && syncs.get(index + 1).entries <= entry) {
            index++;
        }
        index += more;
        return index < 0 ? 0 : index < syncs.size() ? syncs.get(index).operations : changes.size();
    }

    private void judge(byte[] cut, ExpectedTree least, int end, String what) throws Lost, IOException, InterruptedException {
        byte[] replayed = cut.clone();
        try {
            new FileTree(replayed).end();
            compare(replayed, least, end);
            checker.check(replayed);
            byte[] repaired = checker.replay(cut);
            compare(repaired, least, end);
        } catch (Wrong wrong) {
            Path kept = Files.write(checker.folder().resolve("lost.disk"), cut);
            throw new Lost(what + ": " + wrong.getMessage() + "\nas it was after the loss of power it is in " + kept, wrong);
        }
    }

    private void compare(byte[] disk, ExpectedTree least, int end) throws Wrong {
        Map<String, byte[]> found = new FileTree(disk).read();
        Set<String> differing = Comparison.of(found, least, changes, operations(end, 1));
        if (!differing.isEmpty()) {
            throw new Wrong("what is there was never there; after " + least.operations() + " operations everything was synced, and after "
                    + operations(end, 1) + " these differ: " + differing.stream().limit(10).toList());
        }
    }
}
