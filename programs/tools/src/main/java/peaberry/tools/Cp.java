package peaberry.tools;

/** Copies files. */
final class Cp implements Tool {

    @Override
    public int run(Call call) {
        Options options = Options.of(call.arguments(), "adfHiLnPpRrTt:uv", "archive=a", "force=f", "interactive=i", "dereference=L", "no-clobber=n", "no-dereference=P", "recursive=r",
                "no-target-directory=T", "target-directory=t", "update=u", "verbose=v");
        Targets targets = Targets.of(call, options, true);
        Copy copy = new Copy(call, CopyRules.of(options), new Overwriting(call, options.lastOf("in"), options.has('u')));
        for (String source : targets.sources()) {
            copy.operand(source, targets.of(source));
        }
        return call.status();
    }
}
