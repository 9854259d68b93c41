package peaberry.compiler;

import java.nio.file.Path;
import java.util.List;

/**
 * One image to be made.
 *
 * @param name         the image's name, from which the names of all output files are made
 * @param target       what it runs on
 * @param classPath    folders of class files
 * @param mainClass    binary name of the class with the roots: {@code main(long)}, or the entry points of a kernel
 * @param lowerings    folders with the native bodies of intrinsics, {@code *.ll}
 * @param assembly     assembler files to be linked
 * @param linkerScript the linker script, or null for a static program at {@code 0x400000}
 * @param output       the folder for what is made, which must exist or be creatable
 */
public record Request(String name, Target target, List<Path> classPath, String mainClass, List<Path> lowerings,
                      List<Path> assembly, Path linkerScript, Path output) {

    public Request {
        classPath = List.copyOf(classPath);
        lowerings = List.copyOf(lowerings);
        assembly = List.copyOf(assembly);
    }
}
