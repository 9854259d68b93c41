package peaberry.managed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.runtime.fs.VirtualFile;
import org.teavm.runtime.fs.VirtualFileSystem;
import peaberry.file.FileSystem;
import peaberry.runtime.Arguments;
import peaberry.runtime.Text;

/** The files that are mounted in the process, for {@code java.io}. A path that does not begin with {@code /} begins where the program is. */
public final class MountedFiles implements VirtualFileSystem {

    static final String TOP = "/";

    /** Where whoever started the program says that it is. */
    @Override
    public String getUserDir() {
        Text directory = new Text(FileSystem.MAX_PATH);
        boolean isKnown = Arguments.environment("PWD", directory) && directory.length() > 0 && directory.byteAt(0) == '/' && !directory.isTruncated();
        return isKnown ? Trees.string(directory) : TOP;
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
