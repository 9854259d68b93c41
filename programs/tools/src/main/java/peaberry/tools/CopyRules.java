package peaberry.tools;

/**
 * How files are copied.
 *
 * @param recurses whether directories are copied, with all that is in them
 * @param followsOperands whether a link that is an operand is followed
 * @param followsAll whether links in directories are, too
 * @param keepsAttributes whether a copy has the times, the permissions and the owner of what is copied
 * @param keepsNames whether several names of one file are those of one copy
 * @param forces whether what cannot be written over is removed
 * @param isTold whether each is told
 */
record CopyRules(boolean recurses, boolean followsOperands, boolean followsAll, boolean keepsAttributes, boolean keepsNames, boolean forces, Telling isTold) {

    /** What is told of what is done. */
    enum Telling { NOTHING, COPIES, MOVES }

    /** Those of the options of {@code cp}. */
    static CopyRules of(Options options) {
        boolean recurses = options.lastOf("rRa") != 0;
        char links = options.lastOf("LPHad");
        boolean follows = links == 'L' || links == 0 && !recurses;
        return new CopyRules(recurses, follows || links == 'H', follows, options.lastOf("pa") != 0, options.lastOf("da") != 0, options.has('f'),
                options.has('v') ? Telling.COPIES : Telling.NOTHING);
    }

    /** Of what is moved to another file system. */
    static CopyRules ofMoving(boolean isTold) {
        return new CopyRules(true, false, false, true, true, true, isTold ? Telling.MOVES : Telling.NOTHING);
    }
}
