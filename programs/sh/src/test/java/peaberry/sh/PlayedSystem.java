package peaberry.sh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Group;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/**
 * A system whose programs are played by their names: {@code runs} ends at once, {@code fails} with 3, {@code stops} is stopped when somebody waits for it first, {@code waits} ends only by a signal or when somebody
 * waits for it, {@code interrupted} by Ctrl-C. It notes what becomes of each group.
 */
final class PlayedSystem implements OperatingSystem {

    private static final int FIRST = 100;

    private final List<PlayedGroup> groups = new ArrayList<>();
    private final List<PlayedChild> children = new ArrayList<>();
    private int commandsUntilInterrupt = -1;
    private boolean isInterrupted;

    /** Ctrl-C is typed when somebody has asked for it that often. */
    void interruptAt(int asked) {
        commandsUntilInterrupt = asked;
    }

    /** What became of each group, a line for each, and forgets it. */
    String story() {
        List<String> lines = groups.stream().filter(group -> !group.names.isEmpty()).map(group -> String.join(" ", group.names) + ": " + String.join(", ", group.events)).toList();
        groups.clear();
        return String.join("\n", lines);
    }

    private final class PlayedGroup implements Group {

        private final List<String> names = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private boolean isStopped;
        private boolean isTold;

        @Override
        public void bringForward() {
            events.add("front");
        }

        @Override
        public void withdraw() {
            if (isTold || children.stream().anyMatch(child -> child.group == this && child.status < 0)) {
                return;
            }
            isTold = true;
            events.add("ended");
        }

        @Override
        public void stop() {
            isStopped = true;
        }

        @Override
        public void resume() {
            isStopped = false;
            events.add("resumed");
        }
    }

    private final class PlayedChild implements Child {

        private final PlayedGroup group;
        private final String name;
        private final int number = FIRST + children.size();
        private int status;
        private boolean wasStopped;

        PlayedChild(PlayedGroup group, String name) {
            this.group = group;
            this.name = name;
            status = name.equals("fails") ? 3 : name.equals("runs") || name.equals("sh") ? 0 : -1;
        }

        @Override
        public int number() {
            return number;
        }

        @Override
        public int await() {
            if (name.equals("stops") && !wasStopped) {
                wasStopped = true;
                group.resume();
            }
            end();
            return status;
        }

        private void end() {
            if (status < 0) {
                isInterrupted |= name.equals("interrupted");
                status = name.equals("interrupted") ? 130 : 0;
            }
        }

        @Override
        public int awaitOrStop() {
            if (name.equals("stops") && !wasStopped) {
                wasStopped = true;
                group.isStopped = true;
                group.events.add("stopped");
                return 148;
            }
            end();
            return status;
        }

        @Override
        public boolean isStopped() {
            return status < 0 && group.isStopped;
        }

        @Override
        public boolean hasEnded() {
            if (wasStopped && !group.isStopped) {
                end();
                group.withdraw();
            }
            return status >= 0;
        }
    }

    @Override
    public Group group() {
        PlayedGroup group = new PlayedGroup();
        groups.add(group);
        return group;
    }

    private Child play(Group group, String name) {
        PlayedChild child = new PlayedChild((PlayedGroup) group, name);
        children.add(child);
        child.group.names.add(name);
        return child;
    }

    @Override
    public Child start(Group group, String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) {
        return play(group, path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public Child startSubshell(Group group, String state, String command, String directory, Map<Integer, Channel> channels) {
        return play(group, "sh");
    }

    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) {
        throw new IllegalStateException("a process without a group");
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) {
        throw new IllegalStateException("a process without a group");
    }

    @Override
    public boolean takeInterrupt() {
        boolean is = isInterrupted || commandsUntilInterrupt >= 0 && commandsUntilInterrupt-- == 0;
        isInterrupted = false;
        return is;
    }

    @Override
    public void signal(int process, int signal) throws IOException {
        for (PlayedChild child : children) {
            if (child.number == process && child.status < 0) {
                child.status = 128 + signal;
                return;
            }
        }
        throw new IOException("no such process");
    }

    Channel terminal(String typed, ByteArrayOutputStream printed) {
        byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
        return new Channel() {
            private int position;

            @Override
            public int read(byte[] into, int offset, int length) {
                if (position == bytes.length) {
                    return -1;
                }
                into[offset] = bytes[position++];
                return 1;
            }

            @Override
            public void write(byte[] from, int offset, int length) {
                printed.write(from, offset, length);
            }

            @Override
            public boolean isTerminal() {
                return true;
            }

            @Override
            public void close() {
                // It is only memory.
            }
        };
    }

    @Override
    public FileStatus look(String path) {
        return path.startsWith("/bin/") ? new FileStatus(Kind.REGULAR, path, 0, 0, true, true, true) : null;
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return look(path);
    }

    @Override
    public List<String> list(String directory) {
        return List.of();
    }

    @Override
    public String realPath(String path) {
        return path;
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        throw new IOException("there are no files");
    }

    @Override
    public Pipe pipe() {
        return new Pipe(document(new byte[0]), document(new byte[0]));
    }

    @Override
    public Channel document(byte[] content) {
        return terminal("", new ByteArrayOutputStream());
    }

    @Override
    public int processNumber() {
        return 1;
    }

    @Override
    public FileChanges changes() {
        throw new UnsupportedOperationException("the shell itself changes files");
    }

    @Override
    public long now() {
        return 0;
    }

    @Override
    public void pause(long nanoseconds) {
        // Nothing here takes time.
    }

    @Override
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(0, 0, 0, 0);
    }
}
