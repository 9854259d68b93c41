package peaberry.tools;

import java.util.List;
import peaberry.sh.system.FileStatus;

/** What is before a name where all about a file is to be seen: what it is, permissions, names, owner, group, size and time. */
final class LongListing {

    /** Half of a mean year of the Gregorian calendar, in seconds. */
    private static final long RECENT = 31_556_952 / 2;

    private final Accounts users;
    private final Accounts groups;
    private final boolean isNumeric;
    private final boolean isHuman;
    private final long now;

    /** @param isNumeric whether owners and groups are shown by their numbers @param isHuman whether sizes have units */
    LongListing(Call call, boolean isNumeric, boolean isHuman) {
        users = Accounts.users(call);
        groups = Accounts.groups(call);
        this.isNumeric = isNumeric;
        this.isHuman = isHuman;
        now = call.system().now();
    }

    /** Of each file, with a blank at the end. */
    String[] of(List<Listed> files) {
        String[] links = new String[files.size()];
        String[] owners = new String[files.size()];
        String[] owning = new String[files.size()];
        String[] sizes = new String[files.size()];
        for (int i = 0; i < files.size(); i++) {
            FileStatus status = files.get(i).status();
            links[i] = Integer.toString(status.details().links());
            owners[i] = name(users, status.owner());
            owning[i] = name(groups, status.group());
            sizes[i] = isHuman ? Sizes.human(status.size()) : Long.toString(status.size());
        }
        int ofLinks = width(links);
        int ofOwners = width(owners);
        int ofGroups = width(owning);
        int ofSizes = width(sizes);
        String[] rows = new String[files.size()];
        for (int i = 0; i < rows.length; i++) {
            FileStatus status = files.get(i).status();
            rows[i] = ModeText.of(status) + " " + right(links[i], ofLinks) + " " + owner(users, status.owner(), owners[i], ofOwners) + " "
                    + owner(groups, status.group(), owning[i], ofGroups) + " " + right(sizes[i], ofSizes) + " " + time(status.modified()) + " ";
        }
        return rows;
    }

    private String name(Accounts accounts, long number) {
        return isNumeric ? Long.toString(number) : accounts.name(number);
    }

    /** Names are on the left, numbers on the right. */
    private String owner(Accounts accounts, long number, String text, int width) {
        return isNumeric || !accounts.hasName(number) ? right(text, width) : text + " ".repeat(width - text.length());
    }

    private static int width(String[] texts) {
        int width = 0;
        for (String text : texts) {
            width = Math.max(width, text.length());
        }
        return width;
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    /** With the time of day if it was in the last half year, else with the year. */
    private String time(long modified) {
        boolean isRecent = modified <= now && modified > now - RECENT * Moment.SECOND;
        return MomentText.of(Moment.of(modified), isRecent ? "%b %e %H:%M" : "%b %e  %Y");
    }
}
