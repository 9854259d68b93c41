package peaberry.faults;

import peaberry.abi.Timeout;
import peaberry.ethernet.EthernetDevice;
import peaberry.ethernet.EthernetDeviceClient;
import peaberry.runtime.SharedBuffer;

/**
 * Asks the host on the network for its address, each time as another station, so that no two answers are the same. A network may lose frames and bring
 * them twice; then it is asked again. What it may not do is to change them.
 */
final class NetworkLoad extends Load {

    /** How long a frame is waited for: the host answers at once, and a frame that is lost when the driver fails is asked for again. */
    private static final Timeout FRAME_PATIENCE = Timeout.of(3_000);
    private static final int ASKED = 10;
    /** Frames of others, and answers that come twice or late. */
    private static final int OTHER_FRAMES = 8;
    private static final int TRIES = 5;

    private final EthernetDeviceClient sender = new EthernetDeviceClient("network");
    private final EthernetDeviceClient receiver = new EthernetDeviceClient("network");
    private final AddressQuestion question;
    private final SharedBuffer buffer;
    private int number;

    NetworkLoad(SharedBuffer buffer) {
        this.buffer = buffer;
        question = new AddressQuestion(buffer);
    }

    @Override
    boolean prepare() {
        sender.setPatience(PATIENCE);
        receiver.setPatience(FRAME_PATIENCE);
        if (sender.address() != EthernetDevice.Outcome.DONE) {
            return false;
        }
        question.ask(sender.addressResult());
        return settle();
    }

    @Override
    boolean settle() {
        for (int i = 0; i < TRIES; i++) {
            if (attempt() == Ending.SERVED) {
                return true;
            }
        }
        return false;
    }

    @Override
    long repeated() {
        return sender.interruptions() + receiver.interruptions();
    }

    @Override
    protected Ending attempt() {
        number++;
        Ending ending = Ending.UNANSWERED;
        for (int i = 0; i < ASKED && ending == Ending.UNANSWERED; i++) {
            if (i > 0) {
                countLost();
            }
            question.write(number);
            ending = ending(sender.send(AddressQuestion.BYTES, buffer.readable(), 0));
            buffer.takeBack();
            if (ending == Ending.SERVED) {
                noteServed();
                ending = awaitAnswer();
            }
        }
        return ending;
    }

    private Ending awaitAnswer() {
        for (int i = 0; i < OTHER_FRAMES; i++) {
            Ending ending = ending(receiver.receive(buffer.writable(), AddressQuestion.ANSWER));
            buffer.takeBack();
            if (ending != Ending.SERVED) {
                return ending;
            }
            if (question.isAnswered(number, receiver.receiveResult())) {
                return Ending.SERVED;
            }
            if (question.isSpoilt(number)) {
                countWrong(1);
                return Ending.WRONG;
            }
            if (question.isAnswerToEarlier()) {
                countDoubled();
            }
        }
        return Ending.UNANSWERED;
    }

    private static Ending ending(EthernetDevice.Outcome outcome) {
        return switch (outcome) {
            case DONE -> Ending.SERVED;
            case UNREACHABLE -> Ending.UNANSWERED;
            default -> Ending.FAILED;
        };
    }
}
