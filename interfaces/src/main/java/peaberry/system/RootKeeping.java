package peaberry.system;

import peaberry.abi.Idempotent;
import peaberry.abi.Interface;

/** What the keeper, who starts root anew, tells. */
@Interface
public interface RootKeeping {

    /** How often root failed and was started anew since the keeper was made. */
    @Idempotent
    long revivals();
}
