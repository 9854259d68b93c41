package peaberry.compiler.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.UninitializedVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.BranchInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.Code.Block;
import peaberry.compiler.classes.Representation;

/**
 * Ways from block to block. A block with a single one before it goes on with its values; others find their locals and
 * stack in variables, of the types that the class file's stack map says.
 */
final class BranchCode {

    private record Entry(Value[] locals, List<Value> stack, Facts facts) {
    }

    private final Translation at;
    private final FunctionWriter out;
    private final ObjectCode objects;
    private final Value[] unchanging;
    private final Map<Block, Entry> entries = new HashMap<>();
    private final Map<Block, Facts> ends = new HashMap<>();

    /** @param unchanging by slot: the parameters that are never assigned to, null for the other locals */
    BranchCode(Translation at, ObjectCode objects, Value[] unchanging) {
        this.at = at;
        this.objects = objects;
        this.unchanging = unchanging;
        out = at.out();
    }

    static String label(Block block) {
        return "b" + block.start();
    }

    /** Takes up the state in which {@code block} is entered. */
    void enter(Block block) {
        out.label(label(block));
        Entry entry = entries.get(block);
        if (entry != null) {
            at.become(entry.locals, entry.stack, entry.facts);
            return;
        }
        if (block.start() == 0 && block.predecessors().isEmpty()) {
            return;
        }
        Facts known = ends.get(block.dominator());
        StackMapFrameInfo frame = at.code().frame(block.start());
        Value[] locals = unchanging.clone();
        int slot = 0;
        for (VerificationTypeInfo type : frame.locals()) {
            Representation held = representation(type);
            if (locals[slot] == null && held != null) {
                locals[slot] = Value.of(held, null);
            }
            slot += words(type);
        }
        at.become(locals, List.of(), known == null ? new Facts() : known);
        for (int i = 0; i < frame.stack().size(); i++) {
            at.push(unspill(i, frame.stack().get(i)));
        }
    }

    private Value unspill(int depth, VerificationTypeInfo type) {
        if (type == SimpleVerificationTypeInfo.NULL) {
            return Value.NULL;
        }
        if (type instanceof UninitializedVerificationTypeInfo uninitialized) {
            return objects.madeAt(at.code().index(uninitialized.newTarget()));
        }
        Representation held = representation(type);
        return Value.of(held, out.value("load " + held.register() + ", ptr " + spilled(depth, held)));
    }

    private String spilled(int depth, Representation held) {
        return out.variable("s" + depth, held.register());
    }

    /** The end of a block that falls through. */
    void fallThrough(Block block) {
        leave(block);
        out.emit("br label %" + label(block.successors().getFirst()));
    }

    /** Saves the state for what follows. */
    private void leave(Block block) {
        ends.put(block, new Facts(at.facts()));
        boolean spill = false;
        for (Block successor : block.successors()) {
            if (successor.onlyPredecessor() == null) {
                match(successor);
                spill = true;
            } else {
                entries.put(successor, new Entry(at.locals().clone(), new ArrayList<>(at.stack()), new Facts(at.facts())));
            }
        }
        for (int i = 0; spill && i < at.stack().size(); i++) {
            Value value = at.stack().get(i);
            if (value.use() == Value.Use.PLAIN) {
                out.emit("store " + value.typed() + ", ptr " + spilled(i, value.representation()));
            } else if (value.use() == Value.Use.CLASS_LITERAL) {
                throw new Refused("a class literal that is kept over a branch");
            }
        }
    }

    /** Makes sure that unboxed records and objects do not meet in one variable. */
    private void match(Block successor) {
        StackMapFrameInfo frame = at.code().frame(successor.start());
        int slot = 0;
        for (VerificationTypeInfo type : frame.locals()) {
            Value value = at.locals()[slot];
            if (type instanceof ObjectVerificationTypeInfo object && value != null) {
                at.coerce(value, object.classSymbol());
            }
            slot += words(type);
        }
        for (int i = 0; i < frame.stack().size(); i++) {
            if (frame.stack().get(i) instanceof ObjectVerificationTypeInfo object) {
                at.coerce(at.stack().get(i), object.classSymbol());
            }
        }
    }

