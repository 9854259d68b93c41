package org.teavm.classlib.java.security;

/** Which TeaVM has not. */
public class TInvalidParameterException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public TInvalidParameterException() {
    }

    public TInvalidParameterException(String message) {
        super(message);
    }

    public TInvalidParameterException(String message, Throwable cause) {
        super(message, cause);
    }

    public TInvalidParameterException(Throwable cause) {
        super(cause);
    }
}
