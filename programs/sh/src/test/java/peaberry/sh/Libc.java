package peaberry.sh;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.NotAProgramException;
import peaberry.sh.system.Utf8;

/**
 * The few functions of Linux's C library that a shell needs and Java has not: descriptors that programs inherit, with
 * the place up to which a file was read.
 */
final class Libc {

    static final int READ_ONLY = 0;
    static final int WRITE_ONLY = 1;
    static final int READ_WRITE = 2;
    static final int CREATE = 0100;
    static final int EXCLUSIVE = 0200;
    static final int TRUNCATE = 01000;
    static final int APPEND = 02000;

    private static final int CLOSE_ON_EXEC = 02000000;
    private static final int DUPLICATE_CLOSE_ON_EXEC = 1030;
    private static final int SET_SIGNAL_DEFAULTS_AND_MASK = 0x04 | 0x08;
    private static final int NO_HANG = 1;
    private static final int INTERRUPTED = 4;
    private static final int NO_EXEC = 8;
    private static final int PIPE_IS_BROKEN = 32;
    private static final int PIPE_SIGNAL = 13;
    /** The descriptors of shells' channels, so that they are not in the way of those that programs get. */
    private static final int LOWEST = 100;
    private static final int STRUCTURE = 512;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT), 2);
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle READ = function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE = function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle SEEK = function("lseek", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT));
    private static final MethodHandle PIPE = function("pipe2", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CONTROL = function("fcntl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT), 2);
    private static final MethodHandle MEMORY = function("memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle IS_TERMINAL = function("isatty", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle KILL = function("kill", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle WAIT = function("waitpid", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle MESSAGE = function("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    private static final MethodHandle SPAWN = function("posix_spawn",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle ACTIONS = function("posix_spawn_file_actions_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle ADD_DUPLICATE = function("posix_spawn_file_actions_adddup2",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
    private static final MethodHandle ADD_CLOSE = function("posix_spawn_file_actions_addclose", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle ADD_DIRECTORY = function("posix_spawn_file_actions_addchdir_np", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle FREE_ACTIONS = function("posix_spawn_file_actions_destroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle ATTRIBUTES = function("posix_spawnattr_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle SET_FLAGS = function("posix_spawnattr_setflags", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SET_DEFAULTS = function("posix_spawnattr_setsigdefault", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle ADD_SIGNAL = function("sigaddset", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

    private Libc() {}

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle function(String name, FunctionDescriptor type, int firstVariable) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(firstVariable));
    }

    /** A number for an error. */
    private static final class Failure extends IOException {

        private static final long serialVersionUID = 1;

        private final int number;

        Failure(int number) {
            super(message(number));
            this.number = number;
        }
    }

    private static String message(int error) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = (MemorySegment) MESSAGE.invoke(arena.allocate(STATE), error);
            return text.reinterpret(200).getString(0);
        } catch (Throwable e) {
            return "error " + error;
        }
    }

    /** Calls a function again as long as a signal interrupts it. */
    private static long call(MethodHandle function, Object... arguments) throws Failure {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            while (true) {
                long result = ((Number) function.invokeWithArguments(all)).longValue();
                int error = (int) ERRNO.get(state, 0L);
                if (result >= 0) {
                    return result;
                }
                if (error != INTERRUPTED) {
                    throw new Failure(error);
                }
            }
        } catch (Failure e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemorySegment string(String text, Arena arena) {
        byte[] bytes = Utf8.encode(text);
        MemorySegment segment = arena.allocate(bytes.length + 1);
        MemorySegment.copy(bytes, 0, segment, JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    private static MemorySegment strings(List<String> texts, Arena arena) {
        MemorySegment pointers = arena.allocate(ADDRESS, texts.size() + 1);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, string(texts.get(i), arena));
        }
        return pointers;
    }

    /** The same channel at a number that is not in the way. */
    private static int moved(long descriptor) throws IOException {
        int moved = duplicate((int) descriptor);
        close((int) descriptor);
        return moved;
    }

    static int duplicate(int descriptor) throws IOException {
        return (int) call(CONTROL, descriptor, DUPLICATE_CLOSE_ON_EXEC, LOWEST);
    }

    static int open(String path, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return moved(call(OPEN, string(path, arena), flags | CLOSE_ON_EXEC, 0666));
        }
    }

    /** A file without a name. */
    static int memory() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            return moved(call(MEMORY, string("peaberry", arena), 1));
        }
    }

    static int[] pipe() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pair = arena.allocate(JAVA_INT, 2);
            call(PIPE, pair, CLOSE_ON_EXEC);
            return new int[] {moved(pair.getAtIndex(JAVA_INT, 0)), moved(pair.getAtIndex(JAVA_INT, 1))};
        }
    }

    static void close(int descriptor) throws IOException {
        call(CLOSE, descriptor);
    }

    static int read(int descriptor, byte[] into, int offset, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(Math.max(length, 1));
            int read = (int) call(READ, descriptor, buffer, (long) length);
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, offset, read);
            return read;
        }
    }

    static void write(int descriptor, byte[] from, int offset, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(Math.max(length, 1));
            MemorySegment.copy(from, offset, buffer, JAVA_BYTE, 0, length);
            for (long written = 0; written < length; ) {
                written += call(WRITE, descriptor, buffer.asSlice(written), length - written);
            }
        } catch (Failure e) {
            throw e.number == PIPE_IS_BROKEN ? new BrokenPipeException() : e;
        }
    }

    static void rewind(int descriptor) throws IOException {
        call(SEEK, descriptor, 0L, 0);
    }

    static boolean isTerminal(int descriptor) {
        try {
            return call(IS_TERMINAL, descriptor) == 1;
        } catch (IOException e) {
            return false;
        }
    }

    static void kill(int process, int signal) throws IOException {
        call(KILL, process, signal);
    }

    /** Starts a program with descriptors by the numbers it finds them at; answers its process. */
    static int spawn(String path, List<String> arguments, List<String> environment, String directory, Map<Integer, Integer> descriptors)
            throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(STRUCTURE, 8);
            call(ACTIONS, actions);
            call(ADD_DIRECTORY, actions, string(directory, arena));
            for (int descriptor = 0; descriptor < LOWEST; descriptor++) { // this process has descriptors that are not for others
                Integer source = descriptors.get(descriptor);
                call(source == null ? ADD_CLOSE : ADD_DUPLICATE, source == null ? new Object[] {actions, descriptor} : new Object[] {actions, source, descriptor});
            }
            MemorySegment attributes = arena.allocate(STRUCTURE, 8);
            MemorySegment signals = arena.allocate(STRUCTURE, 8);
            call(ATTRIBUTES, attributes);
            call(ADD_SIGNAL, signals, PIPE_SIGNAL);
            call(SET_DEFAULTS, attributes, signals);
            call(SET_FLAGS, attributes, SET_SIGNAL_DEFAULTS_AND_MASK);
            MemorySegment process = arena.allocate(JAVA_INT);
            long error = call(SPAWN, process, string(path, arena), actions, attributes, strings(arguments, arena), strings(environment, arena));
            call(FREE_ACTIONS, actions);
            if (error == NO_EXEC) {
                throw new NotAProgramException(path);
            }
            if (error != 0) {
                throw new Failure((int) error);
            }
            return process.get(JAVA_INT, 0);
        }
    }

    /** The status of a process that has ended, with 128 added to a signal; -1 if it has not. */
    static int status(int process, boolean waits) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(JAVA_INT);
            if (call(WAIT, process, status, waits ? 0 : NO_HANG) == 0) {
                return -1;
            }
            int value = status.get(JAVA_INT, 0);
            return (value & 0x7f) == 0 ? value >> 8 & 0xff : 128 + (value & 0x7f);
        }
    }
}
