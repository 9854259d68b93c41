package peaberry.compiler.code;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peaberry.compiler.Target;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.reach.Refusals.Place;

/** The LLVM module of a whole program. */
public final class ModuleWriter {

    /** Allocation to registers, without those that neither kernel nor programs save. */
    private static final String FEATURES =
        "\"target-features\"=\"-mmx,-sse,-sse2,-sse3,-ssse3,-sse4.1,-sse4.2,-avx,-avx2,-x87,+soft-float\"";
    private static final String POINTER = "Placement.pointer(long)";

    private final Program program;
    private final Target target;
    private final LoweringFiles lowerings;

    public ModuleWriter(Program program, Target target, LoweringFiles lowerings) {
        this.program = program;
        this.target = target;
        this.lowerings = lowerings;
    }

    /** The names of the native bodies that the program needs. */
    public Set<String> loweringNames() {
        Set<String> names = new LinkedHashSet<>();
        program.reachability().intrinsics().forEach(method -> names.add(method.loweringName()));
        if (!program.reachability().placed().isEmpty()) {
            names.add(POINTER);
        }
        return names;
    }

    /** The module's text; what is found to be refused goes to the program's refusals. */
    public String text(JavaMethod main) {
        StringBuilder functions = new StringBuilder(main == null ? "" : start(main));
        for (JavaMethod method : program.reachability().methods()) {
            String text = new MethodTranslator(program, method).translate();
            functions.append(text == null ? "" : text);
            if (method.entryPoint() != null) {
                functions.append(entryPoint(method));
            }
        }
        Map<String, JavaMethod> bodies = new HashMap<>();
        for (JavaMethod intrinsic : program.reachability().intrinsics()) {
            JavaMethod other = bodies.putIfAbsent(intrinsic.loweringName(), intrinsic);
            if (other != null) {
                program.refusals().addToCaller(intrinsic, "the intrinsic " + intrinsic
                    + ", whose native body would be the same as that of " + other);
            }
            if (!lowerings.has(intrinsic.loweringName())) {
                program.refusals().addToCaller(intrinsic, "the intrinsic " + intrinsic + ", which has no native body @\""
                    + intrinsic.loweringName() + "\"");
            }
        }
        StringBuilder text = new StringBuilder();
        text.append("target datalayout = \"e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128\"\n")
            .append("target triple = \"x86_64-unknown-none-elf\"\n\n");
        text.append(program.heap().text("#0"));
        if (program.copiesArrays()) {
            text.append(Support.move("#0"));
        }
        text.append(lowerings.text(loweringNames())).append('\n').append(functions).append(declarations(functions));
        text.append("attributes #0 = { nounwind null_pointer_is_valid ")
            .append(target == Target.KERNEL ? "noredzone " : "").append("\"no-builtins\" ").append(FEATURES).append(" }\n");
        text.append("attributes #1 = { cold noreturn nounwind }\n");
        text.append("attributes #2 = { nounwind null_pointer_is_valid noredzone \"no_callee_saved_registers\" \"no-builtins\" ")
            .append(FEATURES).append(" }\n\n");
        return text.append(program.debug().text()).toString();
    }

    /** The symbol that assembly or the kernel calls first; null of a kernel, which has entry points. */
    public static String startSymbol(Target target) {
        return switch (target) {
            case PROGRAM -> "_start";
            case LINUX -> "peaberry_main";
            case KERNEL -> null;
        };
    }

    private String start(JavaMethod main) {
        String symbol = startSymbol(target);
        int debug = program.debug().wrapper(symbol, main);
        String here = program.debug().wrapperLocation(debug);
        String end = target == Target.PROGRAM
            ? "  call void asm sideeffect \"ud1l " + program.newSite(Trap.UNREACHABLE)
            + "(%eax), %eax\", \"\"() #1" + here + "\n  unreachable" + here + "\n" : "  ret void" + here + "\n";
        return "define void @" + symbol + "(i64 %argument) #0 !dbg !" + debug
            + " {\n  call void @peaberry_init_headers()" + here + "\n  call void @\""
            + program.name(main) + "\"(i64 %argument)" + here + "\n" + end + "}\n\n";
    }

    /** Assembly that calls an entry point keeps nothing in registers across the call, so none is saved. */
    private String entryPoint(JavaMethod method) {
        if (!method.isStatic()) {
            program.refusals().add(new Place(method, method.code().line(0)), "an entry point that is not static");
            return "";
        }
        List<String> parameters = new ArrayList<>();
        for (ClassDesc type : method.type().parameterList()) {
            parameters.add(program.world().representation(type).register() + " %p" + parameters.size());
        }
        Representation result = program.world().representation(method.type().returnType());
        String call = "call " + result.register() + " @\"" + program.name(method) + "\"("
            + String.join(", ", parameters) + ")";
        int debug = program.debug().wrapper(method.entryPoint(), method);
        String here = program.debug().wrapperLocation(debug);
        String body = result.isVoid() ? "  " + call + here + "\n  ret void" + here + "\n"
            : "  %result = " + call + here + "\n  ret " + result.register() + " %result" + here + "\n";
        return "define " + result.register() + " @" + method.entryPoint() + "("
            + String.join(", ", parameters) + ") #2 !dbg !" + debug + " {\n" + body + "}\n\n";
    }

    /** The LLVM intrinsics that translated methods call, but for those that the native bodies declare too. */
    private String declarations(CharSequence functions) {
        StringBuilder text = new StringBuilder();
        Set<String> declared = lowerings.closure(loweringNames());
        for (String type : List.of("i32", "i64")) {
            for (String name : List.of("ctpop", "ctlz", "cttz", "bswap")) {
                String symbol = "llvm." + name + "." + type;
                boolean wanted = functions.toString().contains("@" + symbol + "(") && !declared.contains(symbol);
                String flag = name.equals("ctlz") || name.equals("cttz") ? ", i1" : "";
                text.append(wanted ? "declare " + type + " @" + symbol + "(" + type + flag + ")\n" : "");
            }
        }
        return text.append('\n').toString();
    }
}
