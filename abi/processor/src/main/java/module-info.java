/** Makes the client's stub and the server's dispatcher of each {@code @Interface}, while javac compiles it. */
module peaberry.processor {
    requires java.compiler;
    provides javax.annotation.processing.Processor with peaberry.processor.InterfaceProcessor;
}
