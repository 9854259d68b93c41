package peaberry.kernel.arch;

import java.util.HashMap;
import java.util.Map;

/** A processor that answers what it was told to; zeros else. */
final class StubIdentity implements ProcessorIdentity {

    private record Answer(int eax, int ebx, int ecx) {
    }

    private final Map<Integer, Answer> answers = new HashMap<>();

    void answer(int leaf, int eax, int ebx, int ecx) {
        answers.put(leaf, new Answer(eax, ebx, ecx));
    }

    private Answer of(int leaf) {
        return answers.getOrDefault(leaf, new Answer(0, 0, 0));
    }

    @Override
    public int eax(int leaf, int subleaf) {
        return of(leaf).eax;
    }

    @Override
    public int ebx(int leaf, int subleaf) {
        return of(leaf).ebx;
    }

    @Override
    public int ecx(int leaf, int subleaf) {
        return of(leaf).ecx;
    }
}
