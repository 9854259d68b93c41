package peaberry.faults;

import peaberry.faults.code.ProgramCode;
import peaberry.runtime.Text;
import peaberry.system.Injection;
import peaberry.system.InjectionClient;
import peaberry.system.Supervision;
import peaberry.system.SupervisionClient;
import peaberry.system.SystemControl;
import peaberry.system.SystemControlClient;

/** The process that faults are injected into. */
final class Subject {

    private static final InjectionClient INJECTION = new InjectionClient("injection");
    private static final SupervisionClient SUPERVISION = new SupervisionClient("supervision");
    private static final SystemControlClient SYSTEM = new SystemControlClient("system");

    private final ProgramCode code = new ProgramCode();
    private int number;
    private long start;
    private long dataStart;
    private long dataBytes;

    /** Finds the process and reads its code. @return whether it is there and has code that can be changed */
    boolean find(Text name) {
        if (SYSTEM.find(name) != SystemControl.Outcome.DONE) {
            return false;
        }
        number = SYSTEM.findResult();
        if (SYSTEM.program(number) != SystemControl.Outcome.DONE) {
            return false;
        }
        start = SYSTEM.programStart();
        dataStart = SYSTEM.programDataStart();
        dataBytes = SYSTEM.programDataBytes();
        return readCode(SYSTEM.programBytes());
    }

    private boolean readCode(long bytes) {
        code.clear();
        while (code.bytes() < bytes) {
            int wanted = (int) Math.min(Injection.MAX_READ, bytes - code.bytes());
            if (INJECTION.read(number, start + code.bytes(), wanted) != Injection.Outcome.DONE || INJECTION.readResultCount() != wanted) {
                return false;
            }
            code.add(INJECTION.readResult(), wanted);
        }
        code.decode();
        return code.instructions() > 0;
    }

    int number() {
        return number;
    }

    /** As it is in the process's memory when it starts. */
    ProgramCode code() {
        return code;
    }

    /** Bytes of data that it may write. */
    long dataBytes() {
        return dataBytes;
    }

    /** Has code changed when the process comes to it. @param offset from the start of the code @return whether that is under way */
    boolean plant(int offset, byte[] bytes, int count) {
        return INJECTION.plant(number, start + offset, bytes, count) == Injection.Outcome.DONE;
    }

    /** Changes data. @param offset from the start of the data */
    boolean change(long offset, byte[] bytes, int count) {
        return INJECTION.write(number, dataStart + offset, bytes, count) == Injection.Outcome.DONE;
    }

    /** Whether the process came to what was planted. {@link #reachedAt} says when. */
    boolean hasReachedPlant() {
        return INJECTION.planted() == Injection.Outcome.DONE && INJECTION.plantedReached();
    }

    /** Of the last {@link #hasReachedPlant}: ticks of the clock. */
    long reachedAt() {
        return INJECTION.plantedTicks();
    }

    void removePlant() {
        INJECTION.remove();
    }

    /** How often it failed since the system started; {@link #detection}, {@link #failedAt} and {@link #runs} tell of the last time. */
    long failures() {
        INJECTION.lastRecovery(number);
        return INJECTION.lastRecoveryFaults();
    }

    Injection.Detection detection() {
        return INJECTION.lastRecoveryDetection();
    }

    /** Ticks of the clock. */
    long failedAt() {
        return INJECTION.lastRecoveryFaultTicks();
    }

    /** Whether it runs again. */
    boolean runs() {
        return INJECTION.lastRecoveryRunningTicks() >= INJECTION.lastRecoveryFaultTicks();
    }

    /** Says that the next failure is wanted. */
    void expectFailure() {
        SUPERVISION.expectCrash(number);
    }

    /** Tells the supervisor that it broke the rules. @return whether it was made anew */
    boolean report() {
        return SUPERVISION.report(number) == Supervision.Outcome.DONE;
    }

    /** Makes it anew. @return whether it runs */
    boolean restart() {
        return SUPERVISION.restart(number) == Supervision.Outcome.DONE;
    }
}
