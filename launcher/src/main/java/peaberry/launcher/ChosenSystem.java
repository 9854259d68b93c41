package peaberry.launcher;

import java.io.IOException;
import java.nio.file.Path;
import peaberry.image.HostedImage;
import peaberry.image.ModuleFolders;
import peaberry.image.SystemFolder;
import peaberry.image.SystemSource;
import peaberry.image.system.DeclarationException;
import peaberry.image.system.SystemDeclaration;

/**
 * The system that a command is about, and the modules with its programs.
 *
 * @param source  its declaration
 * @param modules the repository's, and the system's own
 */
record ChosenSystem(SystemSource source, ModuleFolders modules) {

    /** The ordinary system, or the minimal one, or the one in the folder that the options name, whose sources are compiled. */
    static ChosenSystem of(Options options) throws IOException {
        if (options.system() == null) {
            return options.needsNoJars() ? named(options).withoutWhatNeedsJars() : named(options);
        }
        SystemFolder folder = new SystemFolder(options.system().toAbsolutePath().normalize());
        return new ChosenSystem(folder.system(), folder.compile(repository()));
    }

    private static ChosenSystem named(Options options) throws IOException {
        return options.minimal() ? minimal() : options.login() ? withLogin() : ordinary();
    }

    private ChosenSystem withoutWhatNeedsJars() {
        return new ChosenSystem(source.withoutWhatNeedsJars(), modules);
    }

    static ChosenSystem ordinary() throws IOException {
        return new ChosenSystem(SystemSource.ordinary(Home.FOLDER), repository());
    }

    /** The ordinary system, to which people log in. */
    static ChosenSystem withLogin() throws IOException {
        return new ChosenSystem(SystemSource.withLogin(Home.FOLDER), repository());
    }

    /** The one whose command line is a native program. */
    static ChosenSystem minimal() throws IOException {
        return new ChosenSystem(SystemSource.minimal(Home.FOLDER), repository());
    }

    /** One that tests or measures. @param name of its declaration, without the ending */
    static ChosenSystem other(String name) throws IOException {
        return new ChosenSystem(SystemSource.other(Home.FOLDER, name), repository());
    }

    /** One that runs a program of which the class files are in a folder. */
    static ChosenSystem sandboxed(SystemSource source, String module, Path classes) throws IOException {
        return new ChosenSystem(source, repository().with(module, classes));
    }

    /** What it is declared to be. */
    SystemDeclaration declaration() throws Failure, IOException {
        try {
            return source.read(modules);
        } catch (DeclarationException refusals) {
            throw refused(refusals);
        }
    }

    /** What the simulated machine boots. */
    HostedImage hostedImage() throws Failure, IOException {
        try {
            return HostedImage.of(source, modules);
        } catch (DeclarationException refusals) {
            throw refused(refusals);
        }
    }

    /** Where its boot archive is, once it is built. */
    Path archive() {
        return source.archive();
    }

    static Failure refused(DeclarationException refusals) {
        return new Failure("the system is refused:\n" + refusals.getMessage(), refusals);
    }

    private static ModuleFolders repository() throws IOException {
        return ModuleFolders.in(Home.CLASSES).withJars(Home.LIBRARIES);
    }
}
