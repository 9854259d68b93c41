package peaberry.compiler.reach;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import peaberry.compiler.classes.Code;
import peaberry.compiler.classes.JavaClass;
import peaberry.compiler.classes.JavaField;
import peaberry.compiler.classes.JavaMethod;
import peaberry.compiler.classes.World;
import peaberry.compiler.reach.Refusals.Place;

/** Goes through a method's instructions for what they reach, and refuses those that the native profile does not have. */
final class CodeScan {

    private static final Set<String> NEEDS_OBJECT =
        Set.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()Ljava/lang/String;");

    private final World world;
    private final Reachability reachability;
    private final Refusals refusals;

    CodeScan(World world, Reachability reachability, Refusals refusals) {
        this.world = world;
        this.reachability = reachability;
        this.refusals = refusals;
    }

    void run(JavaMethod method) {
        Code code = method.code();
        code.handlers().forEach(handler -> checkHandler(method, code, handler));
        Map<JavaClass, Place> literals = new LinkedHashMap<>();
        boolean creates = false;
        boolean places = false;
        for (Code.Block block : code.blocks()) {
            for (int i = block.start(); i < block.end(); i++) {
                Instruction instruction = code.instruction(i);
                try {
                    visit(method, i, instruction);
                } catch (IllegalArgumentException missing) {
                    refusals.add(new Place(method, code.line(i)), missing.getMessage());
                }
                if (instruction instanceof ConstantInstruction.LoadConstantInstruction load
                    && load.constantValue() instanceof ClassDesc type && type.isClassOrInterface()) {
                    literals.putIfAbsent(world.get(type), new Place(method, code.line(i)));
                }
                if (instruction instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals("peaberry/machine/Placement")) {
                    creates |= call.name().equalsString("create");
                    places = true;
                }
            }
        }
        if (creates) {
            literals.forEach(this::create);
        } else if (places) {
            literals.forEach(reachability::nameInPlacement);
        }
    }

    private void create(JavaClass type, Place place) {
        JavaMethod constructor = type.method("<init>()V");
        if (constructor == null || type.isAbstract()) {
            refusals.add(place, "the placing of " + type + ", which has no constructor without parameters");
            return;
        }
        reachability.place(type, place);
        reachability.reach(constructor, place);
    }

    private void checkHandler(JavaMethod method, Code code, Code.Handler handler) {
        Place place = new Place(method, code.line(handler.handler()));
        if (handler.type() != null && !wrapsIntoMatchException(code, handler)) {
            refusals.add(place, "a catch of " + handler.type().replace('/', '.')
                + " (a throw ends the program, so that nothing can be caught)");
        } else if (code.blockAt(handler.handler()) != null) {
            refusals.add(place, "an exception handler that is also reached without an exception");
        }
    }

    /** What javac writes around the accessors in a record pattern: it cannot be reached, as throwing ends the program. */
    private static boolean wrapsIntoMatchException(Code code, Code.Handler handler) {
        for (int i = handler.handler(); i < code.size(); i++) {
            if (code.instruction(i) instanceof NewObjectInstruction made) {
                return made.className().asInternalName().equals("java/lang/MatchException");
            }
            if (!(code.instruction(i) instanceof StoreInstruction)) {
                return false;
            }
        }
        return false;
    }

    private void visit(JavaMethod method, int index, Instruction instruction) {
        Place place = new Place(method, method.code().line(index));
        if (floating(instruction)) {
            refusals.add(place, "floating-point arithmetic");
            return;
        }
        switch (instruction) {
            case InvokeInstruction call -> call(call, place);
            case FieldInstruction field -> field(field, place);
            case NewObjectInstruction made -> made(method, index, made, place);
            case NewPrimitiveArrayInstruction _, NewReferenceArrayInstruction _, NewMultiArrayInstruction _ ->
                refusals.add(place, "a new array at run time");
            case InvokeDynamicInstruction dynamic -> refusals.add(place, describe(dynamic));
            case MonitorInstruction _ -> refusals.add(place, "synchronized");
            case ConstantInstruction.LoadConstantInstruction load -> constant(load.constantValue(), place);
            default -> { }
        }
    }

