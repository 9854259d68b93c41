package peaberry.processor;

import javax.lang.model.element.Element;

/** An interface that cannot be made: which of its elements is at fault, and why. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Element element;

    Refusal(Element element, String reason) {
        super(reason);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
