package hostile;

import hostile.Deeds.Lie;
import peaberry.abi.Outcome;
import peaberry.abi.ProgramSlots;
import peaberry.abi.Tag;
import peaberry.runtime.Answer;
import peaberry.runtime.Caller;
import peaberry.runtime.Capability;
import peaberry.runtime.Dispatcher;
import peaberry.runtime.Message;
import peaberry.runtime.SystemCalls;

/** Claims to be a clock, and answers past what is made of the interface. Each right answer has a year of its own. */
final class FalseClock extends Dispatcher {

    private static final int DONE = Outcome.DONE.ordinal();
    private static final int WORDS = 6;
    private static final int FIRST_YEAR = 2000;
    private static final int MONTH = 1;
    private static final int NO_MONTH = 13;
    private static final int NO_OUTCOME = 0x0BAD_0BAD;

    Lie lie = Lie.NONE;
    private int year = FIRST_YEAR;

    @Override
    protected Answer request(Tag request) {
        setTime();
        return switch (lie) {
            case NONE -> answerOf(DONE, WORDS, 0);
            case TOO_LONG -> answerOf(DONE, Tag.MAX_LENGTH, 0);
            case TOO_SHORT -> answerOf(DONE, 0, 0);
            case MONTH_13 -> {
                Message.setWord(MONTH, NO_MONTH);
                yield answerOf(DONE, WORDS, 0);
            }
            case WILD_NUMBERS -> {
                Message.setWords(Long.MIN_VALUE, Long.MAX_VALUE, -1);
                yield answerOf(DONE, WORDS, 0);
            }
            case UNKNOWN_OUTCOME -> answerOf(NO_OUTCOME, WORDS, 0);
            case CLAIMS_RESTART -> answerOf(Outcome.SERVER_RESTARTED.ordinal(), 0, 0);
            case CLAIMS_UNREACHABLE -> answerOf(Outcome.UNREACHABLE.ordinal(), 0, 0);
            case CAPABILITIES -> {
                for (int i = 0; i < Tag.MAX_CAPABILITIES; i++) {
                    Message.attach(i, Capability.at(ProgramSlots.SERVICE));
                }
                yield answerOf(DONE, WORDS, Tag.MAX_CAPABILITIES);
            }
            case TWICE -> answerTwice();
            case NEVER -> {
                keep();
                yield Answer.NONE;
            }
        };
    }

    private Answer answerTwice() {
        Caller caller = keep();
        answer(caller, answerOf(DONE, WORDS, 0));
        answer(caller.number());
        return Answer.NONE;
    }

    /** Answers whoever a reply object holds, if it holds anybody: the kernel tells nobody but the caller. */
    static void answer(int reply) {
        Message.setWords(1, 1, 1);
        Message.setNextWords(1, 1, 1);
        SystemCalls.send(Capability.at(ProgramSlots.FIRST_REPLY + reply), Tag.of(DONE, WORDS));
    }

    private void setTime() {
        year++;
        Message.setWords(year, 1, 1);
        Message.setNextWords(0, 0, 0);
    }
}
