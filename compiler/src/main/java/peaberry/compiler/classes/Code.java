package peaberry.compiler.classes;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A method's instructions, numbered from 0, in basic blocks. Only what is reachable without an exception is in a block,
 * since throwing never unwinds.
 */
public final class Code {

    /** Instructions {@code start} to {@code end - 1}, entered only at the first. */
    public static final class Block {
        private final int start;
        private int end;
        private final List<Block> successors = new ArrayList<>();
        private final List<Block> predecessors = new ArrayList<>();
        private Block dominator;

        private Block(int start) {
            this.start = start;
        }

        public int start() {
            return start;
        }

        public int end() {
            return end;
        }

        /** One for each way out, in order; the same block can occur twice. */
        public List<Block> successors() {
            return successors;
        }

        public List<Block> predecessors() {
            return predecessors;
        }

        /** The last block before this one on every way from the entry; null for the entry. */
        public Block dominator() {
            return dominator;
        }

        /** The only block before this one, if its instructions precede; else null. */
        public Block onlyPredecessor() {
            boolean single = predecessors.size() == 1 && predecessors.getFirst().start < start;
            return single ? predecessors.getFirst() : null;
        }
    }

    /** An exception handler. @param type the class that is caught, or null for any */
    public record Handler(int handler, String type) {
    }

    /** One case of a switch. @param target the instruction where it goes on */
    public record Case(int value, int target) {
    }

    private final CodeAttribute attribute;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<Integer, Integer> indexOfOffset = new HashMap<>();
    private final List<Handler> handlers = new ArrayList<>();
    private final Map<Integer, StackMapFrameInfo> frames = new HashMap<>();
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();

    private Code(CodeAttribute attribute) {
        this.attribute = attribute;
    }

    static Code decode(JavaMethod method, MethodModel model) {
        Code code = new Code((CodeAttribute) model.code().orElseThrow(
            () -> new IllegalStateException(method + " has no code")));
        code.readInstructions();
        code.findBlocks();
        code.findDominators();
        return code;
    }

    public int size() {
        return instructions.size();
    }

    public Instruction instruction(int index) {
        return instructions.get(index);
    }

    /** The source line, 0 if unknown. */
    public int line(int index) {
        return lines.get(index);
    }

    public int maxLocals() {
        return attribute.maxLocals();
    }

    public List<Handler> handlers() {
        return handlers;
    }

    /** The reachable blocks in the order of their instructions. */
    public Collection<Block> blocks() {
        return blocks.values();
    }

    public Block blockAt(int index) {
        return blocks.get(index);
    }

    /** What the locals and the stack hold when a block is entered, if the class file says. */
    public StackMapFrameInfo frame(int index) {
        return frames.get(index);
    }

    public int index(Label label) {
        return indexOfOffset.get(attribute.labelToBci(label));
    }

