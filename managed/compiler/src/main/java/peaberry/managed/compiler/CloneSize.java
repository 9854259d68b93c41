package peaberry.managed.compiler;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * {@code Object.clone} of TeaVM 0.15 asks of an array's class, not of its items', whether it is a primitive one, so that a copy of bytes or characters goes
 * beyond its end. It is made to ask the right question.
 */
final class CloneSize implements ClassHolderTransformer {

    private static final String RUNTIME_CLASS = "org.teavm.runtime.RuntimeClass";
    private static final MethodReference WRONG = question(RUNTIME_CLASS, "isPrimitive");
    private static final MethodReference RIGHT = question("org.teavm.runtime.Allocator", "hasPrimitiveItems");

    private static MethodReference question(String type, String name) {
        return new MethodReference(type, name, ValueType.object(RUNTIME_CLASS), ValueType.BOOLEAN);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(Object.class.getName())) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getName().equals("cloneLowLevel")) {
                for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                    correct(block);
                }
            }
        }
    }

    private static void correct(BasicBlock block) {
        for (Instruction instruction : block) {
            if (instruction instanceof InvokeInstruction call && call.getMethod().equals(WRONG)) {
                call.setMethod(RIGHT);
            }
        }
    }
}
