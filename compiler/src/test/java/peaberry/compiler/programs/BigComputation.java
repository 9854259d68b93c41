package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** A hash over a long loop with many operations. */
final class BigComputation {

    static void run() {
        long hash = 0xCBF2_9CE4_8422_2325L;
        int mix = 1;
        for (int i = 0; i < 300_000; i++) {
            hash = (hash ^ i & 0xFF) * 0x100_0000_01B3L;
            mix = mix * 31 + (int) (hash >>> 33) ^ mix >>> 7;
            if ((mix & 1023) == 0) {
                hash += mix / (i + 1) - hash % 1_000_003;
            }
        }
        Out.println(hash);
        Out.println(mix);
    }
}
