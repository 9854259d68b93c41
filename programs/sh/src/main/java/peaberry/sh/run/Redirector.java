package peaberry.sh.run;

import java.io.IOException;
import java.util.List;
import java.util.function.IntSupplier;
import peaberry.sh.system.Channel;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.OpenMode;
import peaberry.sh.system.Utf8;
import peaberry.sh.syntax.Redirection;

/** Carries out redirections, one after another. */
final class Redirector {

    private final Shell shell;

    Redirector(Shell shell) {
        this.shell = shell;
    }

    /** How long redirections last. */
    enum Lasting { FOR_THE_COMMAND, FOR_GOOD }

    /** Does something with redirections. Errors, also in these, are told while they last. */
    int with(List<Redirection> redirections, Lasting lasting, IntSupplier action) {
        Descriptors.Undo undo = apply(redirections);
        try {
            return action.getAsInt();
        } catch (RuntimeException e) {
            throw shell.interpreter().tell(e);
        } finally {
            if (lasting == Lasting.FOR_GOOD) {
                undo.forget();
            } else {
                undo.undo();
            }
        }
    }

    /** As {@link #with}; that a redirection is not possible is a status and not an exception. */
    int withOrFail(List<Redirection> redirections, Lasting lasting, IntSupplier action) {
        try {
            return with(redirections, lasting, action);
        } catch (RedirectionException e) {
            return ShellError.STATUS;
        }
    }

    /** All of them, or none if one fails. */
    private Descriptors.Undo apply(List<Redirection> redirections) {
        Descriptors.Undo undo = shell.descriptors().undoable();
        try {
            for (Redirection redirection : redirections) {
                apply(redirection, undo);
            }
            return undo;
        } catch (RedirectionException e) {
            shell.complain(e.getMessage()); // to where those before it lead
            undo.undo();
            throw e;
        } catch (RuntimeException e) {
            ShellError told = shell.interpreter().tell(e);
            undo.undo();
            throw told;
        }
    }

    private void apply(Redirection redirection, Descriptors.Undo undo) {
        switch (redirection) {
            case Redirection.FromDocument from -> {
                byte[] text = Utf8.encode(shell.expander().document(from.document().body()));
                try {
                    shell.descriptors().set(from.descriptor(), shell.system().document(text), undo);
                } catch (IOException e) {
                    throw new RedirectionException("here-document: " + e.getMessage());
                }
            }
            case Redirection.To to -> {
                String target = shell.expander().text(to.target());
                if (to.kind() == Redirection.Kind.COPY_INPUT || to.kind() == Redirection.Kind.COPY_OUTPUT) {
                    duplicate(to.descriptor(), target, undo);
                } else {
                    shell.descriptors().set(to.descriptor(), open(to.kind(), target), undo);
                }
            }
        }
    }

    private void duplicate(int descriptor, String target, Descriptors.Undo undo) {
        if (target.equals("-")) {
            shell.descriptors().close(descriptor, undo);
            return;
        }
        if (target.isEmpty() || target.length() > 3 || !target.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new ShellError(target + ": not a descriptor");
        }
        int from = Integer.parseInt(target);
        if (shell.descriptors().get(from) == null) {
            throw new RedirectionException(from + ": this descriptor is not open");
        }
        shell.descriptors().duplicate(from, descriptor, undo);
    }

    private Channel open(Redirection.Kind kind, String target) {
        try {
            return shell.system().open(shell.absolute(target), mode(kind, target));
        } catch (IOException e) {
            boolean makes = kind != Redirection.Kind.READ;
            throw new RedirectionException("cannot " + (makes ? "create " : "open ") + target + ": " + e.getMessage());
        }
    }

    private OpenMode mode(Redirection.Kind kind, String target) {
        return switch (kind) {
            case READ -> OpenMode.READ;
            case APPEND -> OpenMode.APPEND;
            case READ_WRITE -> OpenMode.READ_WRITE;
            case WRITE -> shell.has(Option.NO_CLOBBER) ? unlessThere(target) : OpenMode.WRITE;
            default -> OpenMode.WRITE;
        };
    }

    private OpenMode unlessThere(String target) {
        FileStatus status = shell.system().look(shell.absolute(target));
        if (status == null) {
            return OpenMode.WRITE_NEW;
        }
        if (status.is(FileStatus.Kind.REGULAR)) {
            throw new RedirectionException("cannot create " + target + ": it exists");
        }
        return OpenMode.WRITE;
    }
}
