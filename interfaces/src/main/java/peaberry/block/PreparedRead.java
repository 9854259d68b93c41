package peaberry.block;

/**
 * What a driver reads before anybody asks for it ({@link BlockDevice#read}): one range of sectors at a time, to a buffer of the driver's own. What comes
 * there is handed out once, and only if nothing was written to these sectors since. The driver's part is to carry it out in its order among all requests.
 */
public final class PreparedRead {

    private enum State {
        NONE,
        UNDER_WAY,
        /** Something was written there since; the device has the buffer still. */
        OVERTAKEN,
        /** It is in the buffer. */
        THERE
    }

    private State state = State.NONE;
    private long sector;
    private int count;

    /** Becomes one of these sectors. @return whether they are to be read now; not if the buffer is in use, or they are in it already */
    public boolean begin(long first, int sectors) {
        boolean isInUse = state == State.UNDER_WAY || state == State.OVERTAKEN;
        if (isInUse || state == State.THERE && is(first, sectors)) {
            return false;
        }
        state = State.UNDER_WAY;
        sector = first;
        count = sectors;
        return true;
    }

    /** Ends it. @param succeeded whether the sectors are in the buffer; if not they are read when somebody asks for them */
    public void end(boolean succeeded) {
        state = succeeded && state == State.UNDER_WAY ? State.THERE : State.NONE;
    }

    /** To be called for each request to write, when it comes: what is read from now on is what was there before. */
    public void write(long first, int sectors) {
        boolean overlaps = first < sector + count && sector < first + sectors;
        if (overlaps && state == State.UNDER_WAY) {
            state = State.OVERTAKEN;
        } else if (overlaps && state == State.THERE) {
            state = State.NONE;
        }
    }

    /** Whether these sectors, which somebody asks for, are in the buffer. Then it is free, once they were copied out of it. */
    public boolean take(long first, int sectors) {
        boolean isThere = state == State.THERE && is(first, sectors);
        state = isThere ? State.NONE : state;
        return isThere;
    }

    private boolean is(long first, int sectors) {
        return sector == first && count == sectors;
    }
}
