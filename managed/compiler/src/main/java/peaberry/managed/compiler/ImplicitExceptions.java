package peaberry.managed.compiler;

import java.util.List;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Tells TeaVM's analysis that any code may throw what the machine throws by itself. It follows only what a program throws, so that in a handler of an
 * exception that nobody else throws it would find no method to call. All that a handler guards calls a method of which is said that it may throw these;
 * it is empty, and goes when it is inlined.
 */
final class ImplicitExceptions extends AbstractDependencyListener implements ClassHolderTransformer {

    private static final List<String> TYPES = List.of("java.lang.NullPointerException", "java.lang.ArrayIndexOutOfBoundsException",
            "java.lang.ClassCastException", "java.lang.NegativeArraySizeException", "java.lang.ArithmeticException",
            "java.lang.StackOverflowError", "java.lang.OutOfMemoryError");
    private static final MethodReference MAY_THROW = new MethodReference("peaberry.managed.Checks", "mayThrow", ValueType.VOID);

    @Override
    public void methodReached(DependencyAgent agent, MethodDependency method) {
        if (method.getReference().equals(MAY_THROW)) {
            for (String type : TYPES) {
                agent.linkClass(type);
                method.getThrown().propagate(agent.getType(ValueType.object(type)));
            }
        }
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        for (MethodHolder method : type.getMethods()) {
            if (method.getProgram() != null) {
                transform(method.getProgram());
            }
        }
    }

    private static void transform(Program program) {
        for (BasicBlock block : program.getBasicBlocks()) {
            if (!block.getTryCatchBlocks().isEmpty()) {
                InvokeInstruction call = new InvokeInstruction();
                call.setType(InvocationType.SPECIAL);
                call.setMethod(MAY_THROW);
                call.setLocation(block.getFirstInstruction() == null ? null : block.getFirstInstruction().getLocation());
                block.addFirst(call);
            }
        }
    }
}
