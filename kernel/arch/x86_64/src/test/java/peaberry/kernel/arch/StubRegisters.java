package peaberry.kernel.arch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

/** A processor's registers as numbers: one for all vector registers, which is 0 if they were never used. */
final class StubRegisters implements SwitchedRegisters {

    static final long NEVER_USED = 0;

    private final boolean clearingZeroesBases;
    private final Map<VectorState, Long> saved = new HashMap<>();
    private long fs;
    private long gs;
    long vectors = NEVER_USED;
    boolean allowed;

    /** @param clearingZeroesBases as on Intel's processors; not on all of AMD's */
    StubRegisters(boolean clearingZeroesBases) {
        this.clearingZeroesBases = clearingZeroesBases;
    }

    @Override
    public void clearSegments() {
        if (clearingZeroesBases) {
            fs = 0;
            gs = 0;
        }
    }

    @Override
    public long fsBase() {
        return fs;
    }

    @Override
    public long gsBase() {
        return gs;
    }

    @Override
    public void setBases(long newFs, long newGs) {
        fs = newFs;
        gs = newGs;
    }

    @Override
    public void refuseVectors() {
        allowed = false;
    }

    @Override
    public void initialise(VectorState state) {
        saved.put(state, NEVER_USED);
    }

    @Override
    public void save(VectorState to) {
        assertTrue(allowed, "XSAVE faults");
        saved.put(to, vectors);
    }

    @Override
    public void load(VectorState from) {
        assertTrue(saved.containsKey(from), "what is loaded was never stored");
        allowed = true;
        vectors = saved.get(from);
    }
}
