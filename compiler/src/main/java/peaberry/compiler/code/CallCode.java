package peaberry.compiler.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.Representation;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Provided;
import peaberry.compiler.reach.Refusals.Place;

/** Calls: direct where the closed world has one target, else a switch over the receiver's class. */
final class CallCode {

    private static final String POINTER = "@\"Placement.pointer(long)\"";

    private final Translation at;
    private final FunctionWriter out;
    private final Checks checks;
    private final ObjectCode objects;
    private final ArrayCode arrays;

    CallCode(Translation at, Checks checks, ObjectCode objects, ArrayCode arrays) {
        this.at = at;
        this.checks = checks;
        this.objects = objects;
        this.arrays = arrays;
        out = at.out();
    }

    void invoke(InvokeInstruction instruction) {
        JavaClass owner = at.world().get(instruction.owner().asSymbol());
        String signature = instruction.name().stringValue() + instruction.type().stringValue();
        JavaMethod declared = at.world().method(owner, signature);
        if (instruction.owner().asSymbol().isArray() && declared.name().equals("clone")) {
            at.push(values(at.popReference()));
            return;
        }
        List<Value> arguments = new ArrayList<>();
        Provided provided = Provided.of(declared);
        for (ClassDesc type : declared.type().parameterList().reversed()) {
            boolean literal = provided != null && type.equals(ConstantDescs.CD_Class);
            arguments.addFirst(literal ? at.pop() : argument(declared, type));
        }
        if (!declared.isStatic()) {
            Value receiver = at.pop();
            if (receiver.use() == Value.Use.UNBOXED_NEW) {
                objects.makeUnboxed(receiver, arguments.getFirst());
                return;
            }
            if (receiver.use() == Value.Use.THROWABLE && declared.isConstructor()) {
                return;
            }
            arguments.addFirst(at.coerce(receiver, owner.type()));
        }
        if (isPlacement(provided)) {
            place(provided, arguments);
            return;
        }
        boolean direct = declared.isStatic() || declared.isPrivate() || owner.unboxed()
            || instruction.opcode() == Opcode.INVOKESPECIAL || provided != null;
        String result = direct ? direct(declared, arguments) : virtual(owner, declared, arguments);
        push(declared, result, provided == Provided.REQUIRE_NON_NULL ? arguments.getFirst() : null);
    }

    /**
     * What an enum's {@code values()} answers: the read-only array itself. LLVM must not know that it is constant, for
     * it would leave out a write, which is to fault.
     */
    private Value values(Value array) {
        return Value.nonNull(array.type(), out.value("call ptr asm \"\", \"=r,0\"(" + array.typed() + ")"));
    }

    private Value argument(JavaMethod declared, ClassDesc type) {
        try {
            return at.pop(type);
        } catch (Refused refused) {
            throw new Refused(refused.getMessage() + " (argument of " + declared + ")");
        }
    }

    private void push(JavaMethod declared, String result, Value same) {
        Representation held = at.representation(declared.type().returnType());
        if (same != null) {
            at.push(same);
        } else if (!held.isVoid()) {
            at.push(Value.of(ObjectCode.onStack(held), result));
        }
    }

    private String direct(JavaMethod declared, List<Value> arguments) {
        if (!declared.isStatic() && arguments.getFirst().reference()) {
            checkReceiver(arguments.getFirst(), declared);
        }
        return call(declared, arguments);
    }

    private String virtual(JavaClass owner, JavaMethod declared, List<Value> arguments) {
        Value receiver = arguments.getFirst();
        Map<JavaMethod, List<ClassDesc>> targets = targets(owner, declared, receiver);
        if (targets.size() == 1) {
            JavaMethod target = targets.keySet().iterator().next();
            checkReceiver(receiver, target);
            return call(target, arguments);
        }
        Representation result = at.representation(declared.type().returnType());
        String id = checks.classId(receiver);
        String none = out.newLabel();
        String done = out.newLabel();
        List<String> results = new ArrayList<>();
        Map<JavaMethod, String> labels = new LinkedHashMap<>();
        StringBuilder cases = new StringBuilder();
        targets.forEach((target, types) -> {
            String label = out.newLabel();
            labels.put(target, label);
            types.forEach(type -> cases.append(" i32 ").append(at.program().numbers().id(type)).append(", label %")
                .append(label));
        });
        out.emit("switch i32 " + id + ", label %" + none + " [" + cases + " ]");
        out.inColdBlock(none, () -> checks.trap(Trap.UNREACHABLE));
        Facts before = new Facts(at.facts());
        labels.forEach((target, label) -> {
            out.label(label);
            at.become(at.locals(), at.stack(), before);
            String value = call(target, arguments);
            String end = out.newLabel();
            out.emit("br label %" + end);
            out.label(end);
            out.emit("br label %" + done);
            results.add("[ " + value + ", %" + end + " ]");
        });
        at.become(at.locals(), at.stack(), before);
        out.label(done);
        if (result.isVoid() || results.isEmpty()) {
            return results.isEmpty() && !result.reference() ? "0" : "null";
        }
        return out.value("phi " + result.register() + " " + String.join(", ", results));
    }

