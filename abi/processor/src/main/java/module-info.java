/** Annotation processors: one makes the client's stub and the server's dispatcher of each {@code @Interface}, while javac compiles it, and one makes a class of a folder's texts. */
module peaberry.processor {
    requires java.compiler;
    provides javax.annotation.processing.Processor with peaberry.processor.InterfaceProcessor, peaberry.processor.TextsProcessor;
}
