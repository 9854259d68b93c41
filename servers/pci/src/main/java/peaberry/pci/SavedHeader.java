package peaberry.pci;

/**
 * What the firmware wrote into a function, kept while the function loses it: its addresses above all, which nobody could find again. A
 * function level reset takes everything that is here (PCI Express 5.0, section 6.6.2), to ask for the size of its memory takes the addresses.
 */
final class SavedHeader {

    /** Words of 32 bits. Those that a layout of header or a function does not have are read-only, so writing them does nothing. */
    private static final int[] WORDS = {
        Header.CACHE_LINE, Header.BASE_ADDRESS, Header.BASE_ADDRESS + 4, Header.BASE_ADDRESS + 8, Header.BASE_ADDRESS + 12,
        Header.BASE_ADDRESS + 16, Header.BASE_ADDRESS + 20, Header.ROM_ADDRESS, Header.INTERRUPT_LINE};

    private final ConfigurationSpace space;
    private final Express express;
    private final int[] values = new int[WORDS.length];
    private int function;
    private int control;
    private int secondControl;
    private int command;

    SavedHeader(ConfigurationSpace space) {
        this.space = space;
        express = new Express(space);
    }

    /** Keeps an endpoint's header. */
    void save(int its) {
        function = its;
        for (int i = 0; i < WORDS.length; i++) {
            values[i] = space.read32(function, WORDS[i]);
        }
        control = express.control(function);
        secondControl = express.secondControl(function);
        command = space.read16(function, Header.COMMAND);
    }

    /** Puts back what was kept; the command last, since the function answers at its memory, where it then is. */
    void restore() {
        express.setControl(function, control);
        express.setSecondControl(function, secondControl);
        for (int i = 0; i < WORDS.length; i++) {
            space.write32(function, WORDS[i], values[i]);
        }
        space.write16(function, Header.COMMAND, command);
    }
}
