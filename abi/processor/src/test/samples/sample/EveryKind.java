package sample;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.machine.Unboxed;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.Ports;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/** Whatever can travel, there and back. */
@Interface(outcomes = EveryKind.Outcome.class)
public interface EveryKind {

    Numbers numbers(byte a, short b, char c, int d, long e, boolean f);

    Bounded bounded(@Range(min = -3, max = 9) int small, @Range(max = 1L << 40) long large, @Range(min = 1, max = 2) byte tiny);

    @Idempotent
    Colour colour(Colour colour);

    Sector sector(Sector sector);

    /** Records are taken apart. */
    Pair swap(Pair pair);

    @Size(100)
    byte[] reverse(@Size(100) byte[] data);

    @Idempotent
    Letters letters(@Size(20) Text first, int number, @Size(13) byte[] second, @Size(300) Text third);

    Window window(Window window, int offset, Capability other);

    @Size(8)
    byte[] described(@Size(8) byte[] before, Capability any, Frame frame, long number, Ports ports);

    /** Not answered at once. */
    int holdBack(Window window);

    /** Not answered at once. */
    @Idempotent
    long later(long number);

    void nothing();

    @Range(max = 255)
    int refusedIfOdd(int number);

    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE, ODD
    }

    enum Colour {
        RED, GREEN, BLUE
    }

    @Unboxed
    record Sector(@Range(max = 1000) long number) {
    }

    record Numbers(byte a, short b, char c, int d, long e, boolean f) {
    }

    record Bounded(@Range(min = -3, max = 9) int small, @Range(max = 1L << 40) long large, @Range(min = 1, max = 2) byte tiny) {
    }

    record Point(@Range(max = 10) int x, Colour colour) {
    }

    record Pair(Point left, Point right) {
    }

    record Letters(@Size(20) Text first, int number, @Size(13) byte[] second, @Size(300) Text third) {
    }
}
