package peaberry.managed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileSystem;

/** The files that are mounted in the process, for {@code java.io}. A path that does not begin with {@code /} is as if it did. */
public final class MountedFiles implements VirtualFileSystem {

    static final String TOP = "/";

    @Override
    public String getUserDir() {
        return TOP;
    }

    @Override
    public VirtualFile getFile(String path) {
        return new MountedFile(canonicalize(path));
    }

    @Override
    public boolean isWindows() {
        return false;
    }

    @Override
    public String canonicalize(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split(TOP)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return TOP + String.join(TOP, names);
    }

    @Override
    public String[] getRoots() {
        return new String[] {TOP};
    }
}
