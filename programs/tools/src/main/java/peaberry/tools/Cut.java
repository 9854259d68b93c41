package peaberry.tools;

import peaberry.sh.system.Utf8;

/** Writes parts of lines: bytes, characters or fields. */
final class Cut implements Tool {

    private Positions positions;
    private boolean skipsOthers;
    private String delimiter;
    private String between;

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "b:c:f:d:snD:C", "bytes=b", "characters=c", "fields=f", "delimiter=d", "only-delimited=s", "output-delimiter=D",
                "complement=C");
        char unit = unit(options);
        positions = new Positions(options.value(unit, ""), options.has('C'));
        skipsOthers = options.has('s');
        delimiter = options.value('d', "\t");
        if (delimiter.codePointCount(0, delimiter.length()) != 1) {
            throw new UsageException("the delimiter must be one character");
        }
        between = options.value('D', delimiter);
        if (unit != 'f' && (options.has('d') || options.has('s') || options.has('D'))) {
            throw new UsageException("only fields have delimiters");
        }
        call.each(options.operands(), input -> {
            for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                switch (unit) {
                    case 'b' -> writeBytes(line, call.out());
                    case 'c' -> writeCharacters(Utf8.decode(line), call.out());
                    default -> writeFields(Utf8.decode(line), call.out());
                }
            }
        });
        return call.status();
    }

    private static char unit(Options options) {
        int count = options.values('b').size() + options.values('c').size() + options.values('f').size();
        if (count != 1) {
            throw new UsageException("one list of bytes, characters or fields is wanted");
        }
        return options.lastOf("bcf");
    }

    private void writeBytes(byte[] line, Output out) {
        for (int i = 0; i < line.length; i++) {
            if (positions.have(i + 1)) {
                out.write(line[i]);
            }
        }
        out.write('\n');
    }

    private void writeCharacters(String line, Output out) {
        int number = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            if (positions.have(++number)) {
                out.writeCharacter(line.codePointAt(at));
            }
        }
        out.write('\n');
    }

    private void writeFields(String line, Output out) {
        int end = line.indexOf(delimiter);
        if (end < 0) {
            if (!skipsOthers) {
                out.line(line);
            }
            return;
        }
        boolean isFirst = true;
        int number = 0;
        for (int start = 0; start >= 0; start = end < 0 ? -1 : end + delimiter.length()) {
            end = line.indexOf(delimiter, start);
            if (positions.have(++number)) {
                out.write(isFirst ? "" : between);
                out.write(line.substring(start, end < 0 ? line.length() : end));
                isFirst = false;
            }
        }
        out.write('\n');
    }
}