    private boolean floating(Instruction instruction) {
        return switch (instruction) {
            case OperatorInstruction operator -> floating(operator.typeKind());
            case ConvertInstruction convert -> floating(convert.fromType()) || floating(convert.toType());
            case LoadInstruction load -> floating(load.typeKind());
            case StoreInstruction store -> floating(store.typeKind());
            case ArrayLoadInstruction load -> floating(load.typeKind());
            case ArrayStoreInstruction store -> floating(store.typeKind());
            case ConstantInstruction constant -> floating(constant.typeKind());
            case ReturnInstruction end -> floating(end.typeKind());
            case FieldInstruction field -> world.representation(field.typeSymbol()).floating();
            case InvokeInstruction call -> floating(TypeKind.from(call.typeSymbol().returnType()))
                || call.typeSymbol().parameterList().stream().anyMatch(type -> floating(TypeKind.from(type)));
            default -> false;
        };
    }

    private static boolean floating(TypeKind kind) {
        return kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE;
    }

    private static String describe(InvokeDynamicInstruction dynamic) {
        String bootstrap = dynamic.bootstrapMethod().owner().displayName();
        return switch (bootstrap) {
            case "StringConcatFactory" -> "string concatenation";
            case "LambdaMetafactory" -> dynamic.typeSymbol().parameterCount() > 0
                ? "a lambda or method reference that captures values" : "a serializable or intersection-typed lambda";
            case "ObjectMethods" -> dynamic.name().equalsString("toString") ? "a record's generated toString"
                : "a generated method of a record with floating-point components";
            case "SwitchBootstraps" -> "a switch over these patterns";
            default -> "an invokedynamic of " + bootstrap;
        };
    }

    private void constant(ConstantDesc value, Place place) {
        switch (value) {
            case String text -> reachability.useLiteral(text);
            case Integer _, Long _, ClassDesc _ -> { }
            default -> refusals.add(place, "a dynamic constant");
        }
    }

    private void made(JavaMethod method, int index, NewObjectInstruction instruction, Place place) {
        JavaClass type = world.get(instruction.className().asInternalName());
        if (type.unboxed() || NewSites.isThrowable(world, type)) {
            reachability.initialise(type, place);
        } else if (NewSites.embeddedInto(world, method, index) == null) {
            refusals.add(place, "a new " + type + " at run time");
        }
    }

    private void field(FieldInstruction instruction, Place place) {
        JavaClass owner = world.get(instruction.owner().asInternalName());
        JavaField field = world.field(owner, instruction.name().stringValue());
        if (field == null) {
            refusals.add(place, "the missing field " + owner + "." + instruction.name().stringValue());
        } else if (instruction.opcode() == Opcode.GETSTATIC || instruction.opcode() == Opcode.PUTSTATIC) {
            if (field.owner().ofJdk() && !JdkProfile.allowsObjects(field.owner())) {
                refusals.add(place, "the field " + field + " of the JDK");
            } else {
                reachability.useStatic(field, place);
                if (instruction.opcode() == Opcode.PUTSTATIC) {
                    reachability.writeStatic(field);
                }
            }
        } else if (instruction.opcode() == Opcode.GETFIELD) {
            reachability.readField(field);
        }
    }

    private void call(InvokeInstruction call, Place place) {
        ClassDesc ownerType = call.owner().asSymbol();
        JavaClass owner = world.get(ownerType);
        String signature = call.name().stringValue() + call.type().stringValue();
        JavaMethod declared = world.method(owner, signature);
        if (declared == null) {
            refusals.add(place, "the missing method " + owner + "." + signature);
            return;
        }
        if (ownerType.isArray() && declared.name().equals("clone")) {
            if (!EnumValues.isValues(place.method())) {
                refusals.add(place, "a clone of an array at run time");
            }
            return;
        }
        if (owner.unboxed() && NEEDS_OBJECT.contains(signature)) {
            refusals.add(place, "a call of " + call.name().stringValue() + " on the unboxed record " + owner);
            return;
        }
        boolean construction = declared.isConstructor();
        if (construction && (owner.unboxed() || NewSites.isThrowable(world, owner))) {
            if (!NewSites.onlyKeepsArguments(world, declared)) {
                refusals.add(place, "a new " + owner + ", whose constructor does more than keep its arguments: it does not"
                    + " run, as exceptions are no objects");
            }
            return;
        }
        boolean direct = declared.isStatic() || declared.isPrivate() || owner.unboxed()
            || call.opcode() == Opcode.INVOKESPECIAL || Provided.of(declared) != null;
        if (direct) {
            reachability.reach(declared, place);
        } else {
            reachability.callVirtual(owner, declared, place);
        }
    }
}
