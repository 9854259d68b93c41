package peaberry.files.ext4;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Region;
import peaberry.runtime.Text;

/** What can be done to files and directories: each as a whole or not at all. The time at which it is done is given in nanoseconds since the beginning of 1970. */
public final class Changes {

    private static final int FILE_PERMISSIONS = 0644;
    private static final int DIRECTORY_PERMISSIONS = 0755;
    private static final int LINK_PERMISSIONS = 0777;
    /** How often a file is given blocks in one operation. */
    private static final int MOST_ALLOCATIONS = 8;

    /** What tells a file from all others that have or had its number. */
    public interface Generations {

        /** One that was never answered before. */
        int next();
    }

    /** Where bytes of somebody else's are got from. */
    public interface Source {

        /** Puts bytes into memory. @param done how many were got before @return whether that was well */
        boolean get(Region memory, long offset, int bytes, long done);
    }

    /** Where a link leads, as what is in it. */
    private static final class TargetSource implements Source {

        private Text target = new Text(0);

        @Override
        public boolean get(Region memory, long offset, int bytes, long done) {
            for (int i = 0; i < bytes; i++) {
                memory.setByte(offset + i, target.byteAt((int) done + i));
            }
            return true;
        }
    }

    private final TargetSource targetSource = new TargetSource();
    private final Transaction transaction;
    private final FileWriter writer;
    private final ExtentWriter extents;
    private final DirectoryWriter directories;
    private final InodeAllocator inodes;
    private final Directory directory;
    private final Inode inode;
    private final Disposal disposal;
    private final Renaming renaming;
    private final Generations generations;

    public Changes(Volume volume, Generations generations) {
        this.generations = generations;
        transaction = volume.transaction();
        BlockAllocator blocks = volume.allocator();
        extents = new ExtentWriter(volume, blocks);
        writer = new FileWriter(volume, blocks, extents);
        directories = new DirectoryWriter(volume, blocks, extents);
        inodes = new InodeAllocator(volume);
        directory = new Directory(volume);
        inode = new Inode(volume);
        disposal = new Disposal(volume, extents, writer, inodes);
        renaming = new Renaming(volume, directories, disposal);
    }

    /** Says that a file was changed just now. */
    public Outcome touch(Inode file, long now) {
        file.setModified(now);
        return describe(file, now);
    }

    /** @param permissions 0 to 07777 */
    public Outcome setPermissions(Inode file, int permissions, long now) {
        file.setPermissions(permissions);
        return describe(file, now);
    }

    /** @param owner 0 to 2^32 - 1, as is the group */
    public Outcome setOwner(Inode file, long owner, long group, long now) {
        file.setOwner(owner, group);
        file.clearSetIds();
        return describe(file, now);
    }

    /** Says when a file was read and changed last: seconds of {@link Timestamp#set}, and nanoseconds to 999,999,999. */
    public Outcome setTimes(Inode file, long accessed, int accessedNanoseconds, long modified, int modifiedNanoseconds, long now) {
        file.accessed().set(accessed, accessedNanoseconds);
        file.modified().set(modified, modifiedNanoseconds);
        return describe(file, now);
    }

    /** Writes what is changed about a file, and nothing in it. */
    private Outcome describe(Inode file, long now) {
        Outcome outcome = transaction.begin();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        file.setChanged(now);
        return transaction.end(file.write(transaction));
    }

