package peaberry.sh.run;

import peaberry.sh.syntax.Source;

/** Lines of somebody who types them, who is shown a prompt for each: that of a command, or that of its further lines. */
public interface Conversation extends Source {

    /** The next line begins a command. */
    void begin();
}
