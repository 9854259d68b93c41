package peaberry.managed.compiler;

import java.util.Formatter;
import java.util.Locale;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.util.InstructionVariableMapper;

/** Has {@link Formatter} know {@code %n}: the format that it is given goes through {@code peaberry.managed.Formats} first. */
final class LineEnds implements ClassHolderTransformer {

    private static final MethodDescriptor FORMAT = new MethodDescriptor("format", Locale.class, String.class, Object[].class, Formatter.class);
    private static final int PARAMETER = 2;
    private static final ValueType TEXT = ValueType.object("java.lang.String");
    private static final MethodReference WITH_LINE_ENDS = new MethodReference("peaberry.managed.Formats", "withLineEnds", TEXT, TEXT);

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals(Formatter.class.getName())) {
            return;
        }
        Program program = type.getMethod(FORMAT).getProgram();
        Variable given = program.variableAt(PARAMETER);
        Variable changed = program.createVariable();
        InstructionVariableMapper mapper = new InstructionVariableMapper(variable -> variable == given ? changed : variable);
        for (BasicBlock block : program.getBasicBlocks()) {
            mapper.apply(block);
        }
        InvokeInstruction call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(WITH_LINE_ENDS);
        call.setArguments(given);
        call.setReceiver(changed);
        call.setLocation(program.basicBlockAt(0).getFirstInstruction().getLocation());
        program.basicBlockAt(0).addFirst(call);
    }
}
