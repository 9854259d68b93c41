/** The boundary to the machine, for the JVM: the processor as Java threads of which one runs at a time. */
module peaberry.kernel.arch {
    requires transitive peaberry.abi;
    requires transitive peaberry.machine;
    exports peaberry.kernel.arch;
}
