package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the environment, or starts a program with another one. */
final class Env implements Tool {

    private static final int STATUS_WRONG = 125;
    private static final int STATUS_CANNOT = 126;
    private static final int STATUS_NOT_FOUND = 127;

    @Override
    public int failure() {
        return STATUS_WRONG;
    }

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "+iu:", "ignore-environment=i", "unset=u");
        List<String> operands = options.operands();
        boolean isEmpty = options.has('i') || !operands.isEmpty() && operands.getFirst().equals("-");
        List<String> environment = new ArrayList<>(isEmpty ? List.of() : call.environment());
        for (String name : options.values('u')) {
            environment.removeIf(row -> row.startsWith(name + "="));
        }
        int next = !operands.isEmpty() && operands.getFirst().equals("-") ? 1 : 0;
        while (next < operands.size() && operands.get(next).indexOf('=') > 0) {
            String row = operands.get(next++);
            set(environment, row);
        }
        if (next < operands.size()) {
            return start(call, operands.subList(next, operands.size()), environment);
        }
        for (String row : environment) {
            call.out().line(row);
        }
        return 0;
    }

    private static void set(List<String> environment, String row) {
        String name = row.substring(0, row.indexOf('=') + 1);
        for (int i = 0; i < environment.size(); i++) {
            if (environment.get(i).startsWith(name)) {
                environment.set(i, row);
                return;
            }
        }
        environment.add(row);
    }

    private static int start(Call call, List<String> command, List<String> environment) {
        String path = PathSearch.first(call, command.getFirst(), environment);
        if (path == null) {
            call.complain(command.getFirst() + ": no such program");
            return STATUS_NOT_FOUND;
        }
        call.out().flush();
        try {
            return call.system().start(path, command, environment, call.directory(), Map.of(0, call.in(), 1, call.standardOutput(), 2, call.err())).await();
        } catch (IOException failure) {
            call.complain(command.getFirst(), failure);
            return STATUS_CANNOT;
        }
    }
}
