package peaberry.posix;

import java.util.List;
import java.util.Map;
import peaberry.fullscreen.Call;
import peaberry.fullscreen.Programs;
import peaberry.sh.system.Channel;

/** All programs that fill the screen as one, which is the one that it is called. */
public final class FullScreenMain {

    private static final int STATUS_NAMELESS = 127;

    private FullScreenMain() {
    }

    /** Ends with the program's status. @param decoded not used: bytes that are not UTF-8 are lost there */
    public static void main(String[] decoded) {
        List<String> arguments = ToolMain.arguments();
        if (arguments.isEmpty()) {
            System.exit(STATUS_NAMELESS);
        }
        PosixSystem system = new PosixSystem();
        Map<Integer, Channel> channels = Sh.channels();
        List<String> environment = Sh.environment();
        System.exit(Programs.run(new Call(system, system.replacement(), new SystemTasks(), arguments.getFirst(), arguments.subList(1, arguments.size()), environment, Sh.directory(environment),
                channels.get(0), channels.get(1), channels.get(2))));
    }
}
