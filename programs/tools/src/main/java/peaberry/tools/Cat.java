package peaberry.tools;

import java.io.IOException;

/** Writes files one behind the other. */
final class Cat implements Tool {

    private static final int NUMBER_WIDTH = 6;

    private boolean numbersAll;
    private boolean numbersFilled;
    private boolean squeezes;
    private boolean showsEnds;
    private boolean showsTabs;
    private long number;
    private int emptyLines;
    private boolean isInLine;

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "unbsET", "number=n", "number-nonblank=b", "squeeze-blank=s", "show-ends=E", "show-tabs=T");
        numbersFilled = options.has('b');
        numbersAll = options.has('n') && !numbersFilled;
        squeezes = options.has('s');
        showsEnds = options.has('E');
        showsTabs = options.has('T');
        boolean isPlain = !numbersFilled && !numbersAll && !squeezes && !showsEnds && !showsTabs;
        call.each(options.operands(), input -> {
            if (isPlain) {
                copy(input, call.out());
            } else {
                show(input, call.out());
            }
        });
        return call.status();
    }

    private static void copy(Input input, Output out) throws IOException {
        while (input.copy(out, Long.MAX_VALUE) != Input.END) {
            out.flush();
        }
    }

    private void show(Input input, Output out) throws IOException {
        for (int value = input.readByte(); value != Input.END; value = input.readByte()) {
            boolean isEmpty = !isInLine && value == '\n';
            emptyLines = isEmpty ? emptyLines + 1 : 0;
            if (squeezes && emptyLines > 1) {
                continue;
            }
            if (!isInLine && (numbersAll || numbersFilled && !isEmpty)) {
                out.write(Numbers.right(++number, NUMBER_WIDTH) + "\t");
            }
            isInLine = value != '\n';
            if (value == '\n' && showsEnds) {
                out.write('$');
            }
            if (value == '\t' && showsTabs) {
                out.write("^I");
            } else {
                out.write(value);
            }
        }
    }
}
