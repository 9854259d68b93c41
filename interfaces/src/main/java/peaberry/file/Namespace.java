package peaberry.file;

import peaberry.abi.GrantTable;
import peaberry.runtime.Arguments;
import peaberry.runtime.Capability;
import peaberry.runtime.Grants;
import peaberry.runtime.Text;

/**
 * A program's own tree of names: which of the trees of files that it was given is mounted where. There is no other one, and none that all programs have.
 *
 * <p>A path leads to the tree that is mounted farthest along it, and is looked up there; what is behind that is the affair of whoever serves it. So neither a link nor {@code ..} leads from
 * one tree into another, whatever is written in them: a mounted tree is reached only by a path that names its place from {@code /} on. Only where it names places and what is on the way
 * to them does {@code ..} lead back.
 */
public final class Namespace {

    /** The most trees. */
    public static final int MOST = GrantTable.MAX_MOUNTS;
    /** In place of a tree's number. */
    public static final int NONE = -1;
    /** Bytes of the longest place. */
    public static final int PLACE_BYTES = 256;
    /** Bytes of the longest place that can be the name of a grant. */
    public static final int SHORT_PLACE_BYTES = GrantTable.NAME_BYTES;

    /** What trees with longer places are granted as; where, the environment says under the same name. */
    private static final String[] LONG_PLACES = {"TREE0", "TREE1", "TREE2", "TREE3", "TREE4", "TREE5", "TREE6", "TREE7"};

    private final FileSystemClient[] trees = new FileSystemClient[MOST];
    private final Text[] places = new Text[MOST];
    private int count;
    /** The first names of the path, as far as they are those of a place or of what is on the way to one, each with {@code /} before it. */
    private final Text way = new Text(PLACE_BYTES);
    private final Text candidate = new Text(PLACE_BYTES);
    private final PathNames names = new PathNames();
    private final Text rest = new Text(FileSystem.MAX_PATH + 1);

    public Namespace() {
        for (int i = 0; i < MOST; i++) {
            trees[i] = new FileSystemClient(Capability.NONE);
            places[i] = new Text(PLACE_BYTES);
        }
    }

    /** As what the tree at a place that is too long for a name is granted. @param index from 0, less than {@link #MOST} */
    public static String longPlace(int index) {
        return LONG_PLACES[index];
    }

    /** Mounts what the program was given: by its declaration, or by whoever started it. Once. */
    public void open() {
        Text place = candidate;
        Capability tree = Grants.mounted(0, place);
        for (int i = 1; !tree.isNone(); i++) {
            mount(place, tree);
            tree = Grants.mounted(i, place);
        }
        for (String name : LONG_PLACES) {
            place.clear();
            tree = Grants.find(name);
            if (!tree.isNone() && Arguments.environment(name, place)) {
                mount(place, tree);
            }
        }
    }

    /**
     * Mounts a tree.
     *
     * @param place {@code /}, or names of which each has a {@code /} before it; without {@code .} and {@code ..}
     * @return whether it is such a place, there is room, and nothing is there
     */
    public boolean mount(Text place, Capability tree) {
        boolean isFree = count < MOST && isPlace(place);
        for (int i = 0; i < count; i++) {
            isFree &= !places[i].sameAs(place);
        }
        if (isFree) {
            places[count].clear().append(place);
            trees[count++].connect(tree);
        }
        return isFree;
    }

    private boolean isPlace(Text place) {
        boolean isPlace = place.length() > 0 && place.length() <= PLACE_BYTES && !place.isTruncated() && place.byteAt(0) == '/';
        int bytes = 0;
        names.begin(place);
        while (names.next()) {
            bytes += 1 + names.length();
            isPlace &= !names.isDots(1) && !names.isDots(2);
        }
        return isPlace && (bytes == place.length() || place.length() == 1);
    }

    /** How many trees there are, each with a number from 0. */
    public int trees() {
        return count;
    }

    public FileSystemClient tree(int number) {
        return trees[number];
    }

    /** Where it is mounted. */
    public Text place(int number) {
        return places[number];
    }

    /**
     * Finds the tree that a path leads to, and what is the {@link #rest} of it there.
     *
     * @param path if it does not begin with {@code /}, it is as if it did
     * @return the tree's number; {@link #NONE} if there is none
     */
    public int find(Text path) {
        way.clear();
        names.begin(path);
        while (names.next() && step(path)) {
            // On to the next.
        }
        int found = NONE;
        for (int i = 0; i < count; i++) {
            boolean isFarther = found == NONE || bytes(places[i]) > bytes(places[found]);
            found = isFarther && leads(places[i], way) ? i : found;
        }
        rest.clear().append(way, found == NONE ? 1 : bytes(places[found]) + 1, way.length());
        rest.append(rest.length() > 0 && names.length() > 0 ? "/" : "").append(path, names.start(), path.length());
        boolean isDirectory = names.length() == 0 && names.start() > 0 && path.byteAt(names.start() - 1) == '/';
        rest.append(isDirectory && rest.length() > 0 ? "/" : "");
        return found;
    }

    /** What is left of the path that was found last: a path from the tree's {@link FileSystem#ROOT}. Too long for a request if the path was. */
    public Text rest() {
        return rest;
    }

    /** Whether a tree is mounted just below the path that was found last. @param name is given its name there */
    public boolean isBelow(int number, Text name) {
        Text place = places[number];
        int first = way.length() + 1;
        boolean isBelow = names.length() == 0 && bytes(place) > first && lastSlash(place) == way.length() && leads(way, place);
        name.clear();
        if (isBelow) {
            name.append(place, first, place.length());
        }
        return isBelow;
    }

    /** Goes along the next name. @return false if that leads to no place */
    private boolean step(Text path) {
        candidate.clear().append(way);
        if (names.isDots(2)) {
            way.clear().append(candidate, 0, lastSlash(candidate));
            return true;
        }
        if (names.isDots(1)) {
            return true;
        }
        candidate.appendByte('/').append(path, names.start(), names.end());
        boolean leads = false;
        for (int i = 0; i < count; i++) {
            leads |= leads(candidate, places[i]);
        }
        if (leads && !candidate.isTruncated()) {
            way.clear().append(candidate);
            return true;
        }
        return false;
    }

    private static int lastSlash(Text text) {
        int at = text.length() - 1;
        while (at > 0 && text.byteAt(at) != '/') {
            at--;
        }
        return at;
    }

    /** How many bytes the names of a place have: none at {@code /}. */
    private static int bytes(Text place) {
        return place.length() == 1 ? 0 : place.length();
    }

    /** Whether all names of the first one are the first names of the other one. */
    private static boolean leads(Text from, Text to) {
        int bytes = bytes(from);
        boolean leads = bytes <= bytes(to);
        for (int i = 0; leads && i < bytes; i++) {
            leads = from.byteAt(i) == to.byteAt(i);
        }
        return leads && (bytes == 0 || bytes == to.length() || to.byteAt(bytes) == '/');
    }
}
