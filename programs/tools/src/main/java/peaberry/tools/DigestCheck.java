package peaberry.tools;

import java.io.IOException;

/** {@code sha256sum -c}: reads lines with digests, and says of each file whether it has that one. */
final class DigestCheck {

    private final Call call;
    private final Options options;
    private final Sha256Sum sums;
    private int lines;
    private int malformed;
    private int unreadable;
    private int different;
    private int matching;

    DigestCheck(Call call, Options options, Sha256Sum sums) {
        this.call = call;
        this.options = options;
        this.sums = sums;
    }

    int run() {
        boolean isRight = true;
        for (String list : Sha256Sum.lists(options)) {
            isRight &= check(list);
        }
        return isRight && !call.hasFailed() ? 0 : 1;
    }

    private boolean check(String list) {
        lines = 0;
        malformed = 0;
        unreadable = 0;
        different = 0;
        matching = 0;
        try (Input input = call.open(list)) {
            for (byte[] line = input.readLine(); line != null; line = input.readLine()) {
                if (line.length > 0 && line[0] != '#') {
                    check(list, line);
                }
            }
        } catch (IOException failure) {
            call.complain(list, failure);
            return false;
        }
        if (lines == 0) {
            call.complain(list + ": there are no lines with digests");
            return false;
        }
        warn(malformed, "lines that are not as they should be");
        warn(unreadable, "files that could not be read");
        warn(different, "files that have another digest");
        if (options.has('i') && matching == 0 && !options.has('s')) {
            call.say(list + ": no file was checked");
        }
        return unreadable == 0 && different == 0 && (malformed == 0 || !options.has('S')) && (!options.has('i') || matching > 0);
    }

    private void warn(int count, String what) {
        if (count > 0 && !options.has('s')) {
            call.out().flush();
            call.say("WARNING: " + count + " " + what);
        }
    }

    private void check(String list, byte[] bytes) {
        DigestLine line = DigestLine.parse(bytes);
        if (line == null) {
            malformed++;
            if (options.has('w')) {
                call.say(list + ": a line is not as it should be");
            }
            return;
        }
        lines++;
        if (options.has('i') && !line.name().equals(Call.STANDARD_INPUT) && call.look(line.name()) == null) {
            return;
        }
        try (Input input = call.open(line.name())) {
            boolean matches = sums.of(call, input).equals(line.digest());
            matching += matches ? 1 : 0;
            different += matches ? 0 : 1;
            if (!options.has('s') && !(matches && options.has('q'))) {
                tell(line, matches ? "OK" : "FAILED");
            }
        } catch (IOException failure) {
            unreadable++;
            call.out().flush();
            call.say(line.name() + ": " + failure.getMessage());
            if (!options.has('s')) {
                tell(line, "FAILED open or read");
            }
        }
    }

    private void tell(DigestLine line, String what) {
        call.out().line(DigestLine.shown(line.name()) + ": " + what);
    }
}
