package peaberry.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PCI devices for the guest. Each is behind an IOMMU, where the machine has one: without it their drivers are refused.
 *
 * @param disk    a file with the disk's contents, or null
 * @param entropy whether there is a source of random numbers, which also comes with whatever else there is
 * @param network whether there is a network: QEMU's own, in which the host is 10.0.2.2 and nobody from outside reaches the guest
 * @param log     a file in which all that is written to the disk is noted ({@link peaberry.powercut.WriteLog}), or null
 */
record GuestDevices(Path disk, boolean entropy, boolean network, Path log) {

    static final GuestDevices NONE = new GuestDevices(null, false, false, null);

    /** The machine type that has an IOMMU. */
    private static final String CONFINING = "q35";
    private static final String VIRTIO = ",disable-legacy=on,iommu_platform=on";

    /** The same with a disk, which may have to be made still ({@link NewDisk}). */
    GuestDevices withDisk(Path file) throws Failure {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(file) ? !Files.isRegularFile(file) : !Files.isWritable(folder)) {
            throw new Failure("--disk needs a file, or the name of one that can be made, not '" + file + "'");
        }
        return new GuestDevices(file, true, network, log);
    }

    /** The same with a source of random numbers. */
    GuestDevices withEntropy() {
        return new GuestDevices(disk, true, network, log);
    }

    /** The same with a network. */
    GuestDevices withNetwork() {
        return new GuestDevices(disk, true, true, log);
    }

    /** The same with a disk of which each write is noted in a file that is there, and empty. */
    GuestDevices logged(Path file) {
        return new GuestDevices(disk, true, network, file);
    }

    /** QEMU's arguments. The IOMMU comes before what it confines. */
    List<String> arguments(String machine) {
        if (equals(NONE)) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        if (machine.equals(CONFINING)) {
            arguments.addAll(List.of("-device", "intel-iommu,intremap=on"));
        }
        arguments.addAll(List.of("-device", "virtio-rng-pci" + VIRTIO));
        if (disk != null) {
            arguments.addAll(List.of("-blockdev", "driver=raw,node-name=" + (log == null ? "disk" : "contents") + ",file.driver=file,file.filename=" + escaped(disk)));
            if (log != null) {
                arguments.addAll(List.of("-blockdev", "driver=blklogwrites,node-name=disk,log-sector-size=512,file=contents,log.driver=file,log.filename=" + escaped(log)));
            }
            arguments.addAll(List.of("-device", "virtio-blk-pci,drive=disk" + VIRTIO));
        }
        if (network) {
            arguments.addAll(List.of("-netdev", "user,id=network", "-device", "virtio-net-pci,netdev=network" + VIRTIO));
        }
        return arguments;
    }

    /** Of a file, in a list of QEMU's. */
    private static String escaped(Path file) {
        return file.toString().replace(",", ",,");
    }
}
