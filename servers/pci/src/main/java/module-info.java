/** The PCI server: it alone touches the configuration space of PCI functions and their tables of messages. */
module peaberry.pci {
    requires transitive peaberry.interfaces;
    exports peaberry.pci;
}
