package peaberry.managed.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.teavm.backend.c.CTarget;
import org.teavm.backend.c.generate.CNameProvider;
import org.teavm.backend.c.generate.ShorteningFileNameProvider;
import org.teavm.backend.c.generate.SimpleFileNameProvider;
import org.teavm.dependency.DependencyListener;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
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
    private final String mainClass;

    /** @param classPath of the program, with the runtime's classes in front of it and TeaVM's behind */
    Translation(List<File> classPath, String mainClass) {
        this.classPath = classPath;
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
            List.<ClassHolderTransformer>of(main, implicit, new JavaSemantics(), new CloneSize()).forEach(compiler::add);
            List.<DependencyListener>of(main, implicit).forEach(compiler::add);
            compiler.installPlugins();
            compiler.setEntryPoint(MainMethod.START);
            compiler.setEntryPointName(ENTRY);
            compiler.build(new DirectoryBuildTarget(folder.toFile()), "");
            refuse(compiler.getProblemProvider().getSevereProblems());
        }
    }

    private static void refuse(List<Problem> problems) throws CompileException {
        if (!problems.isEmpty()) {
            throw new CompileException(problems.stream().map(Translation::text).distinct().collect(Collectors.joining("\n")));
        }
    }

    private static String text(Problem problem) {
        DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
        problem.render(text);
        CallLocation place = problem.getLocation();
        return place == null ? text.getText() : place.getMethod() + ": " + text.getText();
    }
}
