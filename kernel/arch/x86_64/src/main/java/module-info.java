/** The boundary to the machine, for the PC: processor, page tables, interrupt controllers, timer, boot memory map. */
module peaberry.kernel.arch.x86_64 {
    requires transitive peaberry.abi;
    requires transitive peaberry.machine;
    exports peaberry.kernel.arch;
}
