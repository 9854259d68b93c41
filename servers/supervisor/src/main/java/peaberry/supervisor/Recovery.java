package peaberry.supervisor;

import peaberry.abi.DeviceFault;
import peaberry.abi.FaultKind;
import peaberry.abi.Register;
import peaberry.abi.SystemTable.Restart;
import peaberry.runtime.CrashHistory;
import peaberry.runtime.Text;
import peaberry.runtime.Time;
import peaberry.system.Injection.Detection;
import peaberry.system.ProcessControl.Life;
import peaberry.system.ProcessControl.Outcome;
import peaberry.system.ProcessControlClient;
import peaberry.system.SystemControl;

/**
 * How a process ends and begins again. Each step leaves the system so that a supervisor that knows nothing but what root tells can go on: the
 * evidence is taken, the device brought to rest, the process destroyed, and only then made anew.
 */
final class Recovery {

    static final ProcessControlClient ROOT = new ProcessControlClient("processes");

    /** How often root or the PCI server may fail while a process is made, and once more. */
    private static final int MAX_TRIES = 3;

    private static final Text TEXT = new Text(SystemControl.MAX_TEXT);
    private static final Text REASON = new Text(SystemControl.MAX_TEXT);

    private Recovery() {
    }

    /** A thread failed. @param detail the second word of the fault message */
    static void failed(Ward ward, FaultKind kind, long address, long detail) {
        long heard = Time.ticks();
        FaultRecord record = FaultLog.next(ward);
        Words.describe(kind, detail, TEXT.clear());
        record.setText(TEXT);
        record.setPlace(address);
        record.takeEvidence();
        recover(ward, record, Words.detection(kind), heard);
    }

    /** A process gave no sign of life in its time. */
    static void silent(Ward ward) {
        long heard = Time.ticks();
        ROOT.stop(ward.number);
        FaultRecord record = FaultLog.next(ward);
        TEXT.clear().append("no sign of life for ").decimal(ward.heartbeat() / 1000).append(" ms");
        record.takeEvidence();
        if (record.hasRegisters()) {
            record.setPlace(record.register(Register.INSTRUCTION_POINTER.ordinal()));
        }
        recover(ward, record, Detection.SIGN_OF_LIFE, heard);
    }

    /** A process broke the rules of an interface, as a client of it says. What does not run has been dealt with. */
    static void reported(Ward ward, Ward reporter) {
        long heard = Time.ticks();
        if (!ward.isRunning()) {
            return;
        }
        ROOT.stop(ward.number);
        FaultRecord record = FaultLog.next(ward);
        reporter.appendNameTo(TEXT.clear().append("broke the rules of an interface, says "));
        record.takeEvidence();
        recover(ward, record, Detection.PROTOCOL, heard);
    }

    /** A process's device tried what it may not. */
    static void deviceFailed(Ward ward) {
        long heard = Time.ticks();
        boolean real = ward.isRunning() && ROOT.blockedAccess(ward.number) == Outcome.DONE && ROOT.blockedAccessKind() != DeviceFault.NONE;
        if (!real) {
            return; // it is the last life's that was signalled
        }
        ROOT.stop(ward.number);
        FaultRecord record = FaultLog.next(ward);
        Words.describe(ROOT.blockedAccessKind(), ROOT.blockedAccessAddress(), TEXT.clear());
        record.takeEvidence();
        recover(ward, record, Detection.DEVICE_FAULT, heard);
    }

    /** Ends a process because somebody wants it so; its policy says what comes next. @return whether it runs */
    static boolean kill(Ward ward) {
        FaultRecord record = ward.isRunning() ? FaultLog.next(ward) : null;
        if (record != null) {
            record.setText(TEXT.clear().append("killed on request"));
        }
        if (ward.policy() == Restart.POWER_OFF) {
            ROOT.giveUp();
        }
        boolean forGood = ward.policy() == Restart.NEVER;
        ward.history.setEnded(forGood);
        end(ward);
        if (!forGood) {
            again(ward);
        }
        if (record != null) {
            log(ward, record);
        }
        return ward.isRunning();
    }

    /** Ends a process, if it is there, and starts it, whatever it did before. @return whether it runs */
    static boolean restart(Ward ward) {
        ward.history.forgive();
        ward.history.setEnded(false);
        end(ward);
        again(ward);
        return ward.isRunning();
    }

    /** Goes on with what the supervisor before this one was about: a process that was being made, or destroyed. */
    static void finish(Ward ward) {
        note(ward, "was being made or ended when the supervisor failed");
        startIfWanted(ward);
    }

    /** A process is found to be of no use any more, of which nobody tells. It counts for nothing but its policy. */
    static void found(Ward ward, String how) {
        FaultRecord record = note(ward, how);
        if (ward.policy() == Restart.POWER_OFF) {
            powerOff(ward, record);
        }
        if (ward.policy() == Restart.NEVER) {
            ward.history.setEnded(true);
        }
        startIfWanted(ward);
    }

    private static FaultRecord note(Ward ward, String what) {
        FaultRecord record = FaultLog.next(ward);
        record.setText(TEXT.clear().append(what));
        record.takeEvidence();
        return record;
    }

    /** Ends what there may be of a process, and starts it if it was not decided that it stays away. */
    static void startIfWanted(Ward ward) {
        end(ward);
        if (!ward.history.hasEnded()) {
            again(ward);
        }
    }

    /** How far a process has come. */
    static Life lifeOf(Ward ward) {
        return ROOT.life(ward.number) == Outcome.DONE ? ROOT.lifeResult() : Life.ABSENT;
    }

