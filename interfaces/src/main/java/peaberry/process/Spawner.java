package peaberry.process;

import peaberry.abi.FaultKind;
import peaberry.abi.Idempotent;
import peaberry.abi.Interface;
import peaberry.abi.ProgramImage;
import peaberry.abi.Range;
import peaberry.abi.Size;
import peaberry.runtime.Capability;
import peaberry.runtime.Text;
import peaberry.runtime.Window;

/**
 * Starts programs, and tells how they end. A client names its images and the processes that it started by numbers that it chooses; another client's are out of its reach.
 *
 * <p>A process is started in steps: {@link #begin}, a {@link #grant} for each thing that it is to have, and {@link #start}. It has what it was given in these, and nothing else:
 * nothing is inherited. When it ends, all that it started itself ends, and all memory comes back. How it ended is known until {@link #forget}. When the server is made anew there are neither
 * images nor processes.
 */
@Interface(outcomes = Spawner.Outcome.class)
public interface Spawner {

    /** Images of a client are numbered 0 to this, less one. */
    int IMAGES = 32;
    /** Processes of a client are numbered 0 to this, less one. */
    int PROCESSES = 64;
    /** Pipes of a client are numbered 0 to this, less one. */
    int PIPES = 16;
    /** Groups of a client's processes are numbered 0 to this, less one. */
    int GROUPS = 64;
    /** In place of a process's number: any one. */
    int ANY = PROCESSES;
    /** Bytes of the longest name of a program, and of what is granted. */
    int MAX_NAME = 24;
    /** Bytes of the largest image, and the most that are filled in at once. */
    int MAX_IMAGE = 8 << 20;
    int MAX_FILL = 64 << 10;
    /** Bytes of all arguments; bytes of all of the environment. */
    int MAX_ARGUMENTS = 64 << 10;
    /** log2 of the most bytes that a program can make kernel objects from, and of the least. */
    int MOST_OBJECT_BITS = 25;
    int LEAST_OBJECT_BITS = 15;
    /** The greatest exit status. */
    int MAX_STATUS = 255;
    /** The status of who was interrupted, ended by somebody else, failed, or was stopped, as shells tell it: 128 and the number of SIGINT, SIGKILL, SIGSEGV, SIGTSTP. */
    int STATUS_INTERRUPTED = 128 + 2;
    int STATUS_KILLED = 128 + 9;
    int STATUS_FAILED = 128 + 11;
    int STATUS_STOPPED = 128 + 20;

    /** Ends all processes of the client, forgets them, and gives up its images: what a client does first that may be the next life of another one. */
    @Idempotent
    void clear();

    /** Makes one of the programs that came with the system an image, in place of what has that number. {@link Outcome#NOT_FOUND} if there is none of that name. */
    void find(@Range(max = IMAGES - 1) int image, @Size(MAX_NAME) Text program);

    /** Makes room for an image, in place of what has that number: the bytes of an executable are to follow by {@link #fill}. */
    void load(@Range(max = IMAGES - 1) int image, @Range(min = 1, max = MAX_IMAGE) int bytes);

    /** Writes bytes of an image that nothing was begun from yet. @param from to read from @param offset there */
    void fill(@Range(max = IMAGES - 1) int image, @Range(max = MAX_IMAGE) int position, @Range(min = 1, max = MAX_FILL) int count, Window from,
            @Range(max = Long.MAX_VALUE) long offset);

    /** Why an image is no program that can run here. */
    @Idempotent
    ProgramImage.Problem check(@Range(max = IMAGES - 1) int image);

    /** Gives up an image. Processes that were begun from it go on. */
    void drop(@Range(max = IMAGES - 1) int image);

    /**
     * Begins a process.
     *
     * @param group            it belongs to, with all that it will start itself
     * @param objectBits       log2 of the bytes that it can make kernel objects from, such as pages, from {@link #LEAST_OBJECT_BITS}; 0 for none
     * @param argumentBytes    of its arguments: texts, each with a zero behind it
     * @param environmentBytes of its environment, in the window behind these: texts in the same way, of the form {@code NAME=value}
     * @param from             where they are read
     * @param offset           there, of the first byte
     */
    void begin(@Range(max = PROCESSES - 1) int process, @Range(max = IMAGES - 1) int image, @Range(max = GROUPS - 1) int group, @Range(max = MOST_OBJECT_BITS) int objectBits,
            @Range(max = MAX_ARGUMENTS) int argumentBytes, @Range(max = MAX_ARGUMENTS) int environmentBytes, Window from, @Range(max = Long.MAX_VALUE) long offset);

    /**
     * Gives a process that was begun a copy of a capability, to send to an endpoint. Whoever receives there takes it for the client itself, unless the capability was made for the process, as
     * that of a part of the files.
     *
     * @param name    under which the process finds it; a place in its tree of files if it begins with {@code /}
     * @param service of an endpoint, with a badge
     */
    void grant(@Range(max = PROCESSES - 1) int process, @Size(MAX_NAME) Text name, Capability service);

