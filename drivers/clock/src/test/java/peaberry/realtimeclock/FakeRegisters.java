package peaberry.realtimeclock;

/** A clock in the hands of a test. */
final class FakeRegisters extends Registers {

    static final int COUNT = 128;

    /** Whether each look at the second shows another one. */
    boolean racing;
    int reads;

    private static final int CENTURY = 0x32;
    private static final int NO_REGISTER = -1;

    private final int[] bytes = new int[COUNT];
    private int updatingLooks;
    private int awaited = NO_REGISTER;
    private Runnable then;

    void set(int index, int value) {
        bytes[index] = value;
    }

    void show(int century, int year, int month, int day, int hour, int minute, int second) {
        set(CENTURY, century);
        set(YEAR, year);
        set(MONTH, month);
        set(DAY, day);
        set(HOUR, hour);
        set(MINUTE, minute);
        set(SECOND, second);
    }

    /** An update is in progress, which ends after so many looks. */
    void updatesAtNextLooks(int looks) {
        updatingLooks = looks;
    }

    /** Something happens just after this register was read. */
    void whenReadNext(int index, Runnable action) {
        awaited = index;
        then = action;
    }

    @Override
    int read(int index) {
        reads++;
        int value = bytes[index];
        if (index == A && updatingLooks > 0) {
            updatingLooks--;
            return value | A_UPDATE_IN_PROGRESS;
        }
        if (index == SECOND && racing) {
            set(SECOND, value ^ 1);
        }
        if (index == awaited) {
            awaited = NO_REGISTER;
            then.run();
        }
        return value;
    }
}
