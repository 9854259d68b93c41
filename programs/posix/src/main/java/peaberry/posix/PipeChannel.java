package peaberry.posix;

import java.io.IOException;
import peaberry.abi.Rights;
import peaberry.process.Spawner.PipeEnd;
import peaberry.runtime.OwnBuffer;
import peaberry.sh.system.BrokenPipeException;
import peaberry.sh.system.Channel;
import peaberry.stream.ByteStream;
import peaberry.stream.ByteStreamClient;

/** An end of a pipe. The shell has it only when it reads or writes there itself. */
final class PipeChannel implements Channel {

    private final Pipes pipes;
    private final int number;
    private final PipeEnd end;
    private ByteStreamClient stream;
    private boolean isClosed;

    PipeChannel(Pipes pipes, int number, PipeEnd end) {
        this.pipes = pipes;
        this.number = number;
        this.end = end;
    }

    int number() {
        return number;
    }

    PipeEnd end() {
        return end;
    }

    private ByteStreamClient stream() throws IOException {
        if (stream == null) {
            stream = pipes.open(number, end);
        }
        return stream;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int most = Math.min(length, OwnBuffer.BYTES);
        ByteStream.Outcome outcome = stream().read(most, OwnBuffer.lend(most, Rights.WRITE), 0);
        OwnBuffer.takeBack();
        if (outcome == ByteStream.Outcome.END) {
            return -1;
        }
        if (outcome != ByteStream.Outcome.DONE) {
            throw new IOException("a pipe says " + outcome);
        }
        OwnBuffer.get(into, offset, stream.readResult());
        return stream.readResult();
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += OwnBuffer.BYTES) {
            int here = Math.min(length - done, OwnBuffer.BYTES);
            OwnBuffer.put(from, offset + done, here);
            ByteStream.Outcome outcome = stream().write(here, OwnBuffer.lend(here, Rights.READ), 0);
            OwnBuffer.takeBack();
            if (outcome == ByteStream.Outcome.BROKEN) {
                throw new BrokenPipeException();
            }
            if (outcome != ByteStream.Outcome.DONE) {
                throw new IOException("a pipe says " + outcome);
            }
        }
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            pipes.close(number, end);
        }
    }
}
