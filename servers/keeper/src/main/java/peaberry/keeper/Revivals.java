package peaberry.keeper;

import peaberry.runtime.Answer;
import peaberry.system.RootKeepingServer;

/** Tells how often root failed. */
final class Revivals extends RootKeepingServer {

    @Override
    protected Answer revivals() {
        return answerRevivals(Keeper.revivals());
    }
}
