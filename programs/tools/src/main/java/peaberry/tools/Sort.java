package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.Utf8;

/** Orders lines. All of them are in memory. */
final class Sort implements Tool {

    private static final int STATUS_WRONG = 2;
    private static final int STATUS_DISORDER = 1;

    private final List<SortKey> keys = new ArrayList<>();
    private boolean isUnique;
    private boolean isStable;
    private boolean isReverse;

    @Override
    public int failure() {
        return STATUS_WRONG;
    }

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "bcCdfik:mno:rst:u", "ignore-leading-blanks=b", "dictionary-order=d", "ignore-case=f", "ignore-nonprinting=i",
                "key=k", "merge=m", "numeric-sort=n", "output=o", "reverse=r", "stable=s", "field-separator=t", "unique=u");
        prepare(options);
        if (options.lastOf("cC") != 0) {
            options.atMost(1);
            return check(call, options);
        }
        List<byte[]> lines = new ArrayList<>();
        call.each(options.operands(), input -> {
            for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        });
        if (call.hasFailed()) {
            return STATUS_WRONG;
        }
        lines.sort(this::compare);
        String file = options.value('o', null);
        if (file == null) {
            write(lines, call.out());
            return 0;
        }
        Channel channel = call.system().open(call.path(file), OpenMode.WRITE);
        Output out = new Output(channel);
        write(lines, out);
        out.flush();
        channel.close();
        return 0;
    }

    private void prepare(Options options) {
        StringBuilder letters = new StringBuilder();
        for (Options.Given given : options.given()) {
            if ("bdfinr".indexOf(given.letter()) >= 0) {
                letters.append(given.letter());
            }
        }
        SortKey.Manner general = SortKey.Manner.of(letters.toString());
        int separator = separator(options.value('t', null));
        isUnique = options.has('u');
        isStable = options.has('s');
        isReverse = general.reverse();
        for (String key : options.values('k')) {
            keys.add(SortKey.of(key, separator, general));
        }
        if (keys.isEmpty() && !letters.toString().replace("r", "").isEmpty()) {
            keys.add(SortKey.ofLine(separator, general));
        }
    }

    private static int separator(String text) {
        if (text == null) {
            return SortKey.BLANKS;
        }
        byte[] bytes = Utf8.encode(text);
        if (bytes.length != 1) {
            throw new UsageException("fields are separated by one byte, not by '" + text + "'");
        }
        return bytes[0] & 0xff;
    }

    private int compare(byte[] one, byte[] other) {
        for (SortKey key : keys) {
            int difference = key.compare(one, other);
            if (difference != 0) {
                return difference;
            }
        }
        if (!keys.isEmpty() && (isUnique || isStable)) {
            return 0;
        }
        int difference = Bytes.compare(one, other);
        return isReverse ? -difference : difference;
    }

    private void write(List<byte[]> lines, Output out) {
        byte[] last = null;
        for (byte[] line : lines) {
            if (last == null || !isUnique || compare(last, line) != 0) {
                out.line(line);
                last = line;
            }
        }
    }

    private int check(Call call, Options options) throws IOException {
        String file = options.operands().isEmpty() ? Call.STANDARD_INPUT : options.operand(0);
        try (Input input = call.open(file)) {
            byte[] last = input.readLine();
            long number = 1;
            for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                number++;
                int order = compare(last, line);
                if (order > 0 || order == 0 && isUnique) {
                    if (options.has('c')) {
                        call.complain(file + ":" + number + ": disorder: " + Utf8.decode(line));
                    }
                    return STATUS_DISORDER;
                }
                last = line;
            }
        }
        return 0;
    }
}
