package peaberry.tools;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import peaberry.sh.system.FileChanges;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;
import peaberry.sh.system.Utf8;

/** The host's files by the functions of Linux's C library, so that what is refused is what GNU's tools see refused, too. */
class HostFiles implements FileChanges {

    private static final int HERE = -100;
    private static final int NO_FOLLOW = 0x100;
    private static final int BASIC = 0x7ff;
    private static final int STATUS_BYTES = 256;
    private static final int LONGEST = 4096;
    private static final int OTHER_DEVICE = 18;
    private static final long SECOND = 1_000_000_000;
    private static final int BLOCK = 512;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle STATX = function("statx", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle ACCESS = function("access", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle MKDIR = function("mkdir", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle UNLINK = function("unlink", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle RMDIR = function("rmdir", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle RENAME = function("rename", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle LINK = function("link", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle SYMLINK = function("symlink", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle READLINK = function("readlink", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
    private static final MethodHandle CHMOD = function("chmod", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CHOWN = function("fchownat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle UTIMES = function("utimensat", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
    private static final MethodHandle STATVFS = function("statvfs", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle MESSAGE = function("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private final int mask = readMask();

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, Linker.Option.captureCallState("errno"));
    }

    private static int readMask() {
        try {
            String row = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("Umask:")).findFirst().orElseThrow();
            return Integer.parseInt(row.substring("Umask:".length()).strip(), 8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static MemorySegment string(String text, Arena arena) {
        byte[] bytes = Utf8.encode(text);
        MemorySegment segment = arena.allocate(bytes.length + 1L);
        segment.asByteBuffer().put(bytes);
        return segment;
    }

    private static long call(Arena arena, MethodHandle function, Object... arguments) throws IOException {
        MemorySegment state = arena.allocate(STATE);
        Object[] all = new Object[arguments.length + 1];
        all[0] = state;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        long result;
        try {
            result = ((Number) function.invokeWithArguments(all)).longValue();
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
        if (result < 0) {
            throw failure((int) ERRNO.get(state, 0L), arena);
        }
        return result;
    }

    private static IOException failure(int error, Arena arena) {
        if (error == OTHER_DEVICE) {
            return new OtherFileSystemException();
        }
        try {
            return new IOException(((MemorySegment) MESSAGE.invoke(arena.allocate(STATE), error)).reinterpret(LONGEST).getString(0));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Calls a function with a path and numbers. */
    private static void change(MethodHandle function, String path, Object... numbers) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Object[] all = new Object[numbers.length + 1];
            all[0] = string(path, arena);
            System.arraycopy(numbers, 0, all, 1, numbers.length);
            call(arena, function, all);
        }
    }

    private static void changeTwo(MethodHandle function, String one, String other) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            call(arena, function, string(one, arena), string(other, arena));
        }
    }

    private static boolean may(String path, int what) {
        try {
            change(ACCESS, path, what);
            return true;
        } catch (IOException no) {
            return false;
        }
    }

    FileStatus status(String path, boolean follow) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(STATUS_BYTES, Long.BYTES);
            call(arena, STATX, HERE, string(path, arena), follow ? 0 : NO_FOLLOW, BASIC, found);
            int mode = found.get(JAVA_SHORT, 28) & 0xffff;
            String identity = found.get(JAVA_INT, 136) + "," + found.get(JAVA_INT, 140) + ":" + found.get(JAVA_LONG, 32);
            FileStatus.Details details = new FileStatus.Details(mode & 07777, found.get(JAVA_INT, 20), found.get(JAVA_INT, 24), found.get(JAVA_INT, 16),
                    found.get(JAVA_LONG, 48) * BLOCK, time(found, 64), time(found, 96));
            return new FileStatus(kind(mode), identity, found.get(JAVA_LONG, 40), time(found, 112), may(path, 4), may(path, 2), may(path, 1), details);
        } catch (IOException nothing) {
            return null;
        }
    }

    private static long time(MemorySegment status, long offset) {
        return status.get(JAVA_LONG, offset) * SECOND + status.get(JAVA_INT, offset + Long.BYTES);
    }

    private static Kind kind(int mode) {
        return switch (mode & 0170000) {
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            case 0010000 -> Kind.PIPE;
            case 0140000 -> Kind.SOCKET;
            case 0020000 -> Kind.CHARACTER_DEVICE;
            case 0060000 -> Kind.BLOCK_DEVICE;
            default -> Kind.REGULAR;
        };
    }

    @Override
    public int mask() {
        return mask;
    }

    @Override
    public void makeDirectory(String path, int permissions) throws IOException {
        change(MKDIR, path, permissions);
    }

    @Override
    public void remove(String path) throws IOException {
        change(UNLINK, path);
    }

    @Override
    public void removeDirectory(String path) throws IOException {
        change(RMDIR, path);
    }

    @Override
    public void rename(String path, String newPath) throws IOException {
        changeTwo(RENAME, path, newPath);
    }

    @Override
    public void link(String path, String newPath) throws IOException {
        changeTwo(LINK, path, newPath);
    }

    @Override
    public void symbolicLink(String target, String path) throws IOException {
        changeTwo(SYMLINK, target, path);
    }

    @Override
    public String readLink(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(LONGEST);
            int length = (int) call(arena, READLINK, string(path, arena), target, (long) LONGEST);
            byte[] bytes = new byte[length];
            target.asByteBuffer().get(bytes);
            return Utf8.decode(bytes);
        }
    }

    @Override
    public void setPermissions(String path, int permissions) throws IOException {
        change(CHMOD, path, permissions);
    }

    @Override
    public void setOwner(String path, long owner, long group, boolean follow) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            call(arena, CHOWN, HERE, string(path, arena), (int) owner, (int) group, follow ? 0 : NO_FOLLOW);
        }
    }

    @Override
    public void setTimes(String path, long accessed, long modified) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment times = arena.allocate(JAVA_LONG, 4);
            times.setAtIndex(JAVA_LONG, 0, Math.floorDiv(accessed, SECOND));
            times.setAtIndex(JAVA_LONG, 1, Math.floorMod(accessed, SECOND));
            times.setAtIndex(JAVA_LONG, 2, Math.floorDiv(modified, SECOND));
            times.setAtIndex(JAVA_LONG, 3, Math.floorMod(modified, SECOND));
            call(arena, UTIMES, HERE, string(path, arena), times, 0);
        }
    }

    @Override
    public Space space(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(STATUS_BYTES, Long.BYTES);
            call(arena, STATVFS, string(path, arena), found);
            long piece = found.get(JAVA_LONG, 8);
            return new Space("/", found.get(JAVA_LONG, 16) * piece, found.get(JAVA_LONG, 24) * piece, found.get(JAVA_LONG, 40), found.get(JAVA_LONG, 48));
        }
    }

    @Override
    public List<String> mounts() {
        return List.of("/");
    }
}
