package peaberry.managed.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import peaberry.compiler.CompileException;

/**
 * TeaVM's C with that done already which it does when a program starts: literals of strings know their class, static fields are zeros anyway, and where
 * references are in them stands in one table. So a program begins without going through all of its data, and what nobody writes is in pages that all
 * processes share.
 *
 * <p>And what is wrong in it is made right: where TeaVM keeps what a handler reads after a jump, it declares what is pointed at as volatile, which has to be
 * the pointer.
 */
final class PreparedC {

    private static final Pattern VOLATILE_POINTEE = lines("^(\\s*)volatile (\\w+ ?\\*+) ?(\\w+;)$");
    private static final Pattern ZERO = lines("^sfld_\\w+ = (?:NULL|0|INT32_C\\(0\\)|INT64_C\\(0\\));\n");
    private static final Pattern ROOTS = lines("^teavm_registerStaticGcRoots\\((\\w+), (\\d+)\\);\n");
    private static final Pattern ROOT_LIST = lines("^static void\\*\\* (teavm_gc_localStaticRoots_\\w+\\[\\d+\\] = )");
    private static final Pattern CLASS_LIST = lines("^(TeaVM_Class\\*) (teavm_classReferences\\[\\d+\\] = )");
    private static final Pattern POOL = lines("^(TeaVM_String\\*) (teavm_stringPool\\[\\d+\\] = )");
    private static final Pattern POOL_START = Pattern.compile("^void teavm_initStringPool\\(\\) \\{.*?^}\n", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PACK = lines("^#define TEAVM_PACK_CLASS\\(cls\\) .*$");
    private static final Pattern UNPACK = lines("^#define TEAVM_UNPACK_CLASS\\(cls\\) .*$");

    private final List<String> roots = new ArrayList<>();

    private static Pattern lines(String expression) {
        return Pattern.compile(expression, Pattern.MULTILINE);
    }

    /** The text of a file as it is to be. @param name as in TeaVM's list */
    String prepared(String name, String text) throws CompileException {
        return switch (name) {
            case "core.h" -> replaced(replaced(replaced(text, PACK, "#define TEAVM_PACK_CLASS(cls) ((int32_t) (uintptr_t) (cls))"),
                    UNPACK, "#define TEAVM_UNPACK_CLASS(cls) ((TeaVM_Class*) (uintptr_t) ((cls) & 0x7FFFFFF8))"),
                    lines("^(extern TeaVM_Class\\*) (teavm_classReferences)"), "$1 const $2");
            case "stack.h" -> CallSiteTables.inHeader(replaced(text, lines("^( *extern) (TeaVM_CallSite teavm_callSites)"), "$1 const $2"));
            case "strings.h" -> replaced(replaced(text, lines("^extern void teavm_initStringPool.*\n"), ""),
                    lines("^(extern TeaVM_String\\*) (teavm_stringPool)"), "$1 const $2");
            case "strings.c" -> StringConstants.inC(replaced(replaced(text, POOL, "$1 const $2"), POOL_START, ""));
            case "callsites.c" -> CallSiteTables.inC(text);
            case "main.c" -> replaced(replaced(text, lines("^ *teavm_initStringPool\\(\\);\n"), ""), CLASS_LIST, "$1 const $2");
            default -> preparedClass(text);
        };
    }

    private String preparedClass(String text) {
        Matcher registered = ROOTS.matcher(text);
        while (registered.find()) {
            roots.add("{" + registered.group(1) + ", " + registered.group(2) + "}");
        }
        String started = ZERO.matcher(registered.replaceAll("")).replaceAll("");
        return VOLATILE_POINTEE.matcher(ROOT_LIST.matcher(started).replaceAll("static void** const $1")).replaceAll("$1$2 volatile $3");
    }

    /** Where references are in static fields, for {@code roots.h}: of all files that were prepared. */
    String roots() {
        return "const StaticRoots peaberry_staticRoots[] = {\n" + String.join(",\n", roots) + (roots.isEmpty() ? "" : ",\n") + "{NULL, 0}\n};\n";
    }

    private static String replaced(String text, Pattern pattern, String by) throws CompileException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new CompileException("TeaVM's C is not as it was: there is no " + pattern);
        }
        return found.replaceAll(by);
    }
}
