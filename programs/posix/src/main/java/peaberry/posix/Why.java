package peaberry.posix;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import peaberry.posix.RefusalRecord.Refused;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Utf8;

/** The command {@code why}: shows what the last program was refused, and how it would be started with that; with {@code -a} all of which that is known. */
final class Why {

    private static final String ALL = "-a";
    private static final String RUN = "run ";
    private static final int STATUS_WRONG = 2;

    private Why() {
    }

    /** @param arguments without the name @return 1 if there is nothing to show */
    static int run(RefusalRecord record, List<String> arguments, Map<Integer, Channel> channels) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(ALL))) {
            print(channels.get(2), "why: why [-a]\n");
            return STATUS_WRONG;
        }
        Channel out = channels.get(1);
        List<Refused> all = record.all();
        if (all.isEmpty()) {
            print(out, "no program was refused anything\n");
            return 1;
        }
        for (Refused refused : arguments.isEmpty() ? all.subList(all.size() - 1, all.size()) : all) {
            String command = refused.command().startsWith(RUN) ? refused.command().substring(RUN.length()) : refused.command();
            StringBuilder text = new StringBuilder(refused.command()).append('\n');
            StringBuilder allowed = new StringBuilder(RUN);
            for (String need : refused.needs()) {
                text.append("    was not allowed ").append(need).append('\n');
                allowed.append(Commands.text(List.of("--allow", need))).append(' ');
            }
            print(out, text.append("with that: ").append(allowed).append(command).append('\n').toString());
        }
        return 0;
    }

    private static void print(Channel out, String text) {
        byte[] bytes = Utf8.encode(text);
        try {
            out.write(bytes, 0, bytes.length);
        } catch (IOException nobody) {
            // Who does not read it does not want to know.
        }
    }
}
