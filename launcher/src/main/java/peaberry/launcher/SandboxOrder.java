package peaberry.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code ./peaberry sandbox} was asked for.
 *
 * @param shares     files and folders of the host that the program is given, at most {@link #MOST_SHARES}
 * @param services   of the machine, that it is given
 * @param programs   whether it may start programs itself
 * @param memoryBits log2 of the bytes of its heap
 * @param seconds    after which it is ended; 0 for never
 * @param mainClass  the class that it begins with, or null if the program says
 * @param program    a jar, a folder of class files, or a class file
 * @param arguments  for the program
 */
record SandboxOrder(List<SharedPath> shares, Set<String> services, boolean programs, int memoryBits, int seconds, String mainClass, Path program, List<String> arguments) {

    static final int MOST_SHARES = 8;
    private static final Set<String> SERVICES = Set.of("clock", "entropy");
    private static final int DEFAULT_MEMORY_BITS = 24;
    private static final int LEAST_MEMORY_BITS = 20;
    private static final int MOST_MEMORY_BITS = 25;
    private static final int KIBIBYTE_BITS = 10;
    private static final int MEBIBYTE_BITS = 20;
    private static final int MOST_SECONDS = 1_000_000;
    private static final int LONGEST_NUMBER = 9;
    private static final int MOST_PLACE_BYTES = 256;

    /** @throws Failure which says what is wrong with the first bad argument */
    static SandboxOrder parse(List<String> arguments) throws Failure {
        List<SharedPath> shares = new ArrayList<>();
        Set<String> services = new TreeSet<>();
        boolean programs = false;
        int memoryBits = DEFAULT_MEMORY_BITS;
        int seconds = 0;
        String mainClass = null;
        int next = 0;
        while (next < arguments.size() && arguments.get(next).startsWith("-")) {
            String argument = arguments.get(next++);
            int equals = argument.indexOf('=');
            String option = equals < 0 ? argument : argument.substring(0, equals);
            if (option.equals("--")) {
                break;
            }
            if (option.equals("--yes")) {
                continue;
            }
            if (!Set.of("--allow", "--memory", "--time", "--main").contains(option)) {
                throw new Failure("sandbox knows no option '" + option + "'");
            }
            if (equals < 0 && next == arguments.size()) {
                throw new Failure(option + " needs a value");
            }
            String value = equals < 0 ? arguments.get(next++) : argument.substring(equals + 1);
            switch (option) {
                case "--memory" -> memoryBits = memoryBits(value);
                case "--time" -> seconds = seconds(value);
                case "--main" -> mainClass = value;
                default -> {
                    if (value.equals("programs")) {
                        programs = true;
                    } else if (value.startsWith("service:")) {
                        services.add(service(value));
                    } else {
                        shares.add(share(value));
                    }
                }
            }
        }
        if (next == arguments.size()) {
            throw new Failure("sandbox needs a program: a jar, a folder of class files, or a class file");
        }
        if (shares.size() > MOST_SHARES) {
            throw new Failure("a sandbox has " + MOST_SHARES + " files or folders at most");
        }
        Path program = Path.of(arguments.get(next));
        if (!Files.exists(program)) {
            throw new Failure("there is no program '" + program + "'");
        }
        return new SandboxOrder(List.copyOf(shares), services, programs, memoryBits, seconds, mainClass, program, List.copyOf(arguments.subList(next + 1, arguments.size())));
    }

    private static String service(String need) throws Failure {
        String name = need.substring("service:".length());
        if (!SERVICES.contains(name)) {
            throw new Failure("--allow " + need + ": a sandbox has the services clock and entropy, and no other");
        }
        return name;
    }

    private static SharedPath share(String need) throws Failure {
        boolean isWritable = need.startsWith("write:");
        if (!isWritable && !need.startsWith("read:")) {
            throw new Failure("--allow " + need + ": there is no such need; there are read:PATH, write:PATH, service:clock, service:entropy and programs");
        }
        Path path = Path.of(need.substring(need.indexOf(':') + 1)).toAbsolutePath().normalize();
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new Failure("--allow " + need + ": there is no such file or folder");
        }
        if (!Files.isReadable(path) || isWritable && !Files.isWritable(path)) {
            throw new Failure("--allow " + need + ": you may not do that yourself");
        }
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > MOST_PLACE_BYTES) {
            throw new Failure("--allow " + need + ": the path is too long");
        }
        return new SharedPath(path, isWritable ? SharedPath.Access.WRITE : SharedPath.Access.READ);
    }

    private static int seconds(String value) throws Failure {
        long seconds = number(value);
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new Failure("--time needs a number of seconds from 1 to " + MOST_SECONDS + ", not '" + value + "'");
        }
        return (int) seconds;
    }

    /** A power of two: what is between two is the lower one. */
    private static int memoryBits(String value) throws Failure {
        int unit = value.endsWith("K") ? KIBIBYTE_BITS : value.endsWith("M") ? MEBIBYTE_BITS : 0;
        long count = unit == 0 ? 0 : number(value.substring(0, value.length() - 1));
        int bits = count < 1 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(count << unit);
        if (bits < LEAST_MEMORY_BITS || bits > MOST_MEMORY_BITS) {
            throw new Failure("--memory needs a size from 1M to 63M, of which the power of two below it is the program's heap, not '" + value + "'");
        }
        return bits;
    }

    /** 0 if it is none. */
    private static long number(String digits) {
        boolean is = !digits.isEmpty() && digits.length() <= LONGEST_NUMBER && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return is ? Long.parseLong(digits) : 0;
    }
}
