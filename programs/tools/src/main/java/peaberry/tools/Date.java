package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;

/** Writes the time of day, or another moment. All is UTC. */
final class Date implements Tool {

    private static final String USUAL = "%a %b %e %H:%M:%S %Z %Y";
    private static final String OF_MAILS = "%a, %d %b %Y %H:%M:%S %z";

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "d:I::Rr:u@:", "date=d", "iso-8601=I", "rfc-email=R", "reference=r", "utc=u", "universal=u", "rfc-3339=@");
        options.atMost(1);
        String format = null;
        for (Options.Given option : options.given()) {
            if ("IR@".indexOf(option.letter()) >= 0) {
                checkOnly(format);
                format = switch (option.letter()) {
                    case 'I' -> iso(option.value() == null ? "date" : option.value(), "T", ",");
                    case '@' -> iso(option.value(), " ", ".");
                    default -> OF_MAILS;
                };
            }
        }
        if (!options.operands().isEmpty()) {
            String operand = options.operand(0);
            if (!operand.startsWith("+")) {
                throw new UsageException("the clock cannot be set: " + operand);
            }
            checkOnly(format);
            format = operand.substring(1);
        }
        call.out().line(MomentText.of(Moment.of(moment(call, options)), format == null ? USUAL : format));
        return 0;
    }

    private static void checkOnly(String format) {
        if (format != null) {
            throw new UsageException("several formats are given");
        }
    }

    private static long moment(Call call, Options options) throws IOException {
        String text = options.value('d', null);
        String file = options.value('r', null);
        if (text != null && file != null) {
            throw new UsageException("the moment comes from several options");
        }
        if (file == null) {
            return text == null ? call.system().now() : MomentReader.of(text, call.system().now());
        }
        FileStatus status = call.look(file);
        if (status == null) {
            throw new IOException(file + ": no such file or directory");
        }
        return status.modified();
    }

    /** Formats of ISO 8601 and RFC 3339. */
    private static String iso(String exactness, String between, String point) {
        String day = "%Y-%m-%d";
        return switch (exactness) {
            case "date" -> day;
            case "hours", "hour" -> day + between + "%H%:z";
            case "minutes", "minute" -> day + between + "%H:%M%:z";
            case "seconds", "second" -> day + between + "%H:%M:%S%:z";
            case "ns" -> day + between + "%H:%M:%S" + point + "%N%:z";
            default -> throw new UsageException("there is no such exactness: " + exactness);
        };
    }
}
