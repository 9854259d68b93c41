package peaberry.tools;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Replaces, deletes or squeezes characters. */
final class Tr implements Tool {

    private static final int NONE = -1;
    private static final int ASCII = 128;

    private boolean isComplement;
    private boolean deletes;
    private boolean squeezes;
    private CharacterSet first;
    private CharacterSet second;
    private final int[] ofAscii = new int[ASCII];
    private final Map<Integer, Integer> ofOthers = new HashMap<>();

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "+cCdst", "complement=c", "delete=d", "squeeze-repeats=s", "truncate-set1=t");
        isComplement = options.lastOf("cC") != 0;
        deletes = options.has('d');
        squeezes = options.has('s');
        first = new CharacterSet(options.operand(0));
        boolean needsSecond = deletes == squeezes;
        if (needsSecond) {
            options.operand(1);
        }
        options.atMost(deletes && !squeezes ? 1 : 2);
        second = options.operands().size() > 1 ? new CharacterSet(options.operand(1)) : null;
        if (!deletes && second != null) {
            prepare(options.has('t'));
        }
        try (Input input = call.open(Call.STANDARD_INPUT)) {
            translate(input, call.out());
        }
        return 0;
    }

    private void prepare(boolean truncates) {
        if (!isComplement && !truncates) {
            second.fillTo(first.size());
        }
        if (second.size() == 0 && !truncates) {
            throw new UsageException("the second set is empty");
        }
        for (int i = 0; i < ASCII; i++) {
            ofAscii[i] = i;
        }
        if (isComplement) {
            prepareComplement();
            return;
        }
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            put(first.at(i), second.at(i));
        }
    }

    /** Those that the first set does not have are replaced in their order; the last one of the second set stands for all behind. */
    private void prepareComplement() {
        int next = 0;
        for (int character = 0; character < ASCII || next < second.size(); character++) {
            if (!first.has(character)) {
                put(character, second.at(Math.min(next++, second.size() - 1)));
            }
        }
    }

    private void put(int from, int to) {
        if (from < ASCII) {
            ofAscii[from] = to;
        } else {
            ofOthers.put(from, to);
        }
    }

    private int replaced(int character) {
        if (character < ASCII) {
            return ofAscii[character];
        }
        Integer to = ofOthers.get(character);
        if (to != null) {
            return to;
        }
        return isComplement && !first.has(character) ? second.at(second.size() - 1) : character;
    }

    private void translate(Input input, Output out) throws IOException {
        boolean replaces = !deletes && second != null;
        CharacterSet squeezed = second == null ? first : second;
        boolean[] isSqueezed = new boolean[ASCII];
        for (int i = 0; i < ASCII; i++) {
            isSqueezed[i] = squeezes && squeezed.has(i) != (second == null && isComplement);
        }
        int last = NONE;
        for (int character = input.readCharacter(); character != Input.END; character = input.readCharacter()) {
            if (deletes && first.has(character) != isComplement) {
                continue;
            }
            int written = replaces ? replaced(character) : character;
            boolean isRepeated = written == last && squeezes
                    && (written < ASCII ? isSqueezed[written] : squeezed.has(written) != (second == null && isComplement));
            if (!isRepeated) {
                out.writeCharacter(written);
            }
            last = written;
        }
    }
}
