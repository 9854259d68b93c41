package peaberry.compiler.code;

/** Native functions that the compiler itself brings. */
final class Support {

    /** Moves bytes between ranges that may overlap: (ptr to, ptr from, i64 bytes). */
    static final String MOVE = "@peaberry_move";

    private Support() {
    }

    /** Upwards by string instructions, unless that would overwrite what is still to be read. */
    static String move(String attributes) {
        return """
            define internal void @peaberry_move(ptr %%to, ptr %%from, i64 %%bytes) %s {
            entry:
              %%to.address = ptrtoint ptr %%to to i64
              %%from.address = ptrtoint ptr %%from to i64
              %%distance = sub i64 %%to.address, %%from.address
              %%overlaps = icmp ult i64 %%distance, %%bytes
              br i1 %%overlaps, label %%down, label %%up
            up:
              %%words = lshr i64 %%bytes, 3
              %%rest = and i64 %%bytes, 7
              call { ptr, ptr, i64 } asm sideeffect "rep movsq; mov $3, %%rcx; rep movsb", "={di},={si},={cx},r,0,1,2,~{memory}"(i64 %%rest, ptr %%to, ptr %%from, i64 %%words)
              ret void
            down:
              %%left = phi i64 [ %%bytes, %%entry ], [ %%next, %%one ]
              %%done = icmp eq i64 %%left, 0
              br i1 %%done, label %%end, label %%one
            one:
              %%next = sub i64 %%left, 1
              %%source = getelementptr i8, ptr %%from, i64 %%next
              %%byte = load i8, ptr %%source
              %%target = getelementptr i8, ptr %%to, i64 %%next
              store i8 %%byte, ptr %%target
              br label %%down
            end:
              ret void
            }

            """.formatted(attributes);
    }
}
