package managed;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Makes, reads, changes and removes files below the directory that it begins in. */
public final class FileUse {

    private static final int LARGE = 200_003;

    private FileUse() {
    }

    public static void main(String[] arguments) throws IOException {
        File folder = new File("work/deep");
        System.out.println(folder.mkdirs() + " " + folder.isDirectory() + " " + folder.exists() + " " + new File("nothing").exists());
        text(new File(folder, "text"));
        large(new File(folder, "large"));
        random(new File(folder, "random"));
        names(folder);
        try (InputStream missing = new FileInputStream("work/nothing")) {
            System.out.println("opened " + missing.read());
        } catch (FileNotFoundException e) {
            System.out.println("not found: " + e.getMessage());
        }
        for (int i = 0; i < 100; i++) {
            new FileInputStream("work/deep/text").close();
        }
        remove(new File("work"));
        System.out.println(new File("work").exists());
    }

    private static void text(File file) throws IOException {
        try (PrintWriter writer = new PrintWriter(new FileWriter(file))) {
            writer.println("first");
            writer.println("größer als €");
        }
        try (FileWriter more = new FileWriter(file, true)) {
            more.write("third\n");
        }
        try (BufferedReader reader = new BufferedReader(new FileReader(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                System.out.println(line.length() + " " + line.hashCode());
            }
        }
        System.out.println(file.length() + " bytes");
    }

    private static void large(File file) throws IOException {
        byte[] bytes = new byte[LARGE];
        new Random(7).nextBytes(bytes);
        try (OutputStream out = new FileOutputStream(file)) {
            out.write(bytes, 0, 1000);
            out.write(bytes[1000]);
            out.write(bytes, 1001, LARGE - 1001);
        }
        CRC32 sum = new CRC32();
        int negative = 0;
        try (InputStream in = new FileInputStream(file)) {
            for (int i = 0; i < 500; i++) {
                int each = in.read();
                sum.update(each);
                negative += each < 0 ? 1 : 0;
            }
            byte[] piece = new byte[70_000];
            for (int count = in.read(piece); count > 0; count = in.read(piece)) {
                sum.update(piece, 0, count);
            }
            System.out.println("at the end: " + in.read() + ", " + in.available() + ", negative: " + negative);
        }
        CRC32 expected = new CRC32();
        expected.update(bytes);
        System.out.println(file.length() + " " + (sum.getValue() == expected.getValue()));
    }

    private static void random(File file) throws IOException {
        System.out.println(file.createNewFile() + " " + file.createNewFile());
        try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
            open.seek(10);
            open.writeInt(0x12345678);
            open.seek(0);
            open.writeLong(-2);
            open.seek(8);
            System.out.println(open.readShort() + " " + Integer.toHexString(open.readInt()) + " " + open.length() + " " + open.getFilePointer());
        }
    }

    private static void names(File folder) {
        System.out.println(new File(folder, "random").renameTo(new File(folder, "renamed")) + " " + Arrays.toString(sorted(folder)));
        System.out.println(new File(folder, "renamed").delete() + " " + new File(folder, "renamed").delete() + " " + folder.delete());
        System.out.println(new File(folder, "../deep/./text").length() + " " + new File("work").list().length + " " + new File(folder, "text").isFile());
    }

    private static String[] sorted(File folder) {
        String[] names = folder.list();
        Arrays.sort(names);
        return names;
    }

    private static void remove(File file) {
        if (file.isDirectory()) {
            for (File each : file.listFiles()) {
                remove(each);
            }
        }
        System.out.println("removed: " + file.delete());
    }
}