    private void readInstructions() {
        int offset = 0;
        int line = 0;
        List<ExceptionCatch> catches = new ArrayList<>();
        for (CodeElement element : attribute.elementList()) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case ExceptionCatch caught -> catches.add(caught);
                case Instruction instruction -> {
                    indexOfOffset.put(offset, instructions.size());
                    instructions.add(instruction);
                    offsets.add(offset);
                    lines.add(line);
                    offset += instruction.sizeInBytes();
                }
                default -> { }
            }
        }
        indexOfOffset.put(offset, instructions.size());
        for (ExceptionCatch caught : catches) {
            String type = caught.catchType().map(entry -> entry.asInternalName()).orElse(null);
            handlers.add(new Handler(index(caught.handler()), type));
        }
        attribute.findAttribute(Attributes.stackMapTable()).ifPresent(table ->
            table.entries().forEach(frame -> frames.put(index(frame.target()), frame)));
    }

    private void findBlocks() {
        boolean[] leader = new boolean[instructions.size() + 1];
        leader[0] = true;
        for (int i = 0; i < instructions.size(); i++) {
            if (endsBlock(instructions.get(i))) {
                leader[i + 1] = true;
                targets(i).forEach(target -> leader[target] = true);
            }
        }
        ArrayDeque<Block> work = new ArrayDeque<>();
        work.add(block(0, work));
        while (!work.isEmpty()) {
            Block block = work.remove();
            int i = block.start;
            while (!endsBlock(instructions.get(i)) && !leader[i + 1]) {
                i++;
            }
            block.end = i + 1;
            List<Integer> targets = endsBlock(instructions.get(i)) ? targets(i) : List.of(i + 1);
            for (int target : targets) {
                Block successor = block(target, work);
                block.successors.add(successor);
                successor.predecessors.add(block);
            }
        }
    }

    private Block block(int start, ArrayDeque<Block> work) {
        Block known = blocks.get(start);
        if (known != null) {
            return known;
        }
        Block block = new Block(start);
        blocks.put(start, block);
        if (start != 0) {
            work.add(block);
        }
        return block;
    }

    private static boolean endsBlock(Instruction instruction) {
        return instruction instanceof BranchInstruction || instruction instanceof TableSwitchInstruction
            || instruction instanceof LookupSwitchInstruction || instruction instanceof ReturnInstruction
            || instruction instanceof ThrowInstruction;
    }

    /** Where control can go after a block's last instruction: the branch's target first, then what follows. */
    private List<Integer> targets(int i) {
        List<Integer> targets = new ArrayList<>();
        switch (instructions.get(i)) {
            case BranchInstruction branch -> {
                targets.add(index(branch.target()));
                boolean always = branch.opcode() == Opcode.GOTO || branch.opcode() == Opcode.GOTO_W;
                if (!always) {
                    targets.add(i + 1);
                }
            }
            case TableSwitchInstruction table -> targets.add(index(table.defaultTarget()));
            case LookupSwitchInstruction lookup -> targets.add(index(lookup.defaultTarget()));
            default -> { }
        }
        cases(i).forEach(one -> targets.add(one.target));
        return targets;
    }

    /** The cases of the switch at {@code i}, but for the default; none if there is no switch. */
    public List<Case> cases(int i) {
        List<Case> cases = new ArrayList<>();
        switch (instructions.get(i)) {
            case TableSwitchInstruction table -> tableCases(offsets.get(i), table, cases);
            case LookupSwitchInstruction lookup ->
                lookup.cases().forEach(one -> cases.add(new Case(one.caseValue(), index(one.target()))));
            default -> { }
        }
        return cases;
    }

    /** From the bytes, since the JDK's own reader fails where the highest value is the highest int (JDK 25). */
    private void tableCases(int offset, TableSwitchInstruction table, List<Case> cases) {
        ByteBuffer bytes = ByteBuffer.wrap(attribute.codeArray());
        int firstTarget = (offset & ~3) + 4 * Integer.BYTES;
        for (long value = table.lowValue(); value <= table.highValue(); value++) {
            int distance = bytes.getInt(firstTarget + (int) (value - table.lowValue()) * Integer.BYTES);
            cases.add(new Case((int) value, indexOfOffset.get(offset + distance)));
        }
    }

    /** Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm", over blocks in reverse postorder. */
    private void findDominators() {
        List<Block> postorder = new ArrayList<>();
        visit(blocks.get(0), new HashMap<>(), postorder);
        Map<Block, Integer> rank = new HashMap<>();
        for (int i = 0; i < postorder.size(); i++) {
            rank.put(postorder.get(i), i);
        }
        Block entry = blocks.get(0);
        entry.dominator = entry;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : postorder.reversed()) {
                if (block == entry) {
                    continue;
                }
                Block common = null;
                for (Block predecessor : block.predecessors) {
                    if (predecessor.dominator != null) {
                        common = common == null ? predecessor : intersect(common, predecessor, rank);
                    }
                }
                changed |= common != block.dominator;
                block.dominator = common;
            }
        }
        entry.dominator = null;
    }

    private static Block intersect(Block first, Block second, Map<Block, Integer> rank) {
        Block left = first;
        Block right = second;
        while (left != right) {
            while (rank.get(left) < rank.get(right)) {
                left = left.dominator;
            }
            while (rank.get(right) < rank.get(left)) {
                right = right.dominator;
            }
        }
        return left;
    }

    private static void visit(Block entry, Map<Block, Integer> next, List<Block> postorder) {
        ArrayDeque<Block> path = new ArrayDeque<>();
        path.push(entry);
        next.put(entry, 0);
        while (!path.isEmpty()) {
            Block block = path.peek();
            int child = next.get(block);
            if (child == block.successors.size()) {
                postorder.add(path.pop());
                continue;
            }
            next.put(block, child + 1);
            Block successor = block.successors.get(child);
            if (next.putIfAbsent(successor, 0) == null) {
                path.push(successor);
            }
        }
    }
}
