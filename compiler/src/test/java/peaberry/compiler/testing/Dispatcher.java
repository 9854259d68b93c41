package peaberry.compiler.testing;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the main class of an executable of many programs: {@code main(n)} runs the n-th. */
final class Dispatcher {

    static final String NAME = Folders.PROGRAMS + ".Dispatcher";

    private Dispatcher() {
    }

    static void write(List<String> programs, Path folder) throws IOException {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(NAME), type -> type
            .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
            .withMethodBody("main", MethodTypeDesc.of(CD_void, CD_long), ClassFile.ACC_STATIC,
                code -> dispatch(code, programs)));
        Path file = folder.resolve(NAME.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void dispatch(CodeBuilder code, List<String> programs) {
        Label end = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            cases.add(SwitchCase.of(i, code.newLabel()));
        }
        code.lload(0).l2i().tableswitch(0, programs.size() - 1, end, cases);
        for (int i = 0; i < programs.size(); i++) {
            code.labelBinding(cases.get(i).target());
            code.invokestatic(ClassDesc.of(programs.get(i)), "run", MTD_void);
            code.goto_(end);
        }
        code.labelBinding(end).return_();
    }
}
