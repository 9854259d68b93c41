package peaberry.kernel;

import peaberry.kernel.arch.Interrupts;

/** The right to one interrupt line. It is masked from each interrupt to its acknowledgement, and before the first one. */
final class LineHandler extends IrqHandler {

    /** The most lines that the kernel handles. */
    static final int MAX_LINES = 64;

    private final int line;

    /** @param line 0 to {@link #MAX_LINES} - 1 */
    LineHandler(int line) {
        this.line = line;
    }

    @Override
    int number() {
        return line;
    }

    @Override
    void acknowledge(Processor processor) {
        Interrupts.unmask(line);
    }

    @Override
    void retire() {
        Interrupts.mask(line);
    }
}
