package peaberry.kernel.arch;

import java.util.HashMap;
import java.util.Map;

/** A processor that answers what it was told to; zeros else. */
final class StubIdentity implements ProcessorIdentity {

    private record Question(int leaf, int subleaf) {
    }

    private record Answer(int eax, int ebx, int ecx) {
    }

    private final Map<Question, Answer> answers = new HashMap<>();

    void answer(int leaf, int subleaf, int eax, int ebx, int ecx) {
        answers.put(new Question(leaf, subleaf), new Answer(eax, ebx, ecx));
    }

    private Answer of(int leaf, int subleaf) {
        return answers.getOrDefault(new Question(leaf, subleaf), new Answer(0, 0, 0));
    }

    @Override
    public int eax(int leaf, int subleaf) {
        return of(leaf, subleaf).eax;
    }

    @Override
    public int ebx(int leaf, int subleaf) {
        return of(leaf, subleaf).ebx;
    }

    @Override
    public int ecx(int leaf, int subleaf) {
        return of(leaf, subleaf).ecx;
    }
}
