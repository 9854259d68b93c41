package peaberry.tools;

import java.util.ArrayList;
import java.util.List;
import peaberry.sh.help.Help;
import peaberry.sh.help.Help.Group;

/** What is told of each tool. It is apart from them, so that who only wants to know does not have them all. */
public final class ToolHelp {

    private ToolHelp() {
    }

    /** In the order in which they are listed. */
    public static List<Help> all() {
        List<Help> all = new ArrayList<>(FileToolHelp.all());
        all.addAll(texts());
        return all;
    }

    private static List<Help> texts() {
        return List.of(
                Help.of("basename", Group.FILES, "path [ending] | -a path ...", "writes the last name of a path").option("-a, --multiple", "of all operands").option("-s, --suffix=ENDING", "without this ending, of all operands")
                        .example("basename /notes/today.txt .txt", "writes today"),
                Help.of("dirname", Group.FILES, "path ...", "writes a path without its last name").example("dirname /notes/today.txt", "writes /notes"),
                Help.of("ls", Group.FILES, "[-1AadFlpRrSt] [file ...]", "lists files and what is in directories").option("-1", "one in a line").option("-A, --almost-all", "also names that begin with a dot, but . and ..")
                        .option("-a, --all", "also names that begin with a dot").option("-d, --directory", "directories themselves").option("-F, --classify", "marks directories with /, links with @, programs with *")
                        .option("-l", "with rights, size and time").option("-p", "marks directories with /").option("-R, --recursive", "also what is below").option("-r, --reverse", "the other way round")
                        .option("-S", "the largest first").option("-t", "the newest first").example("ls -lt /notes", "lists /notes, the newest first"),
                Help.of("tee", Group.FILES, "[-ai] [file ...]", "copies its input to files and to its output").option("-a, --append", "adds to files").option("-i, --ignore-interrupts", "is not ended by Ctrl-C")
                        .example("sort names | tee sorted | wc -l", "writes a file, and counts its lines"),
                Help.of("cat", Group.TEXT, "[-bEnsTu] [file ...]", "writes files one after the other").option("-b, --number-nonblank", "numbers lines that are not empty").option("-E, --show-ends", "shows where lines end by $")
                        .option("-n, --number", "numbers lines").option("-s, --squeeze-blank", "writes one of several empty lines").option("-T, --show-tabs", "shows tabs as ^I").option("-u", "writes at once, as always")
                        .example("cat part1 part2 > whole", "joins two files"),
                Help.of("cut", Group.TEXT, "-b list | -c list | -f list [-d delimiter] [-s] [file ...]", "writes parts of each line").option("-b, --bytes=LIST", "these bytes").option("-c, --characters=LIST", "these characters")
                        .option("-f, --fields=LIST", "these fields").option("-d, --delimiter=CHARACTER", "what separates fields, at first a tab").option("-n", "changes nothing").option("-s, --only-delimited", "only lines with a delimiter")
                        .option("--complement", "all but these").option("--output-delimiter=TEXT", "what separates fields in the output").example("cut -d : -f 1,3 people", "writes the first and the third field"),
                Help.of("grep", Group.TEXT, "[-E | -F] [option ...] pattern [file ...]", "writes the lines that contain a pattern").option("-A, --after-context=COUNT", "with lines behind")
                        .option("-B, --before-context=COUNT", "with lines before").option("-C, --context=COUNT", "with lines around").option("-c, --count", "only how many").option("-E, --extended-regexp", "extended regular expressions")
                        .option("-e, --regexp=PATTERN", "a pattern; there may be several").option("-F, --fixed-strings", "patterns are plain text").option("-f, --file=FILE", "patterns from a file")
                        .option("-h, --no-filename", "without names of files").option("-H, --with-filename", "with names of files").option("-i, --ignore-case", "capitals and small letters are the same")
                        .option("-L, --files-without-match", "only names of files without such a line").option("-l, --files-with-matches", "only names of files with one").option("-m, --max-count=COUNT", "stops after as many lines")
                        .option("-n, --line-number", "with numbers of lines").option("-o, --only-matching", "only what fits").option("-q, --quiet", "writes nothing").option("-R, -r, --recursive", "all files below directories")
                        .option("-s, --no-messages", "does not tell what cannot be read").option("-v, --invert-match", "the other lines").option("-w, --word-regexp", "whole words").option("-x, --line-regexp", "whole lines")
                        .example("grep -n main *.java", "finds main, with numbers of lines").example("grep -rl coffee /notes", "names the files with coffee"),
                Help.of("head", Group.TEXT, "[-n count | -c count] [-qv] [file ...]", "writes the beginnings of files, ten lines at first").option("-c, --bytes=COUNT", "as many bytes").option("-n, --lines=COUNT", "as many lines; all but the last ones with -")
                        .option("-q, --quiet, --silent", "without names of files").option("-v, --verbose", "with names of files").example("head -n 3 notes", "writes three lines"),
                Help.of("seq", Group.TEXT, "[-w] [-s text] [first [step]] last", "writes whole numbers").option("-s, --separator=TEXT", "what separates them, at first a line feed").option("-w, --equal-width", "with zeros before them, so that all are as wide")
                        .example("seq 0 5 20", "writes 0 5 10 15 20"),
                Help.of("sort", Group.TEXT, "[-bCcdfimnrsu] [-k key] [-t character] [-o file] [file ...]", "writes lines in order").option("-b, --ignore-leading-blanks", "without blanks before keys").option("-C", "only says by its status whether they are in order")
                        .option("-c", "tells the first that is not in order").option("-d, --dictionary-order", "only blanks, letters and digits count").option("-f, --ignore-case", "capitals and small letters are the same")
                        .option("-i, --ignore-nonprinting", "only what can be seen counts").option("-k, --key=KEY", "by a part of the line, such as 2,2n").option("-m, --merge", "files that are in order").option("-n, --numeric-sort", "by numbers")
                        .option("-o, --output=FILE", "writes into a file").option("-r, --reverse", "the other way round").option("-s, --stable", "lines with the same keys stay in their order")
                        .option("-t, --field-separator=CHARACTER", "what separates fields").option("-u, --unique", "one of several that are the same").example("sort -t : -k 3n people", "by the number in the third field"),
                Help.of("tail", Group.TEXT, "[-n count | -c count] [-qv] [file ...]", "writes the ends of files, ten lines at first").option("-c, --bytes=COUNT", "as many bytes").option("-n, --lines=COUNT", "as many lines; from this one on with +")
                        .option("-q, --quiet, --silent", "without names of files").option("-v, --verbose", "with names of files").example("tail -n +2 table", "leaves out the first line"),
                Help.of("tr", Group.TEXT, "[-cCst] from to | -d set | -s set", "replaces characters").option("-c, -C, --complement", "all but the first set").option("-d, --delete", "takes them away").option("-s, --squeeze-repeats", "writes one of several in a row")
                        .option("-t, --truncate-set1", "makes the first set as long as the second").example("tr a-z A-Z < notes", "makes capitals of letters"),
                Help.of("uniq", Group.TEXT, "[-cdiu] [-f count] [-s count] [-w count] [input [output]]", "writes one of several lines in a row that are the same").option("-c, --count", "with how many there were")
                        .option("-d, --repeated", "only those that came several times").option("-f, --skip-fields=COUNT", "without the first fields").option("-i, --ignore-case", "capitals and small letters are the same")
                        .option("-s, --skip-chars=COUNT", "without the first bytes").option("-u, --unique", "only those that came once").option("-w, --check-chars=COUNT", "only as many bytes count")
                        .example("sort names | uniq -c", "counts names"),
                Help.of("wc", Group.TEXT, "[-clmw] [file ...]", "counts lines, words and bytes").option("-c, --bytes", "bytes").option("-l, --lines", "lines").option("-m, --chars", "characters").option("-w, --words", "words")
                        .example("wc -l notes", "counts lines"),
                Help.of("env", Group.SYSTEM, "[-i] [-u name] [name=value ...] [command [argument ...]]", "runs a program with another environment, or writes this one").option("-i, --ignore-environment", "begins with nothing")
                        .option("-u, --unset=NAME", "without a variable").example("env TERM=dumb sh", "runs a shell with another variable"));
    }

    /** What is told of one; null if there is none of that name. */
    static Help of(String name) {
        return all().stream().filter(row -> row.name().equals(name)).findFirst().orElse(null);
    }
}
