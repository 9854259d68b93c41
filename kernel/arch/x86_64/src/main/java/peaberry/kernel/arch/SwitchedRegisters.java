package peaberry.kernel.arch;

/** The registers that the kernel itself never uses, and so changes only when another thread gets the processor. */
interface SwitchedRegisters {

    /** Empties the segment registers, which may or may not make their bases 0. */
    void clearSegments();

    /** The base of FS. */
    long fsBase();

    /** The base of GS. */
    long gsBase();

    /** Sets the bases to what they were before; other addresses may be none. */
    void setBases(long fs, long gs);

    /** Makes any use of the vector registers a fault. */
    void refuseVectors();

    /** Makes {@code state} that of registers never used. */
    void initialise(VectorState state);

    /** Saves the vector registers, whose use is allowed. */
    void save(VectorState to);

    /** Loads the vector registers from what was saved or initialised, and lets the program use them. */
    void load(VectorState from);
}
