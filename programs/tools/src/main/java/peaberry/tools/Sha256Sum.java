package peaberry.tools;

import java.io.IOException;
import java.util.List;
import peaberry.sh.system.FileStatus;
import peaberry.sh.system.FileStatus.Kind;

/** Writes the SHA-256 digests of files, or checks those that were written. */
final class Sha256Sum implements Tool {

    private static final int BYTES = 4096;
    private static final int FIRST_DIGIT = 4;
    private static final int DIGIT = 15;
    private static final int RADIX = 16;

    private final Digest digest;
    private final byte[] piece = new byte[BYTES];

    Sha256Sum(Digest digest) {
        this.digest = digest;
    }

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "btczqsgSwi", "binary=b", "text=t", "check=c", "zero=z", "quiet=q", "status=s", "tag=g", "strict=S", "warn=w", "ignore-missing=i");
        boolean checks = options.has('c');
        for (char each : "qsSwi".toCharArray()) {
            if (options.has(each) && !checks) {
                throw new UsageException("--quiet, --status, --strict, --warn and --ignore-missing are for --check");
            }
        }
        if (checks && (options.has('g') || options.has('z') || options.has('b') || options.has('t')) || options.has('g') && options.lastOf("bt") == 't') {
            throw new UsageException("these options do not go together");
        }
        return checks ? new DigestCheck(call, options, this).run() : write(call, options);
    }

    private int write(Call call, Options options) {
        char end = options.has('z') ? 0 : '\n';
        call.each(options.operands(), input -> {
            DigestLine line = new DigestLine(of(call, input), input.name());
            call.out().write(line.text(options.has('g'), options.lastOf("bt") == 'b', end));
        });
        return call.status();
    }

    /** The digest of all that an input has, in hexadecimal digits. */
    String of(Call call, Input input) throws IOException {
        FileStatus status = input.name().equals(Call.STANDARD_INPUT) ? null : call.look(input.name());
        if (status != null && status.is(Kind.DIRECTORY)) {
            throw new IOException("is a directory");
        }
        for (int read = input.read(piece); read != Input.END; read = input.read(piece)) {
            digest.update(piece, 0, read);
        }
        StringBuilder text = new StringBuilder();
        for (byte each : digest.finish()) {
            text.append(Character.forDigit(each >> FIRST_DIGIT & DIGIT, RADIX)).append(Character.forDigit(each & DIGIT, RADIX));
        }
        return text.toString();
    }

    /** The files with lines to be checked. */
    static List<String> lists(Options options) {
        return options.operands().isEmpty() ? List.of(Call.STANDARD_INPUT) : options.operands();
    }
}
