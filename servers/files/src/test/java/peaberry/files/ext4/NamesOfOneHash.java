package peaberry.files.ext4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import peaberry.runtime.Text;

/** Names that an index cannot tell apart, found by trying. */
public final class NamesOfOneHash {

    private static final int TRIED = 1 << 22;

    private NamesOfOneHash() {
    }

    /** So many, each of whose hashes, without a seed and with the first of the hash functions, another one of them has. */
    public static List<String> find(int count) {
        DirectoryHash hash = new DirectoryHash();
        hash.start(0, 0, 0, 0, true);
        Text text = new Text(16);
        long[] hashes = new long[TRIED];
        for (int i = 0; i < TRIED; i++) {
            text.clear().append(name(i));
            hashes[i] = (long) hash.of(DirectoryHash.LEGACY, text, 0, text.length()) << Integer.SIZE | i;
        }
        Arrays.sort(hashes);
        List<String> found = new ArrayList<>();
        for (int i = 1; i < TRIED && found.size() < count; i++) {
            if (hashes[i] >> Integer.SIZE == hashes[i - 1] >> Integer.SIZE) {
                found.add(name((int) hashes[i - 1]));
                found.add(name((int) hashes[i]));
            }
        }
        return found.stream().distinct().toList();
    }

    /** Letters as random as a good generator's numbers (Steele, Lea and Flood's SplitMix, 2014). */
    private static String name(int number) {
        long mixed = (number + 1L) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        return Long.toString((mixed ^ mixed >>> 27) >>> 1, 36);
    }
}