    /**
     * Writes bytes of a file, which becomes longer if they reach beyond its end. If that fails, some of them may have been written.
     *
     * @param position of the first one
     * @param count    1 to 64 KiB
     */
    public Outcome write(Inode file, long position, int count, Source source, long now) {
        if (position > FileSystem.MAX_SIZE) {
            return Outcome.NO_SPACE;
        }
        int done = 0;
        while (done < count) {
            Outcome outcome = transaction.begin();
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            outcome = position + done > file.size() ? writer.clearEnd(file) : Outcome.DONE;
            writer.begin();
            while (outcome == Outcome.DONE && done < count && (writer.allocations() < MOST_ALLOCATIONS || writer.hasUnfilled())) {
                outcome = writer.write(transaction, file, position + done, count - done, source, done);
                done += writer.bytes();
            }
            if (outcome == Outcome.DONE) {
                file.clearSetIds();
                file.setSize(Math.max(file.size(), position + done));
                file.setModified(now);
                outcome = file.write(transaction);
            }
            outcome = transaction.end(outcome);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        return Outcome.DONE;
    }

    /**
     * Makes a file or directory.
     *
     * @param parent the directory that it is to be in
     * @param owner  whose it is, 0 to 2^32 - 1, as is the group
     */
    public Outcome create(Inode parent, Text name, NodeType type, long owner, long group, long now) {
        Outcome outcome = begin(parent, name);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        return transaction.end(make(parent, name, type, owner, group, now));
    }

    private Outcome make(Inode parent, Text name, NodeType type, long owner, long group, long now) {
        boolean isDirectory = type == NodeType.DIRECTORY;
        Outcome outcome = inodes.allocate(transaction, parent.number(), isDirectory);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = inode.create(inodes.number(), type, isDirectory ? DIRECTORY_PERMISSIONS : FILE_PERMISSIONS, generations.next(), now);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        inode.setOwner(owner, group);
        extents.start(inode);
        if (isDirectory) {
            inode.setLinks(2);
            outcome = directories.start(transaction, inode, parent.number());
        }
        return outcome == Outcome.DONE ? addName(parent, name, now) : outcome;
    }

    /** Makes a link that leads to a target. @param owner whose it is, 0 to 2^32 - 1, as is the group */
    public Outcome link(Inode parent, Text name, Text target, long owner, long group, long now) {
        Outcome outcome = begin(parent, name);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = inodes.allocate(transaction, parent.number(), false);
        if (outcome == Outcome.DONE) {
            outcome = inode.create(inodes.number(), NodeType.LINK, LINK_PERMISSIONS, generations.next(), now);
        }
        if (outcome == Outcome.DONE) {
            inode.setOwner(owner, group);
            outcome = putTarget(target);
        }
        if (outcome == Outcome.DONE) {
            outcome = addName(parent, name, now);
        }
        return transaction.end(outcome);
    }

    private Outcome putTarget(Text target) {
        inode.setSize(target.length());
        if (target.length() < InodeMap.BYTES) {
            for (int i = 0; i < target.length(); i++) {
                inode.setMapByte(i, target.byteAt(i));
            }
            return Outcome.DONE;
        }
        inode.setExtents();
        extents.start(inode);
        writer.begin();
        targetSource.target = target;
        return writer.write(transaction, inode, 0, target.length(), targetSource, 0);
    }

    /** Gives a file one name more. @param file no directory */
    public Outcome addLink(Inode file, Inode parent, Text name, long now) {
        if (file.type() == NodeType.DIRECTORY || file.links() >= LinkCount.MOST) {
            return file.type() == NodeType.DIRECTORY ? Outcome.IS_A_DIRECTORY : Outcome.NO_SPACE;
        }
        Outcome outcome = begin(parent, name);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = inode.read(file.number());
        if (outcome == Outcome.DONE) {
            inode.setLinks(inode.links() + 1);
            inode.setChanged(now);
            outcome = addName(parent, name, now);
        }
        return transaction.end(outcome);
    }

    private Outcome begin(Inode parent, Text name) {
        Outcome outcome = directory.find(parent, name, 0, name.length());
        if (outcome != Outcome.NOT_FOUND) {
            return outcome == Outcome.DONE ? Outcome.EXISTS : outcome;
        }
        return transaction.begin();
    }

    /** Writes {@link #inode}, and gives it a name more. */
    private Outcome addName(Inode parent, Text name, long now) {
        Outcome outcome = inode.write(transaction);
        if (outcome == Outcome.DONE) {
            outcome = directories.add(transaction, parent, name, inode.number(), inode.type());
        }
        if (outcome == Outcome.DONE) {
            parent.setLinks(inode.type() == NodeType.DIRECTORY ? LinkCount.withOneMore(parent.links()) : parent.links());
            parent.setModified(now);
            outcome = parent.write(transaction);
        }
        return outcome;
    }

    /** Takes a name out of a directory; what has no name any more is gone. @param wantsDirectory whether it is to be an empty directory, or anything else */
    public Outcome remove(Inode parent, Text name, boolean wantsDirectory, long now) {
        Outcome outcome = directory.find(parent, name, 0, name.length());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long position = directory.entryPosition();
        outcome = inode.read(directory.number());
        if (outcome == Outcome.DONE) {
            outcome = disposal.isRemovable(inode, wantsDirectory);
        }
        if (outcome == Outcome.DONE) {
            outcome = transaction.begin();
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = directories.remove(transaction, parent, position);
        if (outcome == Outcome.DONE) {
            parent.setLinks(wantsDirectory ? LinkCount.withOneLess(parent.links()) : parent.links());
            parent.setModified(now);
            outcome = parent.write(transaction);
        }
        if (outcome == Outcome.DONE) {
            outcome = disposal.takeName(inode, now);
        }
        outcome = transaction.end(outcome);
        return outcome == Outcome.DONE && inode.links() == 0 ? disposal.giveUp(inode, now) : outcome;
    }

    /** Gives a file another size: what is added is zeros. */
    public Outcome resize(Inode file, long size, long now) {
        boolean shrinks = size < file.size();
        Outcome outcome = shrinks && !file.isGivable() ? Outcome.READ_ONLY : transaction.begin();
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = shrinks ? Outcome.DONE : writer.clearEnd(file);
        if (outcome == Outcome.DONE) {
            file.clearSetIds();
            file.setSize(size);
            file.setModified(now);
            if (shrinks) {
                disposal.note(file);
            }
            outcome = file.write(transaction);
        }
        outcome = transaction.end(outcome);
        return outcome == Outcome.DONE && shrinks ? disposal.shorten(file) : outcome;
    }

    /**
     * Gives something another name, in place of what has that name, which is gone then.
     *
     * @param from the directory that it is in
     * @param to   the directory that it is to be in, which is not within it
     */
    public Outcome rename(Inode from, Text name, Inode to, Text newName, long now) {
        return renaming.rename(from, name, to, newName, now);
    }

    /** Ends what was begun when the power went: gives up what had no name any more, and what was behind files' ends. If that cannot be, the disk is only read from then on. */
    public Outcome giveUpOrphans(long now) {
        return disposal.giveUpOrphans(now);
    }
}
