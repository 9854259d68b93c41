package peaberry.proofs;

import java.util.regex.Pattern;

/**
 * A kernel source as the prover's parser takes it: without annotations, their imports, and the clauses that seal a class. No
 * statement, no declaration of a field or method, and no contract changes.
 */
final class ProvableSource {

    private static final Pattern ANNOTATION = Pattern.compile("(?m)^ *@(Trusted|Embedded|Override|Inline|OutOfLine|Footprint\\(\\d+\\))\\n");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import peaberry\\.machine\\.(Trusted|Embedded|Inline|OutOfLine|Footprint);\\n");
    private static final Pattern SEALED = Pattern.compile("(?m)^abstract sealed (class \\w+(?: extends \\w+)?) permits [\\w, ]+ \\{");

    private ProvableSource() {
    }

    static String of(String source) {
        String bare = ANNOTATION.matcher(source).replaceAll("");
        return SEALED.matcher(IMPORT.matcher(bare).replaceAll("")).replaceAll("abstract $1 {");
    }
}
