package peaberry.sh.system;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the machine does for a shell: files, pipes, programs. All paths are absolute; the shell itself knows its current
 * directory. Nothing here forks: a part of a shell that has to run beside it is a new process that is told what to do.
 */
public interface OperatingSystem {

    /** What is at a path, links followed; {@code null} if there is nothing that can be looked at. */
    FileStatus look(String path);

    /** As {@link #look}, but of a link itself. */
    FileStatus lookAtLink(String path);

    /** The names in a directory, in any order and without {@code .} and {@code ..}; none if it cannot be read. */
    List<String> list(String directory);

    /** As {@link #list}, but it says why if the directory cannot be read. */
    default List<String> entries(String directory) throws IOException {
        return list(directory);
    }

    /** A directory's path without links and dots. */
    String realPath(String path) throws IOException;

    Channel open(String path, OpenMode mode) throws IOException;

    /** How files are changed other than by being written. */
    FileChanges changes();

    /** The time of day, in nanoseconds since 1970 (UTC). */
    long now();

    /** Lets others run for a time. @param nanoseconds at least 0 */
    void pause(long nanoseconds);

    Pipe pipe() throws IOException;

    /** A channel from which these bytes are read: a here-document. It may be a pipe, a file without a name, or anything. */
    Channel document(byte[] content) throws IOException;

    /**
     * Starts a program. It gets what the channels stand for at the numbers given; one may be at several. The shell's own
     * stay open.
     *
     * @param path of the program's file
     * @param arguments with the name it is called by as the first
     * @param environment rows of the form {@code NAME=value}
     * @throws NotAProgramException if the file can be executed but is not a program: it may be a script
     */
    Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels)
            throws IOException;

    /**
     * Starts another shell that goes on from a state and runs a command in it. It reads both back with
     * {@code peaberry.sh.Invocation#runSubshell}. Channels are as for {@link #start}.
     *
     * @param state what a {@code peaberry.sh.run.Snapshot} is as text
     * @param command in the shell's language
     */
    Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) throws IOException;

    /** A new group, to start processes in; {@link Group#NONE} where there are none. */
    default Group group() {
        return Group.NONE;
    }

    /** As the other one, of a process in a group. */
    default Child start(Group group, String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels)
            throws IOException {
        return start(path, arguments, environment, directory, channels);
    }

    /** As the other one, of a process in a group. */
    default Child startSubshell(Group group, String state, String command, String directory, Map<Integer, Channel> channels) throws IOException {
        return startSubshell(state, command, directory, channels);
    }

    /** Whether Ctrl-C was typed at the shell's terminal since this was asked last. */
    default boolean takeInterrupt() {
        return false;
    }

    /** The number of the process that this shell is. */
    int processNumber();

    /** Sends a signal to any process. */
    void signal(int process, int signal) throws IOException;

    /** How much processor time this shell and its children used. */
    ProcessorTimes processorTimes();
}
