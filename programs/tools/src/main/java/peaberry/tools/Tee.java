package peaberry.tools;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import peaberry.sh.system.Channel;
import peaberry.sh.system.OpenMode;

/** Writes its input to its output and to files. */
final class Tee implements Tool {

    private record Copy(String file, Channel channel) {
    }

    @Override
    public int run(Call call) throws IOException {
        Options options = Options.of(call.arguments(), "ai", "append=a", "ignore-interrupts=i");
        List<Copy> copies = new ArrayList<>();
        for (String file : options.operands()) {
            try {
                copies.add(new Copy(file, call.system().open(call.path(file), options.has('a') ? OpenMode.APPEND : OpenMode.WRITE)));
            } catch (IOException failure) {
                call.complain(file, failure);
            }
        }
        copy(call, copies);
        copies.forEach(copy -> copy.channel.close());
        return call.status();
    }

    /** A file that cannot be written is left out from then on. */
    private static void copy(Call call, List<Copy> copies) throws IOException {
        byte[] piece = new byte[4096];
        for (int read = call.in().read(piece, 0, piece.length); read > 0; read = call.in().read(piece, 0, piece.length)) {
            call.out().write(piece, 0, read);
            call.out().flush();
            for (Copy copy : List.copyOf(copies)) {
                try {
                    copy.channel.write(piece, 0, read);
                } catch (IOException failure) {
                    call.complain(copy.file, failure);
                    copy.channel.close();
                    copies.remove(copy);
                }
            }
        }
    }
}
