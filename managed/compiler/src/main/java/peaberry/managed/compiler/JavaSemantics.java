package peaberry.managed.compiler;

import java.util.Map;
import java.util.Set;
import org.teavm.interop.Unmanaged;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * What C does otherwise than Java, TeaVM lets pass: division by zero and of the smallest number by -1, shifts by more than the width, numbers with a
 * fraction that are too large for their new type. Such instructions become calls of {@code peaberry.managed.Checks}, which are inlined. And what the class
 * library asks of the machine it is given by {@code peaberry.managed}.
 */
final class JavaSemantics implements ClassHolderTransformer {

    private static final String CHECKS = "peaberry.managed.Checks";
    /** What runs below Java's level, and is written for C. */
    private static final Set<String> LOW = Set.of("org.teavm.runtime.", "org.teavm.interop.", "peaberry.machine.", CHECKS);
    /** But not what waits for a time. */
    private static final String EVENTS = "org.teavm.runtime.EventQueue";
    private static final Map<MethodReference, MethodReference> ELSEWHERE = Map.of(
            new MethodReference(System.class, "exit", int.class, void.class), own("Start", "exit", ValueType.INTEGER, ValueType.VOID),
            new MethodReference(System.class, "currentTimeMillis", long.class), own("TimeOfDay", "milliseconds", ValueType.LONG),
            new MethodReference(Math.class, "random", double.class), own("Randomness", "nextDouble", ValueType.DOUBLE),
            new MethodReference(Integer.class, "divideUnsigned", int.class, int.class, int.class), check("divideUnsigned", ValueType.INTEGER),
            new MethodReference(Integer.class, "remainderUnsigned", int.class, int.class, int.class), check("remainderUnsigned", ValueType.INTEGER),
            new MethodReference(Long.class, "divideUnsigned", long.class, long.class, long.class), check("divideUnsigned", ValueType.LONG),
            new MethodReference(Long.class, "remainderUnsigned", long.class, long.class, long.class), check("remainderUnsigned", ValueType.LONG));
    private static final Map<NumericOperandType, ValueType> TYPES = Map.of(NumericOperandType.INT, ValueType.INTEGER,
            NumericOperandType.LONG, ValueType.LONG, NumericOperandType.FLOAT, ValueType.FLOAT, NumericOperandType.DOUBLE, ValueType.DOUBLE);

    private static MethodReference own(String type, String name, ValueType... signature) {
        return new MethodReference("peaberry.managed." + type, name, signature);
    }

    private static MethodReference check(String name, ValueType type) {
        return new MethodReference(CHECKS, name, type, type, type);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        boolean isLow = LOW.stream().anyMatch(type.getName()::startsWith) && !type.getName().equals(EVENTS);
        if (isLow || type.getAnnotations().get(Unmanaged.class.getName()) != null) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null && method.getAnnotations().get(Unmanaged.class.getName()) == null) {
                transform(method.getProgram());
            }
        }
    }

    private static void transform(Program program) {
        for (int i = 0; i < program.basicBlockCount(); i++) {
            BasicBlock block = program.basicBlockAt(i);
            for (Instruction instruction = block.getFirstInstruction(); instruction != null;) {
                Instruction next = instruction.getNext();
                switch (instruction) {
                    case BinaryInstruction binary -> transform(program, binary);
                    case CastNumberInstruction cast -> transform(cast);
                    case InvokeInstruction call -> call.setMethod(ELSEWHERE.getOrDefault(call.getMethod(), call.getMethod()));
                    default -> {
                    }
                }
                instruction = next;
            }
        }
    }

    private static void transform(Program program, BinaryInstruction binary) {
        boolean whole = binary.getOperandType() == NumericOperandType.INT || binary.getOperandType() == NumericOperandType.LONG;
        switch (binary.getOperation()) {
            case DIVIDE, MODULO -> {
                if (whole && !isHarmlessDivisor(binary)) {
                    String name = binary.getOperation() == BinaryOperation.DIVIDE ? "divide" : "remainder";
                    call(binary, check(name, TYPES.get(binary.getOperandType())), binary.getReceiver(), binary.getFirstOperand(), binary.getSecondOperand());
                }
            }
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> limitShift(program, binary);
            default -> {
            }
        }
    }

    private static boolean isHarmlessDivisor(BinaryInstruction binary) {
        Integer constant = constant(binary);
        return constant != null && constant != 0 && constant != -1;
    }

    /** The second operand, if the instruction just before makes it as a constant; else null. */
    private static Integer constant(BinaryInstruction binary) {
        return binary.getPrevious() instanceof IntegerConstantInstruction made && made.getReceiver() == binary.getSecondOperand() ? made.getConstant() : null;
    }

    private static void limitShift(Program program, BinaryInstruction shift) {
        int most = (shift.getOperandType() == NumericOperandType.LONG ? Long.SIZE : Integer.SIZE) - 1;
        Integer constant = constant(shift);
        if (constant != null && constant >= 0 && constant <= most) {
            return;
        }
        IntegerConstantInstruction mask = new IntegerConstantInstruction();
        mask.setConstant(most);
        mask.setReceiver(program.createVariable());
        BinaryInstruction and = new BinaryInstruction(BinaryOperation.AND, NumericOperandType.INT);
        and.setFirstOperand(shift.getSecondOperand());
        and.setSecondOperand(mask.getReceiver());
        and.setReceiver(program.createVariable());
        mask.setLocation(shift.getLocation());
        and.setLocation(shift.getLocation());
        shift.insertPrevious(mask);
        shift.insertPrevious(and);
        shift.setSecondOperand(and.getReceiver());
    }

    private static void transform(CastNumberInstruction cast) {
        boolean fraction = cast.getSourceType() == NumericOperandType.FLOAT || cast.getSourceType() == NumericOperandType.DOUBLE;
        boolean whole = cast.getTargetType() == NumericOperandType.INT || cast.getTargetType() == NumericOperandType.LONG;
        if (fraction && whole) {
            String name = cast.getTargetType() == NumericOperandType.INT ? "toInt" : "toLong";
            call(cast, new MethodReference(CHECKS, name, TYPES.get(cast.getSourceType()), TYPES.get(cast.getTargetType())), cast.getReceiver(), cast.getValue());
        }
    }

    private static void call(Instruction replaced, MethodReference check, Variable receiver, Variable... arguments) {
        InvokeInstruction call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(check);
        call.setArguments(arguments);
        call.setReceiver(receiver);
        call.setLocation(replaced.getLocation());
        replaced.replace(call);
    }
}
