package peaberry.compiler.programs;

import peaberry.compiler.testing.Out;

/** Constants from each encoding: small, byte, short, pooled, long. */
final class LargeConstants {

    static void run() {
        Out.println(-1);
        Out.println(5);
        Out.println(-128);
        Out.println(200);
        Out.println(-32768);
        Out.println(40000);
        Out.println(Integer.MIN_VALUE);
        Out.println(0L);
        Out.println(1L);
        Out.println(2L);
        Out.println(-1L);
        Out.println(Long.MIN_VALUE);
        Out.println(Long.MAX_VALUE);
        Out.println(0xCAFE_BABE);
        Out.println(0xCAFE_BABEL);
    }
}
