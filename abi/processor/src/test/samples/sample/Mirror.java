package sample;

import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Capability;
import peaberry.runtime.Frame;
import peaberry.runtime.Loopback;
import peaberry.runtime.Ports;
import peaberry.runtime.Text;
import peaberry.runtime.Window;
import sample.EveryKind.Colour;
import sample.EveryKind.Sector;

/** Answers what it was told, and does not stand being told what the interface forbids. */
public final class Mirror extends EveryKindServer {

    private final byte[] reversed = new byte[100];
    private Caller waiting;
    private Window kept = Window.at(0);
    private long number;
    private int reached;

    /** How many requests came through the checks. */
    public int reached() {
        return reached;
    }

    /** The number that came last with a method that keeps it. */
    public long number() {
        return number;
    }

    /** Answers who waits. */
    public void answerLater() {
        if (waiting != null) {
            Caller caller = waiting;
            waiting = null;
            if (kept.slot() == 0) {
                answerLater(caller, number);
            } else {
                int slot = kept.slot();
                kept = Window.at(0);
                answerHoldBack(caller, slot);
            }
        }
    }

    private void require(boolean condition) {
        reached++;
        if (!condition) {
            throw new AssertionError("a value that the interface forbids");
        }
    }

    @Override
    protected Answer numbers(byte a, short b, char c, int d, long e, boolean f) {
        reached++;
        return answerNumbers(a, b, c, d, e, f);
    }

    @Override
    protected Answer bounded(int small, long large, byte tiny) {
        require(small >= -3 && small <= 9 && large >= 0 && large <= 1L << 40 && tiny >= 1 && tiny <= 2);
        return answerBounded(small, large, tiny);
    }

    @Override
    protected Answer colour(Colour colour) {
        require(colour != null);
        return answerColour(colour);
    }

    @Override
    protected Answer sector(Sector sector) {
        require(sector.number() >= 0 && sector.number() <= 1000);
        return answerSector(sector);
    }

    @Override
    protected Answer swap(int pairLeftX, Colour pairLeftColour, int pairRightX, Colour pairRightColour) {
        require(pairLeftX >= 0 && pairLeftX <= 10 && pairRightX >= 0 && pairRightX <= 10);
        return answerSwap(pairRightX, pairRightColour, pairLeftX, pairLeftColour);
    }

    @Override
    protected Answer reverse(byte[] data, int dataCount) {
        require(dataCount >= 0 && dataCount <= 100);
        for (int i = 0; i < dataCount; i++) {
            reversed[dataCount - 1 - i] = data[i];
        }
        return answerReverse(reversed, dataCount);
    }

    @Override
    protected Answer letters(Text first, int count, byte[] second, int secondCount, Text third) {
        require(first.length() <= 20 && !first.isTruncated() && secondCount <= 13 && third.length() <= 300 && !third.isTruncated());
        return answerLetters(first, count, second, secondCount, third);
    }

    @Override
    protected Answer window(Window window, int offset, Capability other) {
        require(window.slot() >= Loopback.FIRST_ARRIVAL && other.slot() == window.slot() + 1);
        return answerWindow(window);
    }

    @Override
    protected Answer described(byte[] before, int beforeCount, Capability any, Frame frame, long wanted, Ports ports) {
        require(any.slot() >= Loopback.FIRST_ARRIVAL && frame.slot() == any.slot() + 1 && ports.slot() == any.slot() + 2);
        number = wanted;
        return answerDescribed(before, beforeCount);
    }

    @Override
    protected Answer holdBack(Window window) {
        require(canKeep() && window.slot() >= Loopback.FIRST_ARRIVAL);
        kept = window;
        waiting = keep();
        return Answer.NONE;
    }

    @Override
    protected Answer later(long wanted) {
        require(canKeep());
        number = wanted;
        waiting = keep();
        return Answer.NONE;
    }

    @Override
    protected Answer nothing() {
        reached++;
        return answerNothing();
    }

    @Override
    protected Answer refusedIfOdd(int wanted) {
        reached++;
        return (wanted & 1) == 0 ? answerRefusedIfOdd(wanted) : refuse(EveryKind.Outcome.ODD);
    }
}
