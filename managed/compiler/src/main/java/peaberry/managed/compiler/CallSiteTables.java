package peaberry.managed.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import peaberry.compiler.CompileException;

/**
 * TeaVM's tables of the places of calls, their lines and their handlers, a quarter of a program's memory, with addresses of 4 bytes instead of 8: nothing of a program is beyond 4 GiB. No
 * constant of C is such an address, so the tables are assembly. Who reads them needs no change.
 */
final class CallSiteTables {

    private static final String ADDRESS = "uint32_t";
    private static final int FIELD_BYTES = 4;
    /** Of the entries of each table. */
    private static final Map<String, Integer> FIELDS = Map.of("TeaVM_MethodLocation", 3, "TeaVM_ExceptionHandler", 3, "TeaVM_CallSiteLocation", 3, "TeaVM_CallSite", 2);

    private static final Pattern STRUCT = Pattern.compile("^typedef struct (\\w+) \\{\n(.*?)^\\} \\1;\n", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern POINTER = Pattern.compile("^    (?:struct )?TeaVM_\\w+\\*+ (\\w+;)$", Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("^(?:static )?(\\w+) (\\w+)\\[\\d+\\] = \\{\n(.*?)^\\};\n", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("^    \\{ (.*) \\},? ?$");
    private static final Pattern ELEMENT = Pattern.compile("(\\w+) ?\\+ ?(\\d+)");
    private static final Pattern STRING = Pattern.compile("TEAVM_GET_STRING_ADDRESS\\((\\d+)\\)");
    private static final Pattern CLASS = Pattern.compile("\\(TeaVM_Class\\*\\) &(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private CallSiteTables() {
    }

    /** The header in which the entries are declared. */
    static String inHeader(String text) throws CompileException {
        long found = STRUCT.matcher(text).results().filter(struct -> FIELDS.containsKey(struct.group(1))).count();
        if (found != FIELDS.size()) {
            throw new CompileException("TeaVM's C is not as it was: it has other tables of calls");
        }
        return STRUCT.matcher(text).replaceAll(struct -> Matcher.quoteReplacement(
                FIELDS.containsKey(struct.group(1)) ? POINTER.matcher(struct.group()).replaceAll("    " + ADDRESS + " $1") : struct.group()));
    }

    /** The file that defines them. */
    static String inC(String text) throws CompileException {
        Map<String, Integer> sizes = TABLE.matcher(text).results().collect(Collectors.toMap(table -> table.group(2), table -> fields(table.group(1)) * FIELD_BYTES));
        StringBuilder tables = new StringBuilder(TABLE.matcher(text).replaceAll(""));
        for (MatchResult table : TABLE.matcher(text).results().toList()) {
            tables.append("asm(\".pushsection .rodata.").append(table.group(2)).append(",\\\"a\\\",@progbits\\n.balign 8\\n.globl ").append(table.group(2)).append("\\n")
                    .append(table.group(2)).append(":\\n\"\n");
            for (String line : table.group(3).lines().toList()) {
                tables.append("\".long ").append(entry(line, fields(table.group(1)), sizes)).append("\\n\"\n");
            }
            tables.append("\".popsection\\n\");\n");
        }
        return tables.toString();
    }

    private static int fields(String type) {
        return FIELDS.getOrDefault(type, 0);
    }

    /** The values of an entry; those that are not said are 0. */
    private static String entry(String line, int fields, Map<String, Integer> sizes) throws CompileException {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            throw new CompileException("TeaVM's C is not as it was: " + line);
        }
        List<String> said = Arrays.asList(entry.group(1).split(", "));
        List<String> values = new ArrayList<>();
        for (String field : said) {
            values.add(value(field.substring(field.indexOf('=') + 2), sizes));
        }
        values.addAll(Collections.nCopies(fields - values.size(), "0"));
        return String.join(",", values);
    }

    private static String value(String constant, Map<String, Integer> sizes) throws CompileException {
        Matcher element = ELEMENT.matcher(constant);
        Matcher string = STRING.matcher(constant);
        Matcher type = CLASS.matcher(constant);
        if (element.matches() && sizes.containsKey(element.group(1))) {
            return element.group(1) + "+" + Integer.parseInt(element.group(2)) * sizes.get(element.group(1));
        } else if (string.matches()) {
            return "teavm_stringPool+" + Integer.parseInt(string.group(1)) * Long.BYTES;
        } else if (type.matches()) {
            return type.group(1);
        } else if (constant.equals("NULL")) {
            return "0";
        } else if (NUMBER.matcher(constant).matches()) {
            return constant;
        }
        throw new CompileException("TeaVM's C is not as it was: " + constant);
    }
}
