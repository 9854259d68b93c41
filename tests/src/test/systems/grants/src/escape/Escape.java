package escape;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Tries what its first argument says, and says what came of it. What Java has is tried here, what only Peaberry has by {@link Below}. */
public final class Escape {

    private static final int PIECE = 64 << 10;
    private static final long YEAR = 365L * 24 * 60 * 60 * 1000;

    private Escape() {
    }

    /** Ends with 0 if it could do what it tried. */
    public static void main(String[] arguments) throws IOException {
        String file = arguments.length > 1 ? arguments[1] : "";
        switch (arguments[0]) {
            case "read" -> System.out.print(read(file));
            case "write" -> write(file, false);
            case "append" -> write(file, true);
            case "shorten" -> shorten(file);
            case "list" -> list(file);
            case "exists" -> say(new File(file).exists() ? "it is there" : "it is not there");
            case "make" -> say(new File(file).mkdir() ? "made" : "not made");
            case "remove" -> say(new File(file).delete() ? "removed" : "not removed");
            case "rename" -> say(new File(file).renameTo(new File(arguments[2])) ? "renamed" : "not renamed");
            case "unlock" -> say(new File(file).setReadOnly() ? "changed" : "not changed");
            case "time" -> say(System.currentTimeMillis() > YEAR ? "it knows the time" : "it does not know the time");
            case "random" -> say("random bytes: " + random());
            case "memory" -> memory();
            case "stack" -> say("depth " + (deeper(0) > 1000 ? "much" : "little"));
            case "flood" -> flood();
            case "loop" -> loop();
            case "error" -> System.err.println("to standard error");
            default -> Below.attempt(arguments[0]);
        }
    }

    private static void say(String what) {
        System.out.println(what);
    }

    private static String read(String file) throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(String file, boolean append) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file, append)) {
            out.write("OVERWRITTEN\n".getBytes(StandardCharsets.UTF_8));
        }
        say("written");
    }

    private static void shorten(String file) throws IOException {
        try (RandomAccessFile both = new RandomAccessFile(file, "rw")) {
            both.setLength(0);
        }
        say("shortened");
    }

    private static void list(String file) {
        String[] names = new File(file).list();
        say(names == null ? "nothing to be listed" : String.join(" ", List.of(names).stream().sorted().toList()));
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return bytes.length + "";
    }

    private static void memory() {
        List<byte[]> all = new ArrayList<>();
        for (;;) {
            all.add(new byte[PIECE]);
        }
    }

    private static int deeper(int depth) {
        return depth < 0 ? 0 : 1 + deeper(depth + 1);
    }

    private static void flood() {
        for (;;) {
            System.out.println("FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD FLOOD");
        }
    }

    private static void loop() {
        long count = 0;
        while (count >= 0) {
            count++;
        }
        say("the end");
    }
}
