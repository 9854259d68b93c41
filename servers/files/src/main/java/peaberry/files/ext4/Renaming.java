package peaberry.files.ext4;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Text;

/** Gives files and directories other names, in place of what has these. */
final class Renaming {

    private static final long NOWHERE = -1;
    /** Directories within each other. */
    private static final int MOST_LEVELS = 4096;

    private final Transaction transaction;
    private final DirectoryWriter directories;
    private final Disposal disposal;
    private final Directory directory;
    private final Inode inode;
    private final Inode replaced;

    Renaming(Volume volume, DirectoryWriter directories, Disposal disposal) {
        transaction = volume.transaction();
        this.directories = directories;
        this.disposal = disposal;
        directory = new Directory(volume);
        inode = new Inode(volume);
        replaced = new Inode(volume);
    }

    /**
     * Gives something another name, in place of what has that name, which is gone then.
     *
     * @param from the directory that it is in
     * @param to   the directory that it is to be in, which is not within it
     */
    Outcome rename(Inode from, Text name, Inode to, Text newName, long now) {
        Outcome outcome = directory.find(from, name, 0, name.length());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        long moved = directory.number();
        outcome = inode.read(moved);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        boolean isDirectory = inode.type() == NodeType.DIRECTORY;
        NodeType type = inode.type();
        if (isDirectory && from.number() != to.number()) {
            outcome = isOutside(to, moved);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
        }
        outcome = directory.find(to, newName, 0, newName.length());
        boolean replaces = outcome == Outcome.DONE;
        long position = replaces ? directory.entryPosition() : 0;
        if (replaces && directory.number() == moved) {
            return Outcome.DONE;
        }
        if (replaces) {
            outcome = replaced.read(directory.number());
            if (outcome == Outcome.DONE) {
                outcome = disposal.isRemovable(replaced, isDirectory);
            }
        } else if (outcome == Outcome.NOT_FOUND) {
            outcome = Outcome.DONE;
        }
        if (outcome == Outcome.DONE) {
            outcome = transaction.begin();
        }
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        outcome = transaction.end(move(from, name, to, newName, moved, type, replaces ? position : NOWHERE, now));
        return outcome == Outcome.DONE && replaces && replaced.links() == 0 ? disposal.giveUp(replaced, now) : outcome;
    }

    private Outcome move(Inode from, Text name, Inode to, Text newName, long moved, NodeType type, long position, long now) {
        boolean isDirectory = type == NodeType.DIRECTORY;
        Outcome outcome = position == NOWHERE ? directories.add(transaction, to, newName, moved, type)
                : directories.replace(transaction, to, position, moved, type);
        if (outcome == Outcome.DONE && position != NOWHERE) {
            to.setLinks(isDirectory ? LinkCount.withOneLess(to.links()) : to.links());
            outcome = disposal.takeName(replaced, now);
        }
        if (outcome == Outcome.DONE) {
            to.setLinks(isDirectory ? LinkCount.withOneMore(to.links()) : to.links());
            to.setModified(now);
            outcome = to.write(transaction);
        }
        // Both may be the same directory: what was found in it may be elsewhere now.
        if (outcome == Outcome.DONE) {
            outcome = from.read(from.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = directory.find(from, name, 0, name.length());
        }
        if (outcome == Outcome.DONE) {
            outcome = directories.remove(transaction, from, directory.entryPosition());
        }
        if (outcome == Outcome.DONE) {
            from.setLinks(isDirectory ? LinkCount.withOneLess(from.links()) : from.links());
            from.setModified(now);
            outcome = from.write(transaction);
        }
        if (outcome == Outcome.DONE && isDirectory && from.number() != to.number()) {
            outcome = turn(moved, to.number());
        }
        if (outcome == Outcome.DONE) {
            outcome = inode.read(moved);
        }
        if (outcome == Outcome.DONE) {
            inode.setChanged(now);
            outcome = inode.write(transaction);
        }
        return outcome;
    }

    /** Whether a directory is not within another one, nor that itself: goes up from it. */
    private Outcome isOutside(Inode it, long other) {
        long number = it.number();
        for (int i = 0; i < MOST_LEVELS && number != other; i++) {
            if (number == Volume.ROOT) {
                return Outcome.DONE;
            }
            Outcome outcome = replaced.read(number);
            if (outcome == Outcome.DONE) {
                outcome = directory.seekAbove(replaced);
            }
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            number = directory.number();
        }
        return number == other ? Outcome.WITHIN_ITSELF : Outcome.DAMAGED;
    }

    /** Has a directory say that it is in another one. */
    private Outcome turn(long moved, long above) {
        Outcome outcome = inode.read(moved);
        if (outcome == Outcome.DONE) {
            outcome = directory.seekAbove(inode);
        }
        return outcome == Outcome.DONE ? directories.replace(transaction, inode, directory.entryPosition(), above, NodeType.DIRECTORY) : outcome;
    }
}
