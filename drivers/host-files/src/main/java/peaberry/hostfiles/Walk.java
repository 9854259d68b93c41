package peaberry.hostfiles;

import peaberry.file.FileSystem;
import peaberry.file.FileSystem.Outcome;
import peaberry.file.PathNames;
import peaberry.runtime.Text;

/**
 * Goes along paths, name by name. Links are followed here and not on the host, which is asked for one name at a time and never for {@code ..}: so no path leads above what is shared, whatever is written
 * in a link; and what the host's side follows no link for either.
 */
final class Walk {

    private static final int MOST_LINKS = 40;
    private static final int FIRST = 100;
    private static final int SECOND = 101;
    private static final Text NOWHERE = new Text(0);

    private final Host host;
    private final int top;
    private final PathNames names = new PathNames();
    private final PathNames wayNames = new PathNames();
    private final Text rest = new Text(2 * FileSystem.MAX_PATH);
    private final Text spare = new Text(2 * FileSystem.MAX_PATH);
    private final Text target = new Text(FileSystem.MAX_TARGET);
    /** Where it is: names with {@code /} before each, none of them a link's. */
    private final Text way = new Text(FileSystem.MAX_PATH);
    private int here = FIRST;

    /** @param top the fid of what is shared, which is always there */
    Walk(Host host, int top) {
        this.host = host;
        this.top = top;
    }

    /** The fid of where the last walk led to, until the next one. What is there is in {@link Host#attributes}. */
    int here() {
        return here;
    }

    /** The way from the top to where the last walk led to. */
    Text way() {
        return way;
    }

    /** @param from way to where it begins @param follow whether a link at the end is followed */
    Outcome go(Text from, Text path, boolean follow) {
        rest.clear().append(path);
        Outcome outcome = startAt(path.length() > 0 && path.byteAt(0) == '/' ? NOWHERE : from);
        names.begin(rest);
        int links = 0;
        while (outcome == Outcome.DONE && names.next()) {
            outcome = host.attributes.isDirectory() ? step() : Outcome.NOT_A_DIRECTORY;
            boolean isFollowed = outcome == Outcome.DONE && host.attributes.isLink() && (follow || names.end() < rest.length());
            if (isFollowed) {
                links++;
                outcome = links > MOST_LINKS ? Outcome.TOO_MANY_LINKS : followLink();
            }
        }
        boolean isNoDirectory = outcome == Outcome.DONE && !host.attributes.isDirectory() && rest.length() > 0 && rest.byteAt(rest.length() - 1) == '/';
        return isNoDirectory ? Outcome.NOT_A_DIRECTORY : outcome;
    }

    /** Goes to a place by its way, where there are no links. */
    private Outcome startAt(Text place) {
        if (place != way) {
            way.clear().append(place);
        }
        Outcome outcome = move(top, way, 0, 0);
        wayNames.begin(way);
        while (outcome == Outcome.DONE && wayNames.next()) {
            outcome = move(here, way, wayNames.start(), wayNames.end());
        }
        return outcome == Outcome.DONE ? host.look(here) : outcome;
    }

    private Outcome step() {
        if (names.isDots(1)) {
            return Outcome.DONE;
        }
        if (names.isDots(2)) {
            spare.clear().append(way, 0, lastSlash());
            way.clear().append(spare);
            return startAt(way);
        }
        if (names.length() > FileSystem.MAX_NAME) {
            return Outcome.TOO_LONG;
        }
        Outcome outcome = move(here, rest, names.start(), names.end());
        way.append("/").append(rest, names.start(), names.end());
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        return way.isTruncated() ? Outcome.TOO_LONG : host.look(here);
    }

    /** Goes on from the directory that the link is in, or from the top, by what is written in it. */
    private Outcome followLink() {
        Outcome outcome = host.target(here, target);
        if (outcome != Outcome.DONE) {
            return outcome;
        }
        spare.clear().append(target).append(rest, names.end(), rest.length());
        if (target.isTruncated() || spare.isTruncated()) {
            return Outcome.TOO_LONG;
        }
        rest.clear().append(spare);
        names.begin(rest);
        spare.clear().append(way, 0, lastSlash());
        way.clear().append(spare);
        if (rest.length() > 0 && rest.byteAt(0) == '/') {
            way.clear();
        }
        return startAt(way);
    }

    private int lastSlash() {
        int at = Math.max(0, way.length() - 1);
        while (at > 0 && way.byteAt(at) != '/') {
            at--;
        }
        return at;
    }

    private Outcome move(int from, Text name, int start, int end) {
        int next = here == FIRST ? SECOND : FIRST;
        host.forget(next);
        Outcome outcome = host.walk(from, next, name, start, end);
        if (outcome == Outcome.DONE) {
            here = next;
        }
        return outcome;
    }
}
