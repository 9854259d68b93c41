package peaberry.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/** Files in memory, and nothing else. Writing may be cut short at any byte, as by a loss of power. */
final class MemorySystem implements OperatingSystem {

    private final Map<String, byte[]> files = new TreeMap<>();
    private final TreeSet<String> programs = new TreeSet<>();
    private int budget = Integer.MAX_VALUE;

    /** From now on as many bytes can be written, and files be opened for that. */
    void failAfter(int writes) {
        budget = writes;
    }

    void write(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void program(String path) {
        write(path, "");
        programs.add(path);
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private boolean isDirectory(String path) {
        String below = path.endsWith("/") ? path : path + "/";
        return files.keySet().stream().anyMatch(file -> file.startsWith(below));
    }

    @Override
    public FileStatus look(String path) {
        if (isDirectory(path)) {
            return new FileStatus(Kind.DIRECTORY, path, 0, 0, true, true, true);
        }
        byte[] content = files.get(path);
        return content == null ? null : new FileStatus(Kind.REGULAR, path, content.length, 0, true, true, programs.contains(path));
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return look(path);
    }

    @Override
    public List<String> list(String directory) {
        String below = directory.endsWith("/") ? directory : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String file : files.keySet()) {
            if (file.startsWith(below)) {
                String rest = file.substring(below.length());
                names.add(rest.substring(0, rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/')));
            }
        }
        return new ArrayList<>(names.descendingSet());
    }

    @Override
    public String realPath(String path) {
        return path;
    }

    private void spend() throws IOException {
        if (budget-- <= 0) {
            throw new IOException("the power is gone");
        }
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        if (mode == OpenMode.READ) {
            if (!files.containsKey(path)) {
                throw new IOException("no such file or directory");
            }
            return reading(files.get(path));
        }
        spend();
        if (mode == OpenMode.WRITE || !files.containsKey(path)) {
            files.put(path, new byte[0]);
        }
        return new Channel() {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("only written to");
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                for (int i = offset; i < offset + length; i++) {
                    spend();
                    ByteArrayOutputStream longer = new ByteArrayOutputStream();
                    longer.writeBytes(files.get(path));
                    longer.write(from[i]);
                    files.put(path, longer.toByteArray());
                }
            }

            @Override
            public boolean isTerminal() {
                return false;
            }

            @Override
            public void close() {
                // It is only memory.
            }
        };
    }

    static Channel reading(byte[] content) {
        return new Channel() {
            private int position;

            @Override
            public int read(byte[] into, int offset, int length) {
                int count = Math.min(length, content.length - position);
                System.arraycopy(content, position, into, offset, count);
                position += count;
                return count == 0 ? -1 : count;
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                throw new IOException("only read");
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
    public Pipe pipe() throws IOException {
        throw new IOException("there are no pipes");
    }

    @Override
    public Channel document(byte[] content) {
        return reading(content);
    }

    @Override
    public Child start(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Channel> channels) throws IOException {
        throw new IOException("there are no programs");
    }

    @Override
    public Child startSubshell(String state, String command, String directory, Map<Integer, Channel> channels) throws IOException {
        throw new IOException("there are no programs");
    }

    @Override
    public int processNumber() {
        return 1;
    }

    @Override
    public void signal(int process, int signal) throws IOException {
        throw new IOException("there are no processes");
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
