package peaberry.tools;

import java.io.IOException;
import java.util.function.Function;
import peaberry.sh.expand.Pattern;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** The tests of {@code find}. */
final class FindTests {

    private static final int ALL = 07777;
    private static final long MINUTE = 60 * Moment.SECOND;
    private static final long DAY = Moment.DAY * Moment.SECOND;

    private final Call call;
    private final long now;

    FindTests(Call call) {
        this.call = call;
        now = call.system().now();
    }

    /** What is known of a file as a number. */
    private interface Measure {

        long of(FileStatus status);
    }

    /** A number that a test is about: more than it, less, or just that. */
    private record Limit(char sign, long number) {

        static Limit of(String text) {
            boolean isSigned = text.startsWith("+") || text.startsWith("-");
            return new Limit(isSigned ? text.charAt(0) : 0, Options.number(isSigned ? text.substring(1) : text));
        }

        boolean holds(long value) {
            return sign == '+' ? value > number : sign == '-' ? value < number : value == number;
        }
    }

    /** The test of a name with its value; null if there is none of that name. */
    FindExpression of(String name, String value) throws IOException {
        return switch (name) {
            case "-name" -> matching(value, FindTests::nameOf);
            case "-iname" -> matching(value.toLowerCase(), file -> nameOf(file).toLowerCase());
            case "-path", "-wholename" -> matching(value, FoundFile::path);
            case "-ipath", "-iwholename" -> matching(value.toLowerCase(), file -> file.path().toLowerCase());
            case "-type" -> ofType(value);
            case "-size" -> ofSize(value);
            case "-mtime" -> days(value, FileStatus::modified);
            case "-atime" -> days(value, status -> status.details().accessed());
            case "-ctime" -> days(value, status -> status.details().changed());
            case "-mmin" -> minutes(value, FileStatus::modified);
            case "-amin" -> minutes(value, status -> status.details().accessed());
            case "-cmin" -> minutes(value, status -> status.details().changed());
            case "-newer" -> newer(value);
            case "-perm" -> ofPermissions(value);
            case "-links" -> limited(value, status -> status.details().links());
            case "-inum" -> limited(value, status -> Options.number(status.identity().substring(status.identity().indexOf(':') + 1)));
            case "-user" -> ofNumber(Accounts.users(call).number(value), FileStatus::owner);
            case "-group" -> ofNumber(Accounts.groups(call).number(value), FileStatus::group);
            default -> null;
        };
    }

    /** The test of a name that has no value; null if there is none of that name. */
    FindExpression of(String name) {
        return switch (name) {
            case "-empty" -> file -> file.status().is(Kind.REGULAR) ? file.status().size() == 0
                    : file.status().is(Kind.DIRECTORY) && call.system().list(call.path(file.path())).isEmpty();
            case "-true" -> file -> true;
            case "-false" -> file -> false;
            default -> null;
        };
    }

    private static String nameOf(FoundFile file) {
        return Paths.name(file.path());
    }

    private static FindExpression matching(String pattern, Function<FoundFile, String> text) {
        Pattern compiled = new Pattern(pattern);
        return file -> compiled.matches(text.apply(file));
    }

    private static FindExpression ofType(String letters) {
        FindExpression test = null;
        for (String letter : letters.split(",", -1)) {
            Kind kind = switch (letter) {
                case "f" -> Kind.REGULAR;
                case "d" -> Kind.DIRECTORY;
                case "l" -> Kind.LINK;
                case "p" -> Kind.PIPE;
                case "s" -> Kind.SOCKET;
                case "c" -> Kind.CHARACTER_DEVICE;
                case "b" -> Kind.BLOCK_DEVICE;
                default -> throw new UsageException("there is no such type: " + letters);
            };
            FindExpression one = file -> file.status().is(kind);
            test = test == null ? one : test.or(one);
        }
        return test;
    }

    private static FindExpression ofSize(String value) {
        char letter = value.isEmpty() ? 0 : value.charAt(value.length() - 1);
        long unit = switch (letter) {
            case 'c' -> 1;
            case 'w' -> 2;
            case 'k' -> Sizes.KIBIBYTE;
            case 'M' -> Sizes.KIBIBYTE * Sizes.KIBIBYTE;
            case 'G' -> Sizes.KIBIBYTE * Sizes.KIBIBYTE * Sizes.KIBIBYTE;
            default -> 512;
        };
        Limit limit = Limit.of("cwkMGb".indexOf(letter) < 0 ? value : value.substring(0, value.length() - 1));
        return file -> limit.holds((file.status().size() + unit - 1) / unit);
    }

    /** Whole days, of which parts do not count. */
    private FindExpression days(String value, Measure time) {
        Limit limit = Limit.of(value);
        return file -> limit.holds(Math.floorDiv(now - time.of(file.status()), DAY));
    }

    /** Minutes, of which a part counts as one. */
    private FindExpression minutes(String value, Measure time) {
        Limit limit = Limit.of(value);
        return file -> {
            long age = now - time.of(file.status());
            return limit.sign == 0 ? Math.floorDiv(age, MINUTE) + 1 == limit.number : limit.sign == '+' ? age > limit.number * MINUTE : age < limit.number * MINUTE;
        };
    }

    private FindExpression newer(String other) throws IOException {
        FileStatus status = call.look(other);
        if (status == null) {
            throw new IOException(other + ": no such file or directory");
        }
        return file -> file.status().modified() > status.modified();
    }

    private static FindExpression ofPermissions(String value) {
        char sign = value.isEmpty() ? 0 : value.charAt(0);
        int wanted = Mode.of(sign == '-' || sign == '/' ? value.substring(1) : value).apply(0, false, 0);
        return file -> {
            int permissions = file.status().permissions() & ALL;
            return sign == '-' ? (permissions & wanted) == wanted : sign == '/' ? wanted == 0 || (permissions & wanted) != 0 : permissions == wanted;
        };
    }

    private static FindExpression limited(String value, Measure measure) {
        Limit limit = Limit.of(value);
        return file -> limit.holds(measure.of(file.status()));
    }

    private static FindExpression ofNumber(long number, Measure measure) {
        return file -> measure.of(file.status()) == number;
    }
}