    private Representation representation(VerificationTypeInfo type) {
        return switch (type) {
            case SimpleVerificationTypeInfo.INTEGER -> Value.INT;
            case SimpleVerificationTypeInfo.LONG -> Value.LONG;
            case SimpleVerificationTypeInfo.NULL -> Value.OBJECT;
            case ObjectVerificationTypeInfo object -> at.representation(object.classSymbol());
            default -> null;
        };
    }

    private static int words(VerificationTypeInfo type) {
        return type == SimpleVerificationTypeInfo.LONG || type == SimpleVerificationTypeInfo.DOUBLE ? 2 : 1;
    }

    void branch(BranchInstruction instruction, Block block) {
        String condition = switch (instruction.opcode()) {
            case GOTO, GOTO_W -> null;
            case IFEQ -> compareWithZero("eq");
            case IFNE -> compareWithZero("ne");
            case IFLT -> compareWithZero("slt");
            case IFGE -> compareWithZero("sge");
            case IFGT -> compareWithZero("sgt");
            case IFLE -> compareWithZero("sle");
            case IF_ICMPEQ -> compare("eq");
            case IF_ICMPNE -> compare("ne");
            case IF_ICMPLT -> compare("slt");
            case IF_ICMPGE -> compare("sge");
            case IF_ICMPGT -> compare("sgt");
            case IF_ICMPLE -> compare("sle");
            case IF_ACMPEQ -> compareReferences("eq");
            case IF_ACMPNE -> compareReferences("ne");
            case IFNULL, IFNONNULL -> {
                compareWithNull(instruction, block);
                yield "";
            }
            default -> throw new Refused("the instruction " + instruction.opcode());
        };
        if (condition == null) {
            fallThrough(block);
        } else if (!condition.isEmpty()) {
            leave(block);
            emitBranch(condition, block);
        }
    }

    private void emitBranch(String condition, Block block) {
        out.emit("br i1 " + condition + ", label %" + label(block.successors().get(0)) + ", label %"
            + label(block.successors().get(1)));
    }

    private String compareWithZero(String relation) {
        Value value = at.stack().getLast();
        String text = at.popNumber();
        return value.comparedLeft() == null ? out.value("icmp " + relation + " i32 " + text + ", 0")
            : out.value("icmp " + relation + " i64 " + value.comparedLeft() + ", " + value.comparedRight());
    }

    private String compare(String relation) {
        String right = at.popNumber();
        String left = at.popNumber();
        return out.value("icmp " + relation + " i32 " + left + ", " + right);
    }

    private String compareReferences(String relation) {
        Value right = at.popReference();
        Value left = at.popReference();
        return out.value("icmp " + relation + " ptr " + left.text() + ", " + right.text());
    }

    private void compareWithNull(BranchInstruction instruction, Block block) {
        Value value = at.popReference();
        boolean ifNull = instruction.opcode() == Opcode.IFNULL;
        leave(block);
        Entry present = entries.get(block.successors().get(ifNull ? 1 : 0));
        if (present != null && block.successors().get(0) != block.successors().get(1)) {
            present.facts.setNonNull(value.text());
        }
        emitBranch(out.value("icmp " + (ifNull ? "eq" : "ne") + " ptr " + value.text() + ", null"), block);
    }

    /** The numbers for which a switch comes to a case. @param table the switch's table; null if it goes by the case itself */
    private static IntStream selectors(int[] table, int one) {
        return table == null ? IntStream.of(one) : IntStream.range(0, table.length).filter(index -> table[index] == one);
    }

    void select(Block block) {
        Value value = at.popNumberValue();
        leave(block);
        StringBuilder text = new StringBuilder();
        for (Code.Case one : at.code().cases(at.index())) {
            String target = ", label %" + label(at.code().blockAt(one.target()));
            selectors(value.switchTable(), one.value()).forEach(selector -> text.append(" i32 ").append(selector).append(target));
        }
        out.emit("switch i32 " + value.text() + ", label %" + label(block.successors().getFirst()) + " [" + text + " ]");
    }
}
