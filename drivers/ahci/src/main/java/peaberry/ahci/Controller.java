package peaberry.ahci;

/** The controller: it is reset, whatever its last driver left it at, and the first of its ports with a disk is found. */
final class Controller {

    /**
     * How often all ports are looked at until one has a link. A look takes a tenth of a microsecond at least: so that is 10 milliseconds or
     * more, in which a device has to answer a reset of its link (Serial ATA 3.1, "COMRESET").
     */
    private static final int MOST_LOOKS = 100_000;

    private final HostRegisters registers;
    private final Port port;

    /** @param port becomes the one that is found */
    Controller(HostRegisters registers, Port port) {
        this.registers = registers;
        this.port = port;
    }

    /** Resets it (10.4.3). Nothing of what was under way goes on, and nothing interrupts. */
    void reset() {
        registers.write(HostRegisters.GHC, HostRegisters.GHC_AHCI_ENABLE);
        registers.write(HostRegisters.GHC, HostRegisters.GHC_AHCI_ENABLE | HostRegisters.GHC_RESET);
        if (!registers.await(HostRegisters.GHC, HostRegisters.GHC_RESET, 0)) {
            throw new IllegalStateException("the controller does not come back");
        }
        registers.write(HostRegisters.GHC, HostRegisters.GHC_AHCI_ENABLE);
    }

    /** Finds the first port with a disk and attaches it to the memory. @return false if there is none */
    boolean findDisk(CommandMemory memory) {
        int ports = registers.read(HostRegisters.PI);
        for (int number = 0; number < HostRegisters.MAX_PORTS; number++) {
            if ((ports & 1 << number) != 0) {
                port.choose(number);
                port.power();
            }
        }
        int candidates = ports;
        for (int looks = 0; looks < MOST_LOOKS && candidates != 0; looks++) {
            int number = firstLinked(candidates);
            if (number < HostRegisters.MAX_PORTS) {
                if (port.attach(memory)) {
                    return true;
                }
                port.detach();
                candidates &= ~(1 << number);
            }
        }
        return false;
    }

    /** Lets interrupts of ports become messages. */
    void enableInterrupts() {
        registers.set(HostRegisters.GHC, HostRegisters.GHC_INTERRUPT_ENABLE);
    }

    /** Chooses the first of these ports that has a link. @return its number; {@link HostRegisters#MAX_PORTS} if none has */
    private int firstLinked(int ports) {
        int number = 0;
        while (number < HostRegisters.MAX_PORTS) {
            if ((ports & 1 << number) != 0) {
                port.choose(number);
                if (port.isLinked()) {
                    return number;
                }
            }
            number++;
        }
        return number;
    }
}
