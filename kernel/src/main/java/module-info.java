/** The portable microkernel. It knows the machine only through {@code peaberry.kernel.arch}. */
module peaberry.kernel {
    requires peaberry.abi;
    requires peaberry.kernel.arch;
    requires peaberry.machine;

    exports peaberry.kernel;
    opens peaberry.kernel to peaberry.machine;
}
