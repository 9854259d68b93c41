package peaberry.tools;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Utf8;

/** All tools: one of them is run by its name. */
public final class Tools {

    /** Of who writes what nobody reads: 128 and the number of SIGPIPE. */
    private static final int STATUS_BROKEN = 128 + 13;
    private static final int STATUS_UNKNOWN = 127;

    private Tools() {
    }

    /**
     * Runs a tool to its end. The channels stay open.
     *
     * @param arguments without the name
     * @param environment rows of the form {@code NAME=value}
     * @param directory to which paths are relative; absolute
     * @return its exit status
     */
    public static int run(OperatingSystem system, String name, List<String> arguments, List<String> environment, String directory, Channel in, Channel out, Channel err) {
        return run(tool(name), new Call(system, name, arguments, environment, directory, in, out, err));
    }

    /** The same of {@code sha256sum}, which is no tool of this module alone. @param digest SHA-256 */
    public static int sha256sum(OperatingSystem system, Digest digest, List<String> arguments, List<String> environment, String directory, Channel in, Channel out, Channel err) {
        return run(new Sha256Sum(digest), new Call(system, "sha256sum", arguments, environment, directory, in, out, err));
    }

    private static int run(Tool tool, Call call) {
        if (tool == null) {
            call.complain("there is no such tool");
            return STATUS_UNKNOWN;
        }
        if (!call.arguments().isEmpty() && call.arguments().getFirst().equals("--help")) {
            return help(call);
        }
        try {
            int status = attempt(tool, call);
            call.out().flush();
            return status;
        } catch (OutputException failure) {
            if (failure.isBroken()) {
                return STATUS_BROKEN;
            }
            call.say("write error: " + failure.getMessage());
            return tool.failure();
        }
    }

    private static int attempt(Tool tool, Call call) {
        try {
            return tool.run(call);
        } catch (UsageException | IOException failure) {
            call.complain(failure.getMessage());
        } catch (OutOfMemoryError failure) {
            call.complain("there is not enough memory");
        }
        return tool.failure();
    }

    private static int help(Call call) {
        try {
            call.out().write(Utf8.encode(ToolHelp.of(call.name()).text()));
            call.out().flush();
            return call.status();
        } catch (OutputException failure) {
            return STATUS_BROKEN;
        }
    }

    /** Answers null if there is none of that name. */
    static Tool tool(String name) {
        return switch (name) {
            case "basename" -> new Basename();
            case "cat" -> new Cat();
            case "chmod" -> new Chmod();
            case "chown" -> new Chown();
            case "cmp" -> new Cmp();
            case "cp" -> new Cp();
            case "cut" -> new Cut();
            case "date" -> new Date();
            case "df" -> new Df();
            case "dirname" -> new Dirname();
            case "du" -> new Du();
            case "env" -> new Env();
            case "find" -> new Find();
            case "grep" -> new Grep();
            case "head" -> new Head();
            case "ln" -> new Ln();
            case "ls" -> new Ls();
            case "mkdir" -> new Mkdir();
            case "mv" -> new Mv();
            case "readlink" -> new Readlink();
            case "realpath" -> new Realpath();
            case "rm" -> new Rm();
            case "rmdir" -> new Rmdir();
            case "seq" -> new Seq();
            case "sleep" -> new Sleep();
            case "sort" -> new Sort();
            case "stat" -> new Stat();
            case "tail" -> new Tail();
            case "tee" -> new Tee();
            case "touch" -> new Touch();
            case "tr" -> new Tr();
            case "uniq" -> new Uniq();
            case "wc" -> new Wc();
            case "which" -> new Which();
            default -> null;
        };
    }
}
