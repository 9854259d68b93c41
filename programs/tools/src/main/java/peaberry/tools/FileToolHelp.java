package peaberry.tools;

import java.util.List;
import peaberry.sh.help.Help;
import peaberry.sh.help.Help.Group;

/** What is told of the tools that change files or tell of them. */
final class FileToolHelp {

    private FileToolHelp() {
    }

    static List<Help> all() {
        return List.of(
                Help.of("chmod", Group.FILES, "[-cfRv] mode file ...", "changes who may do what with files").option("-c, --changes", "tells what is changed").option("-f, --silent, --quiet", "does not complain")
                        .option("-R, --recursive", "also what is below").option("-v, --verbose", "tells what is done").option("--reference=FILE", "as of another file").example("chmod go-w notes", "nobody but the owner may change it"),
                Help.of("chown", Group.FILES, "[-cfhRv] owner[:group] file ...", "gives files to somebody").option("-c, --changes", "tells what is changed").option("-f, --silent, --quiet", "does not complain")
                        .option("-h, --no-dereference", "links themselves").option("-R, --recursive", "also what is below").option("-v, --verbose", "tells what is done").option("--reference=FILE", "as of another file")
                        .example("chown -R ann /notes", "gives all of it to ann"),
                Help.of("cmp", Group.FILES, "[-ls] [-i bytes] [-n bytes] file [file]", "tells where two files differ first").option("-i, --ignore-initial=BYTES", "without the first bytes").option("-l, --verbose", "tells all bytes that differ")
                        .option("-n, --bytes=BYTES", "only as many bytes").option("-s, --quiet, --silent", "only says it by its status").example("cmp old new", "compares two files"),
                Help.of("cp", Group.FILES, "[-adfHiLnPpRTuv] [-t directory] file ... target", "copies files").option("-a, --archive", "with all that is below, links, and times").option("-d", "links as links").option("-f, --force", "replaces what cannot be written")
                        .option("-H", "follows links that are named").option("-i, --interactive", "asks before it overwrites").option("-L, --dereference", "follows all links").option("-n, --no-clobber", "does not overwrite")
                        .option("-P, --no-dereference", "follows no links").option("-p", "with rights and times").option("-R, -r, --recursive", "also directories").option("-T, --no-target-directory", "the target is no directory")
                        .option("-t, --target-directory=DIRECTORY", "into this one").option("-u, --update", "only what is newer").option("-v, --verbose", "tells what is done").example("cp -r /notes /old", "copies a directory"),
                Help.of("df", Group.FILES, "[-hikP] [file ...]", "tells how much room file systems have").option("-h, --human-readable", "with units").option("-i, --inodes", "how many files").option("-k", "in KiB").option("-P, --portability", "in POSIX's form")
                        .example("df -h", "tells it with units"),
                Help.of("du", Group.FILES, "[-achks] [-d depth] [file ...]", "tells how much room files take").option("-a, --all", "also of each file").option("-c, --total", "with a sum").option("-d, --max-depth=DEPTH", "only so deep")
                        .option("-h, --human-readable", "with units").option("-k", "in KiB").option("-s, --summarize", "only of what is named").example("du -sh /notes", "tells it of all of /notes"),
                Help.of("find", Group.FILES, "[-H | -L | -P] [file ...] [expression]", "finds files that are as wanted").option("-H", "follows links that are named").option("-L", "follows all links").option("-P", "follows no links")
                        .example("find /notes -name '*.txt' -mtime -2", "names texts that were changed in the last two days").example("find . -type f -exec wc -c {} +", "counts bytes of all files"),
                Help.of("ln", Group.FILES, "[-finsTv] [-t directory] file ... [target]", "gives files other names").option("-f, --force", "replaces what is there").option("-i, --interactive", "asks before it replaces").option("-n, --no-dereference", "the target is no directory if it is a link")
                        .option("-s, --symbolic", "by links that name them").option("-T, --no-target-directory", "the target is no directory").option("-t, --target-directory=DIRECTORY", "into this one").option("-v, --verbose", "tells what is done")
                        .example("ln -s /notes/today.txt now", "makes a link"),
                Help.of("mkdir", Group.FILES, "[-pv] [-m mode] directory ...", "makes directories").option("-m, --mode=MODE", "with these rights").option("-p, --parents", "with those above, if they are not there").option("-v, --verbose", "tells what is done")
                        .example("mkdir -p /a/b/c", "makes all three"),
                Help.of("mv", Group.FILES, "[-finTuv] [-t directory] file ... target", "moves or renames files").option("-f, --force", "does not ask").option("-i, --interactive", "asks before it overwrites").option("-n, --no-clobber", "does not overwrite")
                        .option("-T, --no-target-directory", "the target is no directory").option("-t, --target-directory=DIRECTORY", "into this one").option("-u, --update", "only what is newer").option("-v, --verbose", "tells what is done")
                        .example("mv draft final", "renames a file"),
                Help.of("readlink", Group.FILES, "[-efmnqsvz] file ...", "tells where links lead").option("-e, --canonicalize-existing", "a whole path, of which all is there").option("-f, --canonicalize", "a whole path, of which the last part need not be there")
                        .option("-m, --canonicalize-missing", "a whole path, whatever is there").option("-n, --no-newline", "without a line feed").option("-q, -s, --quiet, --silent", "does not complain").option("-v, --verbose", "complains")
                        .option("-z, --zero", "ends each by a zero").example("readlink now", "tells where it leads"),
                Help.of("realpath", Group.FILES, "[-emqz] file ...", "writes paths without links and dots").option("-e, --canonicalize-existing", "all has to be there").option("-m, --canonicalize-missing", "nothing has to be there").option("-q, --quiet", "does not complain")
                        .option("-z, --zero", "ends each by a zero").example("realpath ../notes", "writes the whole path"),
                Help.of("rm", Group.FILES, "[-dfiRrv] file ...", "removes files").option("-d, --dir", "also empty directories").option("-f, --force", "does not ask, nor complain of what is not there").option("-i", "asks before each")
                        .option("-R, -r, --recursive", "directories with all that is in them").option("-v, --verbose", "tells what is done").example("rm -r /old", "removes a directory"),
                Help.of("rmdir", Group.FILES, "[-pv] directory ...", "removes empty directories").option("-p, --parents", "also those above").option("-v, --verbose", "tells what is done").option("--ignore-fail-on-non-empty", "does not complain of those with files")
                        .example("rmdir -p a/b/c", "removes all three"),
                Help.of("stat", Group.FILES, "[-L] [-c format] file ...", "tells what is known of files").option("-c, --format=FORMAT", "in this form").option("-L, --dereference", "follows links").example("stat -c '%s %n' *", "writes sizes and names"),
                Help.of("touch", Group.FILES, "[-acm] [-d time | -r file | -t time] file ...", "makes files, or says when they were changed").option("-a", "when they were read").option("-c, --no-create", "makes none").option("-d, --date=TIME", "another time, in words")
                        .option("-f", "changes nothing").option("-m", "when they were written").option("-r, --reference=FILE", "as of another file").option("-t TIME", "another time, in digits").example("touch notes", "makes an empty file if there is none"),
                Help.of("which", Group.FILES, "[-a] name ...", "tells where programs are").option("-a", "all of that name").example("which grep", "writes its path"),
                Help.of("sha256sum", Group.FILES, "[-c] [file ...]", "writes or checks sums of files").example("sha256sum notes", "writes its sum"),
                Help.of("date", Group.SYSTEM, "[-Ru] [-d time | -r file] [-I[unit]] [+format]", "writes the time").option("-d, --date=TIME", "another time").option("-I, --iso-8601", "in ISO's form").option("-R, --rfc-email", "as in letters")
                        .option("-r, --reference=FILE", "when a file was changed").option("-u, --utc, --universal", "in UTC").example("date +%Y-%m-%d", "writes the day"),
                Help.of("sleep", Group.SYSTEM, "time ...", "waits, for seconds or with s, m, h or d for longer").example("sleep 1m", "waits for a minute"));
    }
}
