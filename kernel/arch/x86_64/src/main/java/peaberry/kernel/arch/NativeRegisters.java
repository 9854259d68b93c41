package peaberry.kernel.arch;

import peaberry.machine.Trusted;
import peaberry.machine.x86_64.Cpuid;
import peaberry.machine.x86_64.ProcessorControl;
import peaberry.machine.x86_64.SegmentRegisters;
import peaberry.machine.x86_64.VectorRegisters;

/** The processor's registers behind the borders that {@link Features} and {@link ContextSwitch} see. */
@Trusted
final class NativeRegisters implements ProcessorIdentity, SwitchedRegisters {

    @Override
    public int eax(int leaf, int subleaf) {
        return Cpuid.eax(leaf, subleaf);
    }

    @Override
    public int ebx(int leaf, int subleaf) {
        return Cpuid.ebx(leaf, subleaf);
    }

    @Override
    public int ecx(int leaf, int subleaf) {
        return Cpuid.ecx(leaf, subleaf);
    }

    /** Turns on what the bits of CR4 stand for, as far as {@link Features} knows them. The processor has it. */
    void enable(long bits) {
        ProcessorControl.enable(bits & Features.CR4_ALL);
    }

    /** Makes vector registers exist, their use refused. @param components as {@link Features#components} says */
    void startVectors(int components) {
        VectorRegisters.start(components & Features.COMPONENTS);
    }

    @Override
    public void clearSegments() {
        SegmentRegisters.clear();
    }

    @Override
    public long fsBase() {
        return SegmentRegisters.fsBase();
    }

    @Override
    public long gsBase() {
        return SegmentRegisters.gsBase();
    }

    @Override
    public void setBases(long fs, long gs) {
        SegmentRegisters.setBases(fs, gs);
    }

    @Override
    public void refuseVectors() {
        VectorRegisters.refuse();
    }

    @Override
    public void initialise(VectorState state) {
        VectorRegisters.initialise(state);
    }

    @Override
    public void save(VectorState to) {
        VectorRegisters.save(to);
    }

    @Override
    public void load(VectorState from) {
        VectorRegisters.load(from);
    }
}
