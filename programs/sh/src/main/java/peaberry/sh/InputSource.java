package peaberry.sh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import peaberry.sh.run.Jump;
import peaberry.sh.run.Option;
import peaberry.sh.run.Shell;
import peaberry.sh.syntax.Source;
import peaberry.sh.system.InterruptedReadException;
import peaberry.sh.system.Utf8;

/**
 * Commands from standard input, of which not a byte more is read than the line that is needed: the rest is for the
 * commands. An interactive shell has a source of its own, which shows prompts and edits lines.
 */
final class InputSource implements Source {

    private final Shell shell;

    InputSource(Shell shell) {
        this.shell = shell;
    }

    @Override
    public String nextLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        try {
            while (shell.channel(0).read(one, 0, 1) > 0) {
                line.write(one[0]);
                if (one[0] == '\n') {
                    break;
                }
            }
        } catch (InterruptedReadException e) {
            throw new Jump.Interrupt();
        } catch (IOException e) {
            // what cannot be read is the end
        }
        if (line.size() == 0) {
            return null;
        }
        String text = Utf8.decode(line.toByteArray());
        if (shell.has(Option.VERBOSE)) {
            shell.show(text);
        }
        return text;
    }
}
