package peaberry.sh.system;

/** What a file is opened for, and whether it is made. */
public enum OpenMode {
    READ,
    /** Makes the file, or empties it. */
    WRITE,
    /** Makes the file, and fails if there is one. */
    WRITE_NEW,
    /** Makes the file if there is none; each write goes to its end. */
    APPEND,
    /** Makes the file if there is none, and leaves what is in it. */
    READ_WRITE
}
