package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Goes through trees of files and does something with those of which something holds. */
final class Find implements Tool {

    private Call call;
    private char links = 'P';
    private long deepest = Long.MAX_VALUE;
    private long shallowest;
    private boolean isDepthFirst;
    private boolean staysInFileSystem;
    private boolean isPruned;
    private final List<FindCommand> commands = new ArrayList<>();
    /** The directories that the walk is in, by which a link back into one is known. */
    private final Set<String> above = new HashSet<>();

    /** Nothing more is to be done. */
    private static final class Quit extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public int run(Call given) throws IOException {
        call = given;
        List<String> arguments = call.arguments();
        int next = 0;
        while (next < arguments.size() && List.of("-H", "-L", "-P", "--").contains(arguments.get(next))) {
            links = arguments.get(next).equals("--") ? links : arguments.get(next).charAt(1);
            next++;
        }
        List<String> paths = new ArrayList<>();
        while (next < arguments.size() && !isExpression(arguments.get(next))) {
            paths.add(arguments.get(next++));
        }
        FindExpression expression = new FindParser(arguments.subList(next, arguments.size()), call, this).parse();
        try {
            visitAll(paths.isEmpty() ? List.of(".") : paths, expression);
        } catch (Quit wanted) {
            isPruned = true; // What comes after it is left out.
        }
        boolean isWrong = call.hasFailed();
        for (FindCommand command : commands) {
            command.finish();
            isWrong |= command.hasFailed();
        }
        return isWrong ? 1 : 0;
    }

    private void visitAll(List<String> paths, FindExpression expression) {
        for (String path : paths) {
            FileStatus status = look(path, links != 'P');
            if (status == null) {
                call.complain(path + ": no such file or directory");
            } else {
                visit(new FoundFile(path, status, 0), expression);
            }
        }
    }

    private static boolean isExpression(String word) {
        return word.length() > 1 && word.startsWith("-") || word.equals("(") || word.equals(")") || word.equals("!");
    }

    private FileStatus look(String path, boolean follow) {
        FileStatus status = follow ? call.look(path) : null;
        return status == null ? call.lookAtLink(path) : status;
    }

    private void visit(FoundFile file, FindExpression expression) {
        boolean isDirectory = file.status().is(Kind.DIRECTORY);
        if (isDirectory && above.contains(file.status().identity())) {
            call.complain(file.path() + ": a link leads back to where it is");
            return;
        }
        boolean goesDown = isDirectory && file.depth() < deepest;
        isPruned = false;
        if (!isDepthFirst) {
            apply(file, expression);
            goesDown &= !isPruned;
        }
        if (goesDown) {
            goDown(file, expression);
        }
        if (isDepthFirst) {
            apply(file, expression);
        }
    }

    private void apply(FoundFile file, FindExpression expression) {
        if (file.depth() < shallowest) {
            return;
        }
        try {
            expression.of(file);
        } catch (IOException failure) {
            call.complain(file.path(), failure);
        }
    }

    private void goDown(FoundFile directory, FindExpression expression) {
        List<String> names;
        try {
            names = call.list(directory.path());
        } catch (IOException failure) {
            call.complain(directory.path(), failure);
            return;
        }
        above.add(directory.status().identity());
        for (String name : names) {
            String path = Paths.below(directory.path(), name);
            FileStatus status = look(path, links == 'L');
            if (status != null) {
                FoundFile file = new FoundFile(path, status, directory.depth() + 1);
                if (!staysInFileSystem || fileSystem(status).equals(fileSystem(directory.status()))) {
                    visit(file, expression);
                } else {
                    apply(file, expression);
                }
            }
        }
        above.remove(directory.status().identity());
    }

    /** The part of an identity that says where a file is. */
    private static String fileSystem(FileStatus status) {
        return status.identity().substring(0, status.identity().indexOf(':') + 1);
    }

    void setDeepest(long depth) {
        deepest = depth;
    }

    void setShallowest(long depth) {
        shallowest = depth;
    }

    /** What is in a directory comes before it. */
    void setDepthFirst() {
        isDepthFirst = true;
    }

    void stayInFileSystem() {
        staysInFileSystem = true;
    }

    FindExpression printing(String end) {
        return file -> {
            call.out().write(file.path() + end);
            return true;
        };
    }

    /** A directory is not gone into; without effect where what is in it was there before it. */
    FindExpression pruning() {
        return file -> {
            isPruned = true;
            return true;
        };
    }

    FindExpression quitting() {
        return file -> {
            throw new Quit();
        };
    }

    /** Takes files away, and directories that are empty by then. */
    FindExpression deleting() {
        isDepthFirst = true;
        return file -> {
            if (file.path().equals(".")) {
                return true;
            }
            try {
                if (file.status().is(Kind.DIRECTORY)) {
                    call.changes().removeDirectory(call.path(file.path()));
                } else {
                    call.changes().remove(call.path(file.path()));
                }
                return true;
            } catch (IOException failure) {
                call.complain(file.path(), failure);
                return false;
            }
        };
    }

    /** Starts a program for each file, or for many. */
    FindExpression starting(FindCommand command) {
        commands.add(command);
        return file -> command.use(file.path());
    }
}
