package peaberry.fullscreen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import peaberry.fullscreen.less.Bytes;
import peaberry.sh.system.Channel;
import peaberry.sh.system.Child;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.OperatingSystem;
import peaberry.sh.system.Pipe;
import peaberry.sh.system.ProcessorTimes;

/** Files in memory, by absolute paths, and the terminal of a person. */
final class TestFiles implements OperatingSystem, Replacement {

    private static final String TERMINAL = "/dev/tty";

    private final Channel terminal;
    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, Long> modified = new TreeMap<>();
    private long time;
    private String readOnly = "";
    private boolean isFull;
    private long paused;

    TestFiles(Channel terminal) {
        this.terminal = terminal;
    }

    void put(String path, String content) {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    void put(String path, byte[] content) {
        contents.put(path, content);
        modified.put(path, ++time);
    }

    void setReadOnly(String path) {
        readOnly = path;
    }

    void fillUp() {
        isFull = true;
    }

    /** For how many nanoseconds programs let others run. */
    long paused() {
        return paused;
    }

    byte[] bytes(String path) {
        return contents.get(path);
    }

    String text(String path) {
        return new String(contents.get(path), StandardCharsets.UTF_8);
    }

    @Override
    public FileStatus look(String path) {
        if (path.equals(TERMINAL)) {
            return new FileStatus(Kind.CHARACTER_DEVICE, path, 0, 0, true, true, false);
        }
        if (path.equals("/folder")) {
            return new FileStatus(Kind.DIRECTORY, path, 0, 0, true, true, true);
        }
        byte[] content = contents.get(path);
        return content == null ? null : new FileStatus(Kind.REGULAR, path, content.length, modified.get(path), true, !path.equals(readOnly), false);
    }

    @Override
    public FileStatus lookAtLink(String path) {
        return look(path);
    }

    @Override
    public List<String> list(String directory) {
        return List.copyOf(contents.keySet());
    }

    @Override
    public String realPath(String path) {
        return path;
    }

    @Override
    public Channel open(String path, OpenMode mode) throws IOException {
        if (path.equals(TERMINAL)) {
            return terminal;
        }
        if (mode != OpenMode.READ || !contents.containsKey(path)) {
            throw new IOException("no such file or directory");
        }
        return new Bytes(contents.get(path));
    }

    @Override
    public void replace(String path, Content content) throws IOException {
        if (isFull) {
            throw new IOException("no room left");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new Channel() {

            @Override
            public int read(byte[] into, int offset, int length) {
                return -1;
            }

            @Override
            public void write(byte[] from, int offset, int length) {
                bytes.write(from, offset, length);
            }

            @Override
            public boolean isTerminal() {
                return false;
            }

            @Override
            public void close() {
                // It is only memory.
            }
        });
        put(path, bytes.toByteArray());
    }

    @Override
    public FileChanges changes() {
        throw new UnsupportedOperationException("nothing changes but what is in files");
    }

    @Override
    public long now() {
        return 0;
    }

    @Override
    public void pause(long nanoseconds) {
        paused += nanoseconds;
    }

    @Override
    public Pipe pipe() throws IOException {
        throw new IOException("there are no pipes");
    }

    @Override
    public Channel document(byte[] content) {
        return new Bytes(content);
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
    public ProcessorTimes processorTimes() {
        return new ProcessorTimes(0, 0, 0, 0);
    }
}
