package peaberry.files;

import peaberry.file.FileSystem.NodeType;
import peaberry.file.FileSystem.Outcome;
import peaberry.files.ext4.Directory;
import peaberry.files.ext4.Inode;
import peaberry.files.ext4.Volume;
import peaberry.runtime.Text;

/** Which names a client may make and take. */
final class NamePermissions {

    private static final int CHANGE = Identity.WRITE | Identity.SEARCH;
    private static final int USE = Identity.READ | Identity.WRITE;
    /** Only who owns a file or the directory takes the file's name out of that. */
    private static final int STICKY = 01000;

    private final Identity identity;
    private final Directory directory;
    private final Inode named;

    NamePermissions(Volume volume, Identity identity) {
        this.identity = identity;
        directory = new Directory(volume);
        named = new Inode(volume);
    }

    /** Whether it may make names in a directory, and may take any that no sticky bit keeps. */
    Outcome change(Inode parent) {
        return verdict(identity.may(parent, CHANGE));
    }

    /** Whether it may take a name out of a directory that it may {@link #change}. */
    Outcome take(Inode parent, Text name) {
        if (!identity.isPerson() || (parent.permissions() & STICKY) == 0 || identity.mayDescribe(parent)) {
            return Outcome.DONE;
        }
        Outcome outcome = find(parent, name);
        return outcome == Outcome.DONE ? verdict(identity.mayDescribe(named)) : outcome;
    }

    /** Whether it may take a name out of a directory for one in another: a directory says what is above it, so it has to be one that can be written. */
    Outcome move(Inode parent, Text name, Inode to) {
        Outcome outcome = take(parent, name);
        if (outcome != Outcome.DONE || !identity.isPerson() || parent.number() == to.number()) {
            return outcome;
        }
        outcome = find(parent, name);
        return outcome == Outcome.DONE ? verdict(named.type() != NodeType.DIRECTORY || identity.may(named, Identity.WRITE)) : outcome;
    }

    /** Whether it may take a name for another thing: also if nothing has it. */
    Outcome replace(Inode parent, Text name) {
        Outcome outcome = take(parent, name);
        return outcome == Outcome.NOT_FOUND ? Outcome.DONE : outcome;
    }

    /** Whether it may give a file a name more: so that nobody keeps what others want to be gone, only one of its own, or one that it may read and write. */
    Outcome name(Inode file) {
        return verdict(identity.mayDescribe(file) || file.type() == NodeType.FILE && identity.may(file, USE));
    }

    private Outcome find(Inode parent, Text name) {
        Outcome outcome = directory.find(parent, name, 0, name.length());
        return outcome == Outcome.DONE ? named.read(directory.number()) : outcome;
    }

    private static Outcome verdict(boolean isAllowed) {
        return isAllowed ? Outcome.DONE : Outcome.DENIED;
    }
}
