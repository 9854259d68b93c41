package peaberry.managed.compiler;

import java.util.List;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/** Has the runtime call the program's own main method, and C call the runtime. */
final class MainMethod extends AbstractDependencyListener implements ClassHolderTransformer {

    /** Where a program begins. */
    static final String START = "peaberry.managed.Start";

    private static final String FAILURES = "peaberry.managed.Failures";

    /** What C calls, by the names of {@code java.h}. */
    private static final List<MethodReference> CALLED = List.of(new MethodReference(START, "finish", ValueType.VOID),
            new MethodReference(START, "flush", ValueType.VOID),
            new MethodReference(FAILURES, "throwStackOverflow", ValueType.VOID), new MethodReference(FAILURES, "throwOutOfMemory", ValueType.VOID),
            new MethodReference(FAILURES, "throwIndexOutOfBounds", ValueType.INTEGER, ValueType.INTEGER, ValueType.VOID));
    private static final MethodDescriptor RUN = new MethodDescriptor("run", String[].class, void.class);

    private final String mainClass;

    MainMethod(String mainClass) {
        this.mainClass = mainClass;
    }

    @Override
    public void started(DependencyAgent agent) {
        CALLED.forEach(method -> agent.linkMethod(method).use());
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().equals(START)) {
            MethodHolder run = type.getMethod(RUN);
            run.getModifiers().remove(ElementModifier.NATIVE);
            ProgramEmitter code = ProgramEmitter.create(run, context.getHierarchy());
            code.invoke(mainClass, "main", code.var(1, String[].class));
            code.exit();
        }
    }
}