    /**
     * Lets a process that was begun start programs itself.
     *
     * @param name      under which it finds this interface
     * @param bytes     the most memory that these and what they start may take together
     * @param processes how many of them there may be
     */
    void grantSpawning(@Range(max = PROCESSES - 1) int process, @Size(MAX_NAME) Text name, @Range(max = Long.MAX_VALUE) long bytes, @Range(max = PROCESSES) int processes);

    /**
     * Makes a pipe, in place of what has that number: what is written at its one end can be read at its other one, some kilobytes later. Whoever reads hears of the end when nobody
     * has the other end, and everything was read; whoever writes hears that, too. As long as the client has neither closed the other end nor dropped the pipe, they wait: it may still give that end to somebody.
     */
    void makePipe(@Range(max = PIPES - 1) int pipe);

    /** Gives a process that was begun an end of a pipe, a {@code ByteStream}, until it ends. */
    void grantPipe(@Range(max = PROCESSES - 1) int process, @Size(MAX_NAME) Text name, @Range(max = PIPES - 1) int pipe, PipeEnd end);

    /** An end of a pipe for the client itself, a {@code ByteStream}, until it closes it. */
    Capability openPipe(@Range(max = PIPES - 1) int pipe, PipeEnd end);

    /** The client gives up its own end of a pipe, and will give that end to nobody. */
    void closePipe(@Range(max = PIPES - 1) int pipe, PipeEnd end);

    /** The client gives up its number of a pipe, and its own ends. Processes keep theirs. */
    void dropPipe(@Range(max = PIPES - 1) int pipe);

    /** Starts a process that was begun. */
    void start(@Range(max = PROCESSES - 1) int process);

    /** Ends a process, at once. Nothing happens to one that has ended. */
    void end(@Range(max = PROCESSES - 1) int process);

    /** The number by which a process is known in {@link ProgramTable}, from its beginning until it is forgotten. */
    @Idempotent
    @Range(max = ProgramTable.MOST)
    int number(@Range(max = PROCESSES - 1) int process);

    /** The number of the client itself, or {@link ProgramTable#DECLARED}. */
    @Idempotent
    @Range(max = ProgramTable.MOST)
    int ownNumber();

    /**
     * Does something to a program that the client started, or that one did which it started, and so on.
     *
     * @param program by its number in {@link ProgramTable}
     * @param status  that it ends with, if it does: 128 and the number of a signal
     */
    void signal(@Range(min = 1, max = ProgramTable.MOST) int program, ProgramSignal signal, @Range(max = MAX_STATUS) int status);

    /** A {@link ProcessGroup}: the right to interrupt the processes of a group, whichever these are then, to stop them, and to have them go on. */
    Capability controlGroup(@Range(max = GROUPS - 1) int group);

    /**
     * Answered when a process has ended, or was stopped since this was told last; or {@link #ANY} of the client's. {@link Outcome#NOT_FOUND} if there is none. A client waits once at a time: if
     * it asks again, its earlier call ends with {@link Outcome#RUNNING}.
     */
    End await(@Range(max = PROCESSES) int process);

    /** As {@link #await}, but answered at once: {@link Outcome#RUNNING} if there is nothing to tell. */
    End poll(@Range(max = PROCESSES) int process);

    /** Frees the number of a process that has ended. {@link Outcome#RUNNING} if it has not. */
    void forget(@Range(max = PROCESSES - 1) int process);

    /** Which end of a pipe. */
    enum PipeEnd { READ, WRITE }

    /** How a process ended, or what happened to it. */
    enum Reason {
        /** It said so. */
        EXITED,
        /** Somebody ended it. */
        KILLED,
        /** It did what cannot go on. */
        FAILED,
        /** It has not ended: somebody stopped it. */
        STOPPED
    }

    /**
     * @param status      0 if all is well; what the program said, or one of those above
     * @param fault       if it failed: how
     * @param detail      that goes with it, as {@link FaultKind} says
     * @param instruction where it failed
     */
    record End(@Range(max = PROCESSES - 1) int process, Reason reason, @Range(max = MAX_STATUS) int status, FaultKind fault, long detail, long instruction) {
    }

    /** How a call ends. */
    enum Outcome {
        DONE, INVALID, SERVER_RESTARTED, UNREACHABLE,
        /** The client has no process, image or pipe of that number, or there is no program of that name or number. */
        NOT_FOUND,
        /** The number is in use, the process was started already, or nothing of the image can be changed any more. */
        IN_USE,
        /** The process, or each of them, goes on. */
        RUNNING,
        /** The image is none that can run here. */
        NOT_A_PROGRAM,
        /** The window is too small or does not allow it. */
        BAD_WINDOW,
        /** It is no capability of an endpoint, to send to it, with a badge; or the name is one that every process has something under, or none. */
        NOT_GIVEN,
        /** The program was started by somebody else. */
        NOT_PERMITTED,
        /** There is not so much memory, or the client may not have it; or there are too many processes or pipes, or grants of one process. */
        NO_ROOM
    }
}