    /**
     * Faults if the receiver is null. A method that begins by reading one of its fields is checked by reading that field: once
     * the method is inlined, the two reads are one.
     */
    private void checkReceiver(Value receiver, JavaMethod target) {
        FirstRead read = FirstRead.of(at.program(), at.program().reachability().implementation(target), at.code(), at.index());
        if (read == null) {
            checks.nonNull(receiver);
        } else {
            checks.nonNull(receiver, read.held(), read.offset());
        }
    }

    /** What can run, with the receiver's classes for which it does. */
    private Map<JavaMethod, List<ClassDesc>> targets(JavaClass owner, JavaMethod declared, Value receiver) {
        List<ClassDesc> types;
        if (receiver.exact()) {
            types = List.of(receiver.type());
        } else {
            boolean narrower = at.world().assignable(receiver.type(), owner.type());
            types = at.program().numbers().below(narrower ? receiver.type() : owner.type());
        }
        Map<JavaMethod, List<ClassDesc>> targets = new LinkedHashMap<>();
        for (ClassDesc type : types) {
            JavaClass exact = at.world().get(type);
            JavaMethod target = World.isSubclass(exact, owner) ? at.world().select(exact, declared) : null;
            if (target != null) {
                targets.computeIfAbsent(target, _ -> new ArrayList<>()).add(type);
            }
        }
        return targets;
    }

    /** Calls exactly {@code target}; the receiver is not null. Answers the result, or null for void. */
    private String call(JavaMethod target, List<Value> arguments) {
        Provided provided = Provided.of(target);
        if (provided != null) {
            return provided(provided, arguments);
        }
        JavaMethod method = at.program().reachability().implementation(target);
        Representation result = at.representation(method.type().returnType());
        String name = method.intrinsic() ? method.loweringName() : at.program().name(method);
        if (!method.intrinsic()) {
            at.program().recordCall(new Place(at.method(), at.line()), method);
        }
        String call = "call " + result.register() + " @\"" + name + "\"("
            + arguments.stream().map(Value::typed).collect(Collectors.joining(", ")) + ")";
        if (result.isVoid()) {
            out.emit(call);
            return null;
        }
        return out.value(call);
    }

    private String provided(Provided provided, List<Value> arguments) {
        if (provided == Provided.NOTHING) {
            return null;
        }
        Value first = arguments.getFirst();
        String type = first.register();
        return switch (provided) {
            case STRING_LENGTH -> checks.length(first);
            case STRING_IS_EMPTY -> out.value("zext i1 "
                + out.value("icmp eq i32 " + checks.length(first) + ", 0") + " to i32");
            case STRING_CHAR_AT -> arrays.charAt(first, arguments.get(1).text());
            case REQUIRE_NON_NULL -> {
                checks.nonNull(first);
                yield null;
            }
            case ARRAY_COPY -> {
                arrays.copy(arguments);
                yield null;
            }
            case COUNT_ONES -> narrow(type, out.value("call " + type + " @llvm.ctpop." + type + "(" + first.typed() + ")"));
            case LEADING_ZEROS -> narrow(type,
                out.value("call " + type + " @llvm.ctlz." + type + "(" + first.typed() + ", i1 false)"));
            case TRAILING_ZEROS -> narrow(type,
                out.value("call " + type + " @llvm.cttz." + type + "(" + first.typed() + ", i1 false)"));
            case REVERSE_BYTES -> out.value("call " + type + " @llvm.bswap." + type + "(" + first.typed() + ")");
            default -> throw new IllegalStateException(provided.name());
        };
    }

    private String narrow(String type, String value) {
        return type.equals("i32") ? value : out.value("trunc " + type + " " + value + " to i32");
    }

    private static boolean isPlacement(Provided provided) {
        return switch (provided) {
            case PLACE_CREATE, PLACE_AT, PLACE_IS_AT, PLACE_SIZE -> true;
            case null, default -> false;
        };
    }

    private void place(Provided provided, List<Value> arguments) {
        Value literal = arguments.getFirst();
        if (literal.use() != Value.Use.CLASS_LITERAL || !literal.type().isClassOrInterface()) {
            throw new Refused("a class argument of Placement that is no literal of a class");
        }
        JavaClass type = at.world().get(literal.type());
        if (provided == Provided.PLACE_SIZE) {
            at.push(Value.wide(Integer.toString(at.program().layouts().of(type).size())));
            return;
        }
        String address = out.value("call ptr " + POINTER + "(" + arguments.get(1).typed() + ")");
        Value found = Value.nonNull(ConstantDescs.CD_Object, address);
        if (provided == Provided.PLACE_IS_AT) {
            at.push(Value.integer(out.value("zext i1 " + checks.isInstance(found, type.type()) + " to i32")));
            return;
        }
        if (provided == Provided.PLACE_AT) {
            checks.require(checks.isInstance(found, type.type()), Trap.CLASS_CAST);
            at.push(Value.nonNull(type.type(), address));
            return;
        }
        objects.header(address, type);
        Value made = Value.exact(type.type(), address, -1);
        direct(type.method("<init>()V"), List.of(made));
        out.emit("call void asm sideeffect \"\", \"~{memory}\"()");
        at.push(made);
    }
}
