package peaberry.files;

import peaberry.file.FileSystem;
import peaberry.files.ext4.Inode;

/**
 * As whom a client acts. The system is not limited by permissions; a person is, as POSIX says (Base Definitions, 4.7 File Access Permissions): by the first of owner, group and others
 * that she is. A person is her number and one group, and none of them is above permissions, 0 neither.
 */
final class Identity {

    /** What permissions allow, as bits of each of the three classes. */
    static final int READ = FileSystem.MAY_READ;
    static final int WRITE = FileSystem.MAY_WRITE;
    /** Of a directory: to go on from there. */
    static final int SEARCH = FileSystem.MAY_SEARCH;

    private static final int ALL = READ | WRITE | SEARCH;
    private static final int OWNER_SHIFT = 6;
    private static final int GROUP_SHIFT = 3;
    private static final int SET_GROUP = 02000;
    /** What the system makes belongs to these. */
    private static final long SYSTEM = 0;

    private boolean isPerson;
    private long user = SYSTEM;
    private long group = SYSTEM;

    void beSystem() {
        isPerson = false;
        user = SYSTEM;
        group = SYSTEM;
    }

    /** @param wantedUser 0 to 2^32 - 1, as is the group */
    void bePerson(long wantedUser, long wantedGroup) {
        isPerson = true;
        user = wantedUser;
        group = wantedGroup;
    }

    void be(Identity other) {
        isPerson = other.isPerson;
        user = other.user;
        group = other.group;
    }

    boolean isPerson() {
        return isPerson;
    }

    /** Whose is what is made. */
    long user() {
        return user;
    }

    long group() {
        return group;
    }

    /** Whether what another one reaches can be given by this one. */
    boolean mayGiveAs(Identity other) {
        return !isPerson || other.isPerson && other.user == user && other.group == group;
    }

    /** What permissions allow: bits of {@link #READ}, {@link #WRITE} and {@link #SEARCH}. */
    int rights(Inode it) {
        if (!isPerson) {
            return ALL;
        }
        int shift = it.owner() == user ? OWNER_SHIFT : it.group() == group ? GROUP_SHIFT : 0;
        return it.permissions() >>> shift & ALL;
    }

    /** @param wanted bits, all of which are to be allowed */
    boolean may(Inode it, int wanted) {
        return (rights(it) & wanted) == wanted;
    }

    /** Whether it may say who may do what with a file, and when it was changed. */
    boolean mayDescribe(Inode it) {
        return !isPerson || it.owner() == user;
    }

    /** Whether it may say whose a file is: a person nothing but what is so already, or that a file of hers is her group's ({@code _POSIX_CHOWN_RESTRICTED}). */
    boolean maySetOwner(Inode it, long owner, long newGroup) {
        return !isPerson || it.owner() == user && owner == user && (newGroup == it.group() || newGroup == group);
    }

    /** What becomes of permissions that were asked for: nobody has a file of a group that is not hers act as that group. */
    int settable(Inode it, int permissions) {
        return isPerson && it.group() != group ? permissions & ~SET_GROUP : permissions;
    }
}
