package peaberry.sh.run;

/** Where a shell is in what it does. */
final class Progress {

    /** {@code $$}. */
    final int processNumber;
    /** {@code $?}. */
    int status;
    /** {@code $!}, or 0. */
    int background;
    /** Of the simple command that runs. */
    int line = 1;
    int loops;
    /** How many functions have not returned. */
    int functions;
    /** Whether somebody looks at the status, so that {@code set -e} does not. */
    boolean isTested;
    /** Of the last command substitution; the status of assignments alone. */
    int substitutionStatus;
    /** {@code $?} as it was before a trap's action, or -1. */
    int statusBeforeTrap = -1;

    Progress(int processNumber) {
        this.processNumber = processNumber;
    }

    Progress copy() {
        return parse(toString());
    }

    /** All but what lasts only for one command. */
    @Override
    public String toString() {
        return processNumber + " " + status + " " + background + " " + line + " " + loops + " " + functions + " " + (isTested ? 1 : 0);
    }

    /** What {@link #toString} wrote. */
    static Progress parse(String text) {
        int[] numbers = new int[7];
        int start = 0;
        for (int i = 0; i < numbers.length; i++) {
            int end = text.indexOf(' ', start);
            numbers[i] = Integer.parseInt(text.substring(start, end < 0 ? text.length() : end));
            start = end + 1;
        }
        Progress progress = new Progress(numbers[0]);
        progress.status = numbers[1];
        progress.background = numbers[2];
        progress.line = numbers[3];
        progress.loops = numbers[4];
        progress.functions = numbers[5];
        progress.isTested = numbers[6] == 1;
        return progress;
    }
}
