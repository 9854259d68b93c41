package peaberry.kernel;

import peaberry.abi.DeviceFault;
import peaberry.kernel.arch.IoContexts;
import peaberry.kernel.arch.Iommu;

/**
 * Which {@link IoSpace} each domain stands for: the number under which the hardware caches its translations.
 *
 * <p>Invariant: an IoSpace with a domain stands at that number, and nowhere else.
 */
final class IoDomains {

    /** The most functions that are assigned at a time. */
    private static final int MAX_DOMAINS = 256;

    private final IoSpace[] spaces = new IoSpace[MAX_DOMAINS];

    /** A domain for an IoSpace: the one that it has, or one that nobody has; {@link Iommu#NO_DOMAIN} if there is none. */
    int choose(IoSpace space) {
        if (space.domain != Iommu.NO_DOMAIN) {
            return space.domain;
        }
        for (int domain = 1; domain < Math.min(MAX_DOMAINS, Iommu.domains()); domain++) {
            if (spaces[domain] == null) {
                return domain;
            }
        }
        return Iommu.NO_DOMAIN;
    }

    /** Lets a function use an IoSpace; neither is assigned. @param domain what {@link #choose} said */
    void assign(IoSpace space, int function, int domain) {
        spaces[domain] = space;
        space.assign(function, domain);
    }

    /** Takes the function from an IoSpace, which is being destroyed: it is blocked. */
    void retire(IoSpace space) {
        if (space.domain != Iommu.NO_DOMAIN) {
            spaces[space.domain] = null;
            space.release();
        }
    }

    /** Tells an IoSpace what its function did. @return the thread that hears of it, which is to be woken; null if there is none */
    Tcb fail(int function, DeviceFault kind, long page, int reason) {
        int domain = IoContexts.domainOf(function);
        IoSpace space = domain < MAX_DOMAINS ? spaces[domain] : null;
        if (space == null) {
            return null;
        }
        space.fault.keep(kind, page, reason);
        Slot told = space.notification;
        return told.isEmpty() ? null : ((Notification) told.object()).signal(told.badge());
    }
}
