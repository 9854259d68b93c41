package peaberry.tools;

import java.io.IOException;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Says what is known of files. */
final class Stat implements Tool {

    private static final int BLOCK = 512;

    private Call call;
    private Accounts users;
    private Accounts groups;

    @Override
    public int run(Call given) {
        call = given;
        Options options = Options.of(call.arguments(), "c:L", "format=c", "dereference=L");
        options.operand(0);
        String format = options.value('c', null);
        users = Accounts.users(call);
        groups = Accounts.groups(call);
        for (String file : options.operands()) {
            FileStatus status = options.has('L') ? call.look(file) : call.lookAtLink(file);
            if (status == null) {
                call.complain(file + ": no such file or directory");
                continue;
            }
            try {
                call.out().line(format == null ? describe(file, status) : format(format, file, status));
            } catch (IOException failure) {
                call.complain(file, failure);
            }
        }
        return call.status();
    }

    private String describe(String file, FileStatus status) throws IOException {
        String name = Quoted.ifNeeded(file) + (status.is(Kind.LINK) ? " -> " + Quoted.ifNeeded(target(file)) : "");
        return "  File: " + name + "\n" + format("  Size: %s\tBlocks: %b\t%F\n Inode: %i\tLinks: %h\nAccess: (%04a/%A)  Uid: (%u/%U)  Gid: (%g/%G)\nAccess: %x\nModify: %y\nChange: %z", file, status);
    }

    private String target(String file) throws IOException {
        return call.changes().readLink(call.path(file));
    }

    private String format(String format, String file, FileStatus status) throws IOException {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char character = format.charAt(at++);
            if (character != '%') {
                text.append(character);
            } else if (at == format.length()) {
                text.append('%');
            } else {
                boolean isLeft = false;
                boolean hasZeros = false;
                for (; at < format.length() && "-0".indexOf(format.charAt(at)) >= 0; at++) {
                    isLeft |= format.charAt(at) == '-';
                    hasZeros |= format.charAt(at) == '0';
                }
                int width = 0;
                for (; at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9'; at++) {
                    width = Math.min(1000, width * 10 + format.charAt(at) - '0');
                }
                String field = at == format.length() ? "%" : field(format.charAt(at++), file, status);
                String space = (hasZeros && !isLeft ? "0" : " ").repeat(Math.max(0, width - field.length()));
                text.append(isLeft ? field + space : space + field);
            }
        }
        return text.toString();
    }

    private String field(char letter, String file, FileStatus status) throws IOException {
        FileStatus.Details details = status.details();
        return switch (letter) {
            case 'a' -> Integer.toOctalString(details.permissions());
            case 'A' -> ModeText.of(status);
            case 'b' -> Long.toString(details.used() / BLOCK);
            case 'B' -> Integer.toString(BLOCK);
            case 'F' -> kind(status);
            case 'g' -> Long.toString(details.group());
            case 'G' -> groups.hasName(details.group()) ? groups.name(details.group()) : "UNKNOWN";
            case 'h' -> Integer.toString(details.links());
            case 'i' -> status.identity().substring(status.identity().indexOf(':') + 1);
            case 'n' -> file;
            case 'N' -> Quoted.always(file) + (status.is(Kind.LINK) ? " -> " + Quoted.always(target(file)) : "");
            case 's' -> Long.toString(status.size());
            case 'u' -> Long.toString(details.owner());
            case 'U' -> users.hasName(details.owner()) ? users.name(details.owner()) : "UNKNOWN";
            case 'x' -> MomentText.full(details.accessed());
            case 'X' -> seconds(details.accessed());
            case 'y' -> MomentText.full(status.modified());
            case 'Y' -> seconds(status.modified());
            case 'z' -> MomentText.full(details.changed());
            case 'Z' -> seconds(details.changed());
            case '%' -> "%";
            default -> throw new UsageException("there is no field %" + letter);
        };
    }

    private static String seconds(long nanoseconds) {
        return Long.toString(Math.floorDiv(nanoseconds, Moment.SECOND));
    }

    private static String kind(FileStatus status) {
        return switch (status.kind()) {
            case REGULAR -> status.size() == 0 ? "regular empty file" : "regular file";
            case DIRECTORY -> "directory";
            case LINK -> "symbolic link";
            case PIPE -> "fifo";
            case SOCKET -> "socket";
            case CHARACTER_DEVICE -> "character special file";
            case BLOCK_DEVICE -> "block special file";
        };
    }
}
