package peaberry.pci;

/**
 * What the firmware wrote into a function, kept while the function loses it: its addresses above all, which nobody could find again. A
 * function level reset takes everything that is here (PCI Express 5.0, section 6.6.2), to ask for the size of its memory takes the addresses.
 *
 * <p>It is in the {@link Journal} too, so that a server that dies meanwhile leaves it to the next one.
 */
final class SavedHeader {

    /** Words of 32 bits. Those that a function does not have are read-only, so writing them does nothing. */
    private static final int[] WORDS = {
        Header.CACHE_LINE, Header.BASE_ADDRESS, Header.BASE_ADDRESS + 4, Header.BASE_ADDRESS + 8, Header.BASE_ADDRESS + 12,
        Header.BASE_ADDRESS + 16, Header.BASE_ADDRESS + 20, Header.ROM_ADDRESS, Header.INTERRUPT_LINE};

    /** Places of the values; behind them are those of {@link #WORDS}. */
    private static final int FUNCTION = 0;
    private static final int IDENTITY = 1;
    private static final int COMMAND = 2;
    private static final int CONTROL = 3;
    private static final int SECOND_CONTROL = 4;
    private static final int FIRST_WORD = 5;
    private static final int VALUES = FIRST_WORD + WORDS.length;

    /** In the journal: whether what follows counts. */
    private static final int STATE = 0;
    private static final int STATE_NOTHING = 0;
    private static final int STATE_SAVED = 1;
    private static final int FIRST_VALUE = 1;

    private final ConfigurationSpace space;
    private final Journal journal;
    private final Express express;
    private final int[] values = new int[VALUES];

    SavedHeader(ConfigurationSpace space, Journal journal) {
        this.space = space;
        this.journal = journal;
        express = new Express(space);
    }

    /** Keeps an endpoint's header. */
    void save(int function) {
        values[FUNCTION] = function;
        values[IDENTITY] = space.read32(function, Header.VENDOR);
        values[COMMAND] = space.read16(function, Header.COMMAND);
        values[CONTROL] = express.control(function);
        values[SECOND_CONTROL] = express.secondControl(function);
        for (int i = 0; i < WORDS.length; i++) {
            values[FIRST_WORD + i] = space.read32(function, WORDS[i]);
        }
        for (int i = 0; i < VALUES; i++) {
            journal.write(FIRST_VALUE + i, values[i]);
        }
        journal.write(STATE, STATE_SAVED);
    }

    /** Takes up what a server kept that died before it could put it back. @return whether there is something */
    boolean recover() {
        for (int i = 0; i < VALUES; i++) {
            values[i] = journal.read(FIRST_VALUE + i);
        }
        return journal.read(STATE) == STATE_SAVED;
    }

    /** Whether the function whose header is kept can be seen: while it is not ready after a reset, something else than its identity is read. */
    boolean isReady() {
        return space.read32(values[FUNCTION], Header.VENDOR) == values[IDENTITY];
    }

    /** Puts back what is kept; the command last, since the function answers at its memory, where it then is. */
    void restore() {
        int function = values[FUNCTION];
        express.setControl(function, values[CONTROL]);
        express.setSecondControl(function, values[SECOND_CONTROL]);
        for (int i = 0; i < WORDS.length; i++) {
            space.write32(function, WORDS[i], values[FIRST_WORD + i]);
        }
        space.write16(function, Header.COMMAND, values[COMMAND]);
        drop();
    }

    /** What is kept is of no use any more. */
    void drop() {
        journal.write(STATE, STATE_NOTHING);
    }
}
