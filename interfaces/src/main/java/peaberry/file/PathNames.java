package peaberry.file;

import peaberry.runtime.Text;

/** Goes along a path, name by name: before, between and behind names there may be any number of {@code /}. */
public final class PathNames {

    private Text path = new Text(0);
    private int start;
    private int end;

    /** From here on it is about this path, before its first name. */
    public void begin(Text of) {
        path = of;
        start = 0;
        end = 0;
    }

    /** Finds the next name. @return whether there is one; if not, both {@link #start} and {@link #end} are the path's end */
    public boolean next() {
        start = end;
        while (start < path.length() && path.byteAt(start) == '/') {
            start++;
        }
        end = start;
        while (end < path.length() && path.byteAt(end) != '/') {
            end++;
        }
        return start < end;
    }

    /** Index of the name's first byte in the path. */
    public int start() {
        return start;
    }

    /** Index behind its last byte. */
    public int end() {
        return end;
    }

    /** How many bytes it has: 0 if there was none any more. */
    public int length() {
        return end - start;
    }

    /** Whether it is so many dots. */
    public boolean isDots(int count) {
        boolean isIt = length() == count;
        for (int i = start; isIt && i < end; i++) {
            isIt = path.byteAt(i) == '.';
        }
        return isIt;
    }
}
