package peaberry.fullscreen.less;

/** What the keys of {@link Pager} do. */
final class Help {

    static final String TEXT = """
            q               quit

            j  Down  Enter  a line down                     k  Up      a line up
            Space  PageDown a screen down                   b  PageUp  a screen up
            d               half a screen down              u          half a screen up
            g  Home         the first line, or line N       G  End     the last line, or line N
            p  %            to N per cent
            Left  Right     half a screen to the side, if long lines are cut off

            /PATTERN        search forward                  ?PATTERN   search backward
            n               search again                    N          the other way

            -N              line numbers, or none           -S         long lines are cut off, or go on
            -i              capitals count, or do not       -R         colours, or control characters
            :n              the next file                   :p         the one before
            =               where this is                   r          the screen anew

            A number N may be typed before a key: so many lines, screens or matches.
            """;

    private Help() {
    }
}
