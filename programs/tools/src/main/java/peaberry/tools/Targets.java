package peaberry.tools;

import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/**
 * What {@code cp}, {@code mv} or {@code ln} takes from where, and to where: {@code SOURCE TARGET}, {@code SOURCE... DIRECTORY}, or {@code -t DIRECTORY SOURCE...}.
 *
 * @param isDirectory whether the target is a directory in which each source has its own name
 */
record Targets(List<String> sources, String target, boolean isDirectory) {

    /** Of options {@code -t} and {@code -T} and operands. @param follow whether a link to a directory is taken for one */
    static Targets of(Call call, Options options, boolean follow) {
        List<String> operands = options.operands();
        options.operand(0);
        String directory = options.value('t', null);
        if (options.has('T')) {
            if (directory != null) {
                throw new UsageException("options -t and -T contradict each other");
            }
            options.operand(1);
            options.atMost(2);
            return new Targets(operands.subList(0, 1), operands.get(1), false);
        }
        if (directory != null) {
            if (!isDirectory(call, directory, true)) {
                throw new UsageException(directory + ": not a directory");
            }
            return new Targets(operands, directory, true);
        }
        options.operand(1);
        String last = operands.getLast();
        boolean isDirectory = isDirectory(call, last, follow);
        if (operands.size() > 2 && !isDirectory) {
            throw new UsageException(last + ": not a directory");
        }
        return new Targets(operands.subList(0, operands.size() - 1), last, isDirectory);
    }

    private static boolean isDirectory(Call call, String path, boolean follow) {
        FileStatus status = follow ? call.look(path) : call.lookAtLink(path);
        return status != null && status.is(Kind.DIRECTORY);
    }

    /** Where a source goes. */
    String of(String source) {
        if (!isDirectory) {
            return target;
        }
        String name = Paths.name(source);
        return name.equals("..") ? target : Paths.below(target, name);
    }
}
