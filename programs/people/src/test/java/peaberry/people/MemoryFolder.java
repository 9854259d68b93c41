package peaberry.people;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Files in memory, of which the power can fail: then nothing is done any more. */
final class MemoryFolder implements Folder {

    private static final String DIRECTORY = "a directory";

    final TreeMap<String, String> files = new TreeMap<>();
    /** How many more changes are done before the power fails. */
    private int left = Integer.MAX_VALUE;

    /** The same files, as they are. */
    MemoryFolder copy() {
        MemoryFolder copy = new MemoryFolder();
        copy.files.putAll(files);
        return copy;
    }

    void failAfter(int changes) {
        left = changes;
    }

    private void change() throws IOException {
        if (left-- <= 0) {
            throw new IOException("the power failed");
        }
    }

    @Override
    public List<String> list(String path) {
        List<String> names = new ArrayList<>();
        String prefix = path.isEmpty() ? "" : path + "/";
        for (String file : files.keySet()) {
            if (file.startsWith(prefix) && file.indexOf('/', prefix.length()) < 0) {
                names.add(file.substring(prefix.length()));
            }
        }
        return names;
    }

    @Override
    public boolean exists(String path) {
        return files.containsKey(path);
    }

    @Override
    public String read(String path) throws IOException {
        if (!files.containsKey(path)) {
            throw new IOException(path + ": it is not there");
        }
        return files.get(path);
    }

    @Override
    public void write(String path, String text) throws IOException {
        change();
        files.put(path, text);
    }

    @Override
    public void makeDirectory(String path) throws IOException {
        change();
        files.put(path, DIRECTORY);
    }

    @Override
    public void remove(String path) throws IOException {
        change();
        if (!list(path).isEmpty()) {
            throw new IOException(path + ": it is not empty");
        }
        files.remove(path);
    }

    @Override
    public void rename(String directory, String name, String newName) throws IOException {
        change();
        String prefix = directory.isEmpty() || directory.endsWith("/") ? directory : directory + "/";
        for (String file : List.copyOf(files.keySet())) {
            if (file.equals(prefix + name) || file.startsWith(prefix + name + "/")) {
                files.put(prefix + newName + file.substring(prefix.length() + name.length()), files.remove(file));
            }
        }
    }
}
