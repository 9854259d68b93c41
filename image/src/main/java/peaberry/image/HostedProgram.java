package peaberry.image;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An ordinary Java program for the simulated machine: its class files, in which {@code System.out} and the like are the process's, which waits as one of Peaberry's, and an entry with
 * {@code main(long)}, which the machine calls. What would be the host's is refused.
 */
final class HostedProgram {

    /** The program's entry. */
    static final String ENTRY = "peaberry.hosted.Entry";

    /** With what an ordinary program is linked here. */
    static final String MODULE = "peaberry.hosted";

    private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
    private static final MethodTypeDesc MILLISECONDS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);
    private static final ClassDesc PROCESS_SYSTEM = ClassDesc.of("peaberry.hosted.ProcessSystem");
    private static final ClassDesc START = ClassDesc.of("peaberry.hosted.Start");
    private static final ClassDesc PROGRAM = START.nested("Program");
    private static final Set<String> STREAMS = Set.of("in", "out", "err");
    private static final List<String> OF_THE_HOST = List.of("java/io/File", "java/io/RandomAccessFile", "java/nio/file/", "java/nio/channels/", "java/net/",
            "java/lang/ProcessBuilder");

    private HostedProgram() {
    }

    /** Writes the classes that the program names, directly or by others, into a folder. @throws IOException also if one uses what would be the host's */
    static void write(String mainClass, List<Path> classPath, Path folder) throws IOException {
        Deque<String> names = new ArrayDeque<>(List.of(mainClass.replace('.', '/')));
        Set<String> seen = new HashSet<>(names);
        while (!names.isEmpty()) {
            String file = names.remove() + ".class";
            for (Path from : classPath) {
                if (Files.exists(from.resolve(file))) {
                    ClassModel type = ClassFile.of().parse(from.resolve(file));
                    write(folder.resolve(file), rewritten(type));
                    used(type).filter(seen::add).forEach(names::add);
                }
            }
        }
        write(folder.resolve(ENTRY.replace('.', '/') + ".class"), entry(mainClass));
    }

    /** The names of all classes that a class names. */
    private static Stream<String> used(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false).filter(ClassEntry.class::isInstance)
                .map(constant -> ((ClassEntry) constant).asInternalName());
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] rewritten(ClassModel type) throws IOException {
        Optional<String> foreign = used(type).filter(name -> OF_THE_HOST.stream().anyMatch(name::startsWith)).findFirst();
        if (foreign.isPresent()) {
            throw new IOException((type.thisClass().asInternalName() + " uses " + foreign.get()).replace('/', '.')
                    + ", which programs do not have on the simulated machine yet");
        }
        return ClassFile.of().transformClass(type, ClassTransform.transformingMethodBodies(HostedProgram::rewrite));
    }

    private static void rewrite(CodeBuilder code, CodeElement element) {
        switch (element) {
            case FieldInstruction read when read.opcode() == Opcode.GETSTATIC && read.owner().asSymbol().equals(SYSTEM) && STREAMS.contains(read.name().stringValue()) ->
                code.getstatic(PROCESS_SYSTEM, read.name().stringValue(), read.typeSymbol());
            case InvokeInstruction call when call.owner().asSymbol().equals(SYSTEM) && call.name().equalsString("exit") ->
                code.invokestatic(PROCESS_SYSTEM, "exit", call.typeSymbol());
            case InvokeInstruction call when call.owner().asSymbol().equals(THREAD) && call.name().equalsString("sleep") && call.typeSymbol().equals(MILLISECONDS) ->
                code.invokestatic(PROCESS_SYSTEM, "sleep", call.typeSymbol());
            default -> code.with(element);
        }
    }

    /** {@code static void main(long argument) { Start.run(MainClass::main); }} */
    private static byte[] entry(String mainClass) {
        MethodTypeDesc main = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType());
        DirectMethodHandleDesc program = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC, ClassDesc.of(mainClass), "main", main);
        DirectMethodHandleDesc lambdas = ConstantDescs.ofCallsiteBootstrap(ClassDesc.of("java.lang.invoke.LambdaMetafactory"), "metafactory",
                ConstantDescs.CD_CallSite, ConstantDescs.CD_MethodType, ConstantDescs.CD_MethodHandle, ConstantDescs.CD_MethodType);
        return ClassFile.of().build(ClassDesc.of(ENTRY), type -> type.withMethodBody("main", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long),
                ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> code
                        .invokedynamic(DynamicCallSiteDesc.of(lambdas, "main", MethodTypeDesc.of(PROGRAM), main, program, main))
                        .invokestatic(START, "run", MethodTypeDesc.of(ConstantDescs.CD_void, PROGRAM)).return_()));
    }
}