    private static void recover(Ward ward, FaultRecord record, Detection detection, long heard) {
        // Nobody is given up because others say so: a client that lies could end its server for good.
        boolean counts = !ward.crashExpected && detection != Detection.PROTOCOL;
        ward.crashExpected = false;
        ward.history.countFault(detection.ordinal(), heard);
        int recent = counts ? ward.history.failedAt(Wards.microseconds()) : 0;
        boolean hopeless = recent >= CrashHistory.LIMIT;
        if (hopeless) {
            TEXT.append("; stopped after ").decimal(CrashHistory.LIMIT).append(" failures within a second");
        }
        record.setText(TEXT);
        ward.history.setEnded(hopeless || ward.policy() == Restart.NEVER);
        if (ward.policy() == Restart.POWER_OFF) {
            powerOff(ward, record);
        }
        end(ward);
        if (hopeless) {
            announce(ward, " is given up: ", record);
        } else if (!ward.history.hasEnded()) {
            againAfter(ward, History.pause(recent));
        }
        record.setOutage(ward.isRunning() ? Time.ticks() - heard : 0);
        log(ward, record);
    }

    /** Notes what happened to a process, and whether it runs again. */
    private static void log(Ward ward, FaultRecord record) {
        Text line = record.appendTextTo(ward.appendNameTo(Log.line()).append(": "));
        Log.write(ward.isRunning() ? line.append("; made anew") : line);
    }

    /** Returns where no program can switch the machine off. */
    private static void powerOff(Ward ward, FaultRecord record) {
        announce(ward, " failed: ", record);
        ROOT.giveUp();
    }

    /** Brings its device to rest, then leaves nothing of it. */
    private static void end(Ward ward) {
        ward.ended();
        Plant.forget(ward.number);
        ROOT.stop(ward.number);
        FunctionSetup.silence(ward);
        ROOT.destroy(ward.number);
    }

    private static void againAfter(Ward ward, long pause) {
        if (pause == 0) {
            again(ward);
        } else {
            ward.startAfter(pause);
        }
    }

    /** Starts a process of which there is nothing, and those anew who follow it. */
    static void again(Ward ward) {
        for (int number = 1; number <= Wards.count(); number++) {
            if (Wards.SYSTEM.follows(number, ward.number) && Wards.at(number).isRunning()) {
                Wards.at(number).history.setDue(true);
            }
        }
        start(ward);
        restartFollowers(ward);
    }

    /** Those who follow were declared to be made anew, too, each once and in the order of the declaration. */
    private static void restartFollowers(Ward ward) {
        for (int number = 1; number <= Wards.count(); number++) {
            if (Wards.SYSTEM.follows(number, ward.number) && Wards.at(number).isRunning()) {
                follow(Wards.at(number));
            }
        }
    }

    /** Makes a process anew because one that it follows was. */
    static void follow(Ward ward) {
        end(ward);
        start(ward);
    }

    /**
     * Starts a process of which there is nothing. What cannot be started is said on the console, and stays away; so does one whose device is not in this
     * machine, or cannot be confined here, of which only the log tells. If root or the PCI server fails meanwhile, it is tried again.
     */
    private static void start(Ward ward) {
        ward.ended();
        ward.history.setDue(false);
        Outcome outcome = Outcome.FAILED;
        long interruptions = -1;
        for (int tries = 0; tries < MAX_TRIES && outcome != Outcome.DONE && interruptions != interruptions(); tries++) {
            interruptions = interruptions();
            outcome = make(ward);
            if (outcome != Outcome.DONE) {
                findReason(outcome);
                FunctionSetup.silence(ward);
                ROOT.destroy(ward.number);
            }
        }
        if (outcome == Outcome.DONE) {
            if (ward.history.ranAt() != 0) {
                ward.history.countRestart();
            }
            ward.history.noteRun(Time.ticks());
            ward.runs();
        } else {
            ward.history.setEnded(true);
            sayWhyNot(ward, outcome);
        }
    }

    /** How often those failed who make processes. */
    private static long interruptions() {
        return ROOT.interruptions() + PciServer.failures();
    }

    private static Outcome make(Ward ward) {
        if (!FunctionSetup.isAtRest(ward)) {
            return Outcome.FAILED;
        }
        FunctionSetup.find(ward);
        if (FunctionSetup.isAbsent()) {
            return Outcome.ABSENT;
        }
        Outcome outcome = ROOT.make(ward.number);
        boolean launched = outcome == Outcome.DONE && FunctionSetup.prepare(ward) && ROOT.launch(ward.number) == Outcome.DONE;
        if (launched || outcome != Outcome.DONE) {
            return outcome;
        }
        return FunctionSetup.isUnconfined() ? Outcome.ABSENT : Outcome.FAILED;
    }

    /** What hindered the start that just failed: what comes next forgets it. */
    private static void findReason(Outcome outcome) {
        REASON.clear();
        if (outcome == Outcome.ABSENT && FunctionSetup.isAbsent()) {
            REASON.append("its device is not in this machine");
        } else if (FunctionSetup.hasProblem()) {
            REASON.append(FunctionSetup.problem());
        } else if (ROOT.problem() == Outcome.DONE) {
            REASON.append(ROOT.problemResult());
        }
    }

    private static void sayWhyNot(Ward ward, Outcome outcome) {
        if (outcome == Outcome.ABSENT) {
            Log.write(ward.appendNameTo(Log.line()).append(" stays away: ").append(REASON));
            return;
        }
        FaultRecord record = FaultLog.next(ward);
        record.setText(TEXT.clear().append("not started: ").append(REASON));
        announce(ward, " is ", record);
    }

    /** Says it on the console past its driver, and in the log. */
    private static void announce(Ward ward, String what, FaultRecord record) {
        Text line = Log.line();
        record.appendTextTo(ward.appendNameTo(line).append(what));
        record.appendPlaceTo(line, " at ");
        ROOT.announce(line);
        Log.write(line);
    }
}
