package peaberry.files.ext4;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.runtime.Text;

/** Where a link leads: in the inode itself if it is short, else in the first block. */
public final class LinkTarget {

    private final Contents contents;
    private final Text text = new Text(FileSystem.MAX_TARGET);

    public LinkTarget(Volume volume) {
        contents = new Contents(volume);
    }

    /** Reads a link's {@link #text()}. */
    public Outcome read(Inode link) {
        text.clear();
        if (link.size() == 0) {
            return Outcome.DAMAGED;
        }
        if (link.size() > FileSystem.MAX_TARGET) {
            return Outcome.TOO_LONG;
        }
        return link.isShortLink() ? readShort(link) : readLong(link);
    }

    private Outcome readShort(Inode link) {
        for (int i = 0; i < link.size(); i++) {
            text.appendByte(link.map().unsignedByte(i));
        }
        return Outcome.DONE;
    }

    private Outcome readLong(Inode link) {
        Outcome outcome = contents.find(link, 0, (int) link.size());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        if (contents.bytes() < link.size()) {
            return Outcome.DAMAGED;
        }
        for (int i = 0; i < link.size(); i++) {
            text.appendByte(contents.memory().unsignedByte(contents.offset() + i));
        }
        return Outcome.DONE;
    }

    public Text text() {
        return text;
    }
}
