package peaberry.runtime;

import peaberry.abi.RegionKind;

/** The arguments and the environment that the program was started with; a program of the declaration has neither. Known only at run time. */
public final class Arguments {

    private static final Region TEXTS = new Region();

    private Arguments() {
    }

    /** The most bytes that an argument, or a row of the environment, can have. */
    public static int longest() {
        long arguments = open("arguments", RegionKind.ARGUMENTS) ? TEXTS.size() : 0;
        long environment = open("environment", RegionKind.ENVIRONMENT) ? TEXTS.size() : 0;
        return (int) Math.max(arguments, environment);
    }

    /** Appends an argument. @param index from 0: the program's name @return whether there are so many */
    public static boolean get(int index, Text to) {
        return open("arguments", RegionKind.ARGUMENTS) && append(at(index), to);
    }

    /** Appends a row of the environment, {@code NAME=value}. @param index from 0 @return whether there are so many */
    public static boolean environment(int index, Text to) {
        return open("environment", RegionKind.ENVIRONMENT) && append(at(index), to);
    }

    private static long at(int index) {
        long at = 0;
        for (int before = 0; before < index && at < TEXTS.size(); before++) {
            at = behind(at);
        }
        return at;
    }

    /** Appends the value that a name has in the environment. @return whether it has one */
    public static boolean environment(String name, Text to) {
        if (!open("environment", RegionKind.ENVIRONMENT)) {
            return false;
        }
        long at = 0;
        while (at < TEXTS.size() && !isNamed(at, name)) {
            at = behind(at);
        }
        return append(at + name.length() + 1, to);
    }

    private static boolean open(String name, RegionKind kind) {
        return Regions.open(TEXTS, name, kind, 0);
    }

    /** Where the text behind this one begins. */
    private static long behind(long text) {
        long at = text;
        while (at < TEXTS.size() && TEXTS.unsignedByte(at) != 0) {
            at++;
        }
        return at + 1;
    }

    private static boolean isNamed(long text, String name) {
        boolean is = TEXTS.unsignedByte(text + name.length()) == '=';
        for (int i = 0; is && i < name.length(); i++) {
            is = TEXTS.unsignedByte(text + i) == name.charAt(i);
        }
        return is;
    }

    private static boolean append(long text, Text to) {
        if (text < 0 || text >= TEXTS.size()) {
            return false;
        }
        long end = behind(text) - 1;
        for (long at = text; at < end; at++) {
            to.appendByte(TEXTS.unsignedByte(at));
        }
        return true;
    }
}
