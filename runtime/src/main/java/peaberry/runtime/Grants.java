package peaberry.runtime;

import peaberry.abi.GrantKind;
import peaberry.abi.GrantTable;
import peaberry.abi.ProgramSlots;
import peaberry.abi.UserLayout;
import peaberry.machine.Trusted;

/**
 * What the program was given, by the names that the system's declaration has for it. Known only at run time: a static
 * initialiser runs when the program is built, and finds nothing.
 */
@Trusted
public final class Grants {

    private static final int NONE = -1;
    private static final boolean MOUNTED = true;
    private static final boolean USED = false;
    private static final GrantTable TABLE = new GrantTable(new Region(UserLayout.START_PAGE, UserLayout.PAGE));

    private Grants() {
    }

    /** The service of another process that is used under this name; {@link Capability#NONE} if there is none. */
    public static Capability find(String name) {
        return find(GrantKind.CLIENT, name);
    }

    /** What was given of this kind under this name; {@link Capability#NONE} if there is nothing. */
    public static Capability find(GrantKind kind, String name) {
        int row = row(kind, name);
        return row == NONE ? Capability.NONE : Capability.at(TABLE.slot(row));
    }

    /**
     * The services that are mounted among the program's files, one after the other: those whose name is a place.
     *
     * @param index from 0
     * @param place is given the place, such as {@code /tmp}
     * @return {@link Capability#NONE} if there are not so many
     */
    public static Capability mounted(int index, Text place) {
        return client(MOUNTED, index, place);
    }

    /**
     * The services of other processes that are used and not mounted, one after the other.
     *
     * @param index from 0
     * @param name is given the name under which it is used
     * @return {@link Capability#NONE} if there are not so many
     */
    public static Capability used(int index, Text name) {
        return client(USED, index, name);
    }

    private static Capability client(boolean isMounted, int index, Text name) {
        int left = index;
        for (int row = 0; row < TABLE.rows(); row++) {
            boolean isOne = TABLE.kind(row) == GrantKind.CLIENT && (TABLE.nameChar(row, 0) == '/') == isMounted;
            if (isOne && left == 0) {
                name.clear();
                for (int i = 0; TABLE.nameChar(row, i) != 0; i++) {
                    name.appendByte(TABLE.nameChar(row, i));
                }
                return Capability.at(TABLE.slot(row));
            }
            left -= isOne ? 1 : 0;
        }
        return Capability.NONE;
    }

    /** The first number that goes with what was given, whose meaning depends on the kind; 0 if there is nothing. */
    public static long firstNumber(GrantKind kind, String name) {
        int row = row(kind, name);
        return row == NONE ? 0 : TABLE.first(row);
    }

    /** The second one. */
    public static long secondNumber(GrantKind kind, String name) {
        int row = row(kind, name);
        return row == NONE ? 0 : TABLE.second(row);
    }

    /** The number of the process that serves what is used under this name; -1 if there is none. */
    public static int server(String name) {
        int row = row(GrantKind.CLIENT, name);
        return row == NONE ? -1 : (int) TABLE.first(row);
    }

    /** The first slot behind everything that was given: from here on a program uses its slots as it likes. */
    public static int firstFreeSlot() {
        int first = ProgramSlots.FIRST_NAMED;
        for (int row = 0; row < TABLE.rows(); row++) {
            first = Math.max(first, TABLE.slot(row) + TABLE.slots(row));
        }
        return first;
    }

    private static int row(GrantKind kind, String name) {
        for (int row = 0; row < TABLE.rows(); row++) {
            if (TABLE.kind(row) == kind && TABLE.isNamed(row, name)) {
                return row;
            }
        }
        return NONE;
    }
}
