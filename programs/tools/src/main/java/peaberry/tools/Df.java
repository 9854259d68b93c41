package peaberry.tools;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.FileChanges.Space;

/** Says how much room is left where files are mounted. */
final class Df implements Tool {

    private static final int WIDTH = 10;
    private static final int HUMAN_WIDTH = 5;
    private static final int PERCENT_WIDTH = 4;

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "hikP", "human-readable=h", "inodes=i", "portability=P");
        boolean isHuman = options.lastOf("hk") == 'h';
        boolean areNodes = options.has('i');
        List<String> paths = options.operands().isEmpty() ? call.changes().mounts() : options.operands();
        boolean isFirst = true;
        for (String path : paths) {
            try {
                Paths.checkNotEmpty(path);
                Space space = call.changes().space(call.path(path));
                if (isFirst) {
                    call.out().line(areNodes ? row(isHuman, "Inodes", "IUsed", "IFree", "IUse%", "Mounted on")
                            : isHuman ? row(true, "Size", "Used", "Avail", "Use%", "Mounted on") : row(false, "1K-blocks", "Used", "Available", "Use%", "Mounted on"));
                    isFirst = false;
                }
                call.out().line(areNodes ? row(isHuman, space.nodes(), space.freeNodes(), 1, space.place()) : row(isHuman, space.total(), space.free(), Sizes.KIBIBYTE, space.place()));
            } catch (IOException failure) {
                call.complain(path, failure);
            }
        }
        return call.status();
    }

    private static String row(boolean isHuman, long total, long free, long unit, String place) {
        long used = total - free;
        String share = total == 0 ? "-" : percent(used, total) + "%";
        return isHuman ? row(true, Sizes.human(total), Sizes.human(used), Sizes.human(free), share, place)
                : row(false, Long.toString(total / unit), Long.toString((used + unit - 1) / unit), Long.toString(free / unit), share, place);
    }

    private static long percent(long used, long total) {
        return (long) Math.ceil(used * 100.0 / total);
    }

    private static String row(boolean isHuman, String total, String used, String free, String share, String place) {
        int width = isHuman ? HUMAN_WIDTH : WIDTH;
        return right(total, width) + " " + right(used, width) + " " + right(free, width) + " " + right(share, PERCENT_WIDTH) + " " + place;
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
