package peaberry.managed.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.teavm.backend.c.CTarget;
import org.teavm.backend.c.generate.CNameProvider;
import org.teavm.backend.c.generate.ShorteningFileNameProvider;
import org.teavm.backend.c.generate.SimpleFileNameProvider;
import org.teavm.dependency.DependencyListener;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.vm.DirectoryBuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;
import peaberry.compiler.CompileException;

/** Class files to C, by TeaVM. */
final class Translation {

    static final String ENTRY = "program_main";

    private static final int LEAST_HEAP = 64 * 1024;
    private static final int MOST_HEAP = 1 << 30;

    private final List<File> classPath;
    private final List<File> program;
    private final String mainClass;

    /**
     * @param classPath all that there is: the program's, with the runtime's classes in front of it and TeaVM's behind
     * @param program   the program's alone
     */
    Translation(List<File> classPath, List<File> program, String mainClass) {
        this.classPath = classPath;
        this.program = program;
        this.mainClass = mainClass;
    }

    /** Writes the C files into a folder. @throws CompileException with all that TeaVM cannot do */
    void run(Path folder) throws IOException, CompileException {
        CTarget target = new CTarget(new CNameProvider());
        target.setMinHeapSize(LEAST_HEAP);
        target.setMaxHeapSize(MOST_HEAP);
        target.setFileNames(new ShorteningFileNameProvider(new SimpleFileNameProvider()));
        ReferenceCache cache = new ReferenceCache();
        ClassLoader loader = Translation.class.getClassLoader();
        try (ResourceProvider resources = ResourceProvider.ofClassPath(classPath)) {
            TeaVM compiler = new TeaVMBuilder(target).setReferenceCache(cache).setClassLoader(loader).setResourceProvider(resources)
                    .setClassSource(new PreOptimizingClassHolderSource(new ClasspathClassHolderSource(resources, cache, loader)))
                    .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new).build();
            compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
            MainMethod main = new MainMethod(mainClass);
            ImplicitExceptions implicit = new ImplicitExceptions();
            List.<ClassHolderTransformer>of(main, implicit, new JavaSemantics(), new CloneSize(), new LineEnds()).forEach(compiler::add);
            List.<DependencyListener>of(main, implicit).forEach(compiler::add);
            compiler.installPlugins();
            compiler.setEntryPoint(MainMethod.START);
            compiler.setEntryPointName(ENTRY);
            build(compiler, folder);
        }
    }

    /** TeaVM takes what it could not find for a reason to fail elsewhere, too; what it could not find is then the reason to tell. */
    private void build(TeaVM compiler, Path folder) throws CompileException {
        RuntimeException failure = null;
        try {
            compiler.build(new DirectoryBuildTarget(folder.toFile()), "");
        } catch (RuntimeException thrown) {
            failure = thrown;
        }
        List<Problem> problems = new ArrayList<>(compiler.getProblemProvider().getSevereProblems());
        if (problems.isEmpty() && failure != null) {
            problems.add(Reflection.problem(failure, compiler.getDependencyInfo()).orElseThrow(unknown(failure)));
        }
        if (!problems.isEmpty()) {
            throw new CompileException(new Refusals(compiler.getDependencyInfo().getCallGraph(), program).text(problems));
        }
    }

    private static Supplier<CompileException> unknown(RuntimeException failure) {
        return () -> new CompileException("TeaVM failed: " + failure, failure);
    }
}
